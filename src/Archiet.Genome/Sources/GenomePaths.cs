using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Sources;

/// <summary>
/// What of a genome a path can name: the keys that lead to something, joined by dots, without the word <c>entities</c>, and a word of a list as a key is
/// (<c>Order.fields.total</c>, <c>enums.Status.open</c>). It is of the text, so that a draft with mistakes has paths too.
/// </summary>
public sealed class GenomePaths
{
    private const string EntitiesKey = "entities";

    private readonly Node root = new();

    private GenomePaths()
    {
    }

    /// <summary>Whether all files could be read: where not, a path that is not there may be in what could not.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The paths of a genome.</summary>
    /// <param name="files">All its files.</param>
    public static GenomePaths Of(IEnumerable<GenomeFile> files)
    {
        var paths = new GenomePaths();
        foreach (var file in files)
        {
            var split = GenomeFrontEnd.Split(file);
            paths.IsComplete &= !split.IsRefused;
            foreach (var section in split.Sections)
            {
                paths.Add(section);
            }
        }
        return paths;
    }

    /// <summary>Whether a path names something.</summary>
    public bool Contains(string path) => Find(path, out _) is not null;

    /// <summary>A sentence's end for a path that names nothing: <c>; did you mean 'Order.fields.total'?</c>, or a full stop where nothing is near.</summary>
    internal string Suggest(string path)
    {
        var nearest = Find(path, out var failed) is null ? failed.Last.Nearest(failed.Segment) : null;
        return nearest is null ? "." : $"; did you mean '{path.Substring(0, failed.Start)}{nearest}{path.Substring(failed.Start + failed.Segment.Length)}'?";
    }

    private Node? Find(string path, out (Node Last, int Start, string Segment) failed)
    {
        var node = root;
        for (var start = 0; start <= path.Length;)
        {
            var end = path.IndexOf('.', start);
            var segment = path.Substring(start, (end < 0 ? path.Length : end) - start);
            if (node.Child(segment) is not { } child)
            {
                failed = (node, start, segment);
                return null;
            }
            (node, start) = (child, end < 0 ? path.Length + 1 : end + 1);
        }
        failed = default;
        return node;
    }

    private void Add(GenomeSection section)
    {
        if (SectionReader.ReadYaml(section.Text, new FindingList()) is not YamlMapping mapping)
        {
            IsComplete = false;
            return;
        }
        foreach (var entry in mapping.Entries)
        {
            var isEntities = section.Kind != SectionKind.Entity && entry.Key.Text == EntitiesKey;
            Add(isEntities ? root : root.ChildOrNew(entry.Key.Text), entry.Value);
        }
    }

    private static void Add(Node node, YamlNode value)
    {
        if (value is YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                Add(node.ChildOrNew(entry.Key.Text), entry.Value);
            }
        }
        else if (value is YamlSequence sequence)
        {
            foreach (var item in sequence.Items.OfType<YamlScalar>())
            {
                node.ChildOrNew(item.Text);
            }
        }
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? children;

        public Node? Child(string name) => children is not null && children.TryGetValue(name, out var child) ? child : null;

        public Node ChildOrNew(string name)
        {
            children ??= new(StringComparer.Ordinal);
            if (!children.TryGetValue(name, out var child))
            {
                children.Add(name, child = new());
            }
            return child;
        }

        public string? Nearest(string name) => children is null ? null : Suggestion.Nearest(name, children.Keys);
    }
}
