using Archiet.Genome.Diagnostics;
using Archiet.Genome.Yaml;

namespace Archiet.DraftScore.Reading;

/// <summary>A node of a reference, read strictly: what is not as it should be is an exception with its line.</summary>
internal sealed class ReferenceNode
{
    private readonly string file;
    private readonly YamlNode node;

    private ReferenceNode(string file, YamlNode node) => (this.file, this.node) = (file, node);

    /// <summary>The text of a scalar.</summary>
    public string Text => node is YamlScalar scalar ? scalar.Text : throw Wrong("a text");

    /// <summary>The items of a list.</summary>
    public IEnumerable<ReferenceNode> Items => node is YamlSequence list ? list.Items.Select(item => new ReferenceNode(file, item)) : throw Wrong("a list");

    /// <summary>The entries of a mapping.</summary>
    public IEnumerable<(string Key, ReferenceNode Value)> Entries => Mapping.Entries.Select(entry => (entry.Key.Text, new ReferenceNode(file, entry.Value)));

    private YamlMapping Mapping => node as YamlMapping ?? throw Wrong("a mapping");

    /// <summary>The root of a file.</summary>
    public static ReferenceNode Read(string file, string text)
    {
        var findings = new FindingList();
        var root = YamlReader.Read(text, findings);
        var found = findings.ToArray();
        return root is null || found.Count > 0
            ? throw new FormatException($"{file}({found[0].Span.Line}): {found[0].Descriptor.Id}: {found[0].Message(null)}")
            : new(file, root);
    }

    /// <summary>Refuses keys that the format does not have.</summary>
    public void Allow(params string[] keys)
    {
        foreach (var entry in Mapping.Entries.Where(entry => !keys.Contains(entry.Key.Text)))
        {
            throw new FormatException($"{file}({entry.Key.Span.Line}): the key '{entry.Key.Text}' is none of {string.Join(", ", keys)}.");
        }
    }

    /// <summary>The value of a key, or null.</summary>
    public ReferenceNode? Find(string key) => Mapping.Find(key) is { } value ? new(file, value) : null;

    /// <summary>The value of a key that must be there.</summary>
    public ReferenceNode Get(string key) => Find(key) ?? throw Wrong($"a mapping with '{key}'");

    /// <summary>The texts of a list, or none.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) is { } list ? [.. list.Items.Select(static item => item.Text)] : [];

    /// <summary>Whether a key says <c>true</c>.</summary>
    public bool IsTrue(string key) => Find(key)?.Text == "true";

    /// <summary>An exception at the node's place.</summary>
    public FormatException Wrong(string expected) => new($"{file}({node.Span.Line}): here should be {expected}.");
}
