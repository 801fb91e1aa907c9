using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>
/// Which path of a genome's text stands where: the keys that lead to it, joined by dots, without the word <c>entities</c>. Of a file that can be read as YAML.
/// </summary>
internal sealed class GenomeIndex
{
    private readonly List<(int Start, int End, string Path)> entries = [];
    private readonly SourceLines lines;

    /// <param name="text">The file, with line feeds and without a byte order mark.</param>
    public GenomeIndex(string text)
    {
        lines = new(text);
        Add("", LayoutReader.Read(text), isRoot: true);
    }

    /// <summary>The innermost path at a place, or nothing.</summary>
    /// <param name="line">One-based.</param>
    /// <param name="column">One-based.</param>
    public string PathAt(int line, int column)
    {
        var at = lines.StartOf(line - 1) + column - 1;
        // Inner entries come behind outer ones.
        return entries.LastOrDefault(entry => entry.Start <= at && at < Math.Max(entry.End, entry.Start + 1)).Path ?? "";
    }

    /// <summary>Where a path stands, one-based; the place of the nearest path around it where it stands nowhere itself.</summary>
    public (int Line, int Column) PlaceOf(string path)
    {
        for (var around = path; around.Length > 0; around = around.LastIndexOf('.') is >= 0 and var dot ? around[..dot] : "")
        {
            var at = entries.FindIndex(entry => entry.Path == around);
            if (at >= 0)
            {
                var line = lines.LineOf(entries[at].Start);
                return (line + 1, entries[at].Start - lines.StartOf(line) + 1);
            }
        }
        return (1, 1);
    }

    /// <summary>Whether a path stands in the file.</summary>
    public bool Has(string path) => entries.Exists(entry => entry.Path == path);

    private void Add(string path, LayoutCollection collection, bool isRoot)
    {
        foreach (var entry in collection.Entries)
        {
            var word = entry.Key?.Text ?? (entry.Value as LayoutScalar)?.Text;
            if (word is null)
            {
                continue;
            }
            var inner = isRoot && word == "entities" ? "" : path.Length == 0 ? word : path + "." + word;
            if (inner.Length > 0)
            {
                entries.Add((entry.Start, entry.Value.End, inner));
            }
            if (entry.Value is LayoutCollection nested)
            {
                Add(inner, nested, isRoot: false);
            }
        }
    }
}
