using Archiet.Draft.Writing;
using Archiet.Genome.Diagnostics;

namespace Archiet.Draft.Questions;

/// <summary>Which path of a genome stands where in which of its files.</summary>
internal sealed class GenomePlacesIndex(IReadOnlyList<GenomeFile> files)
{
    private readonly List<(string Path, GenomeIndex Index)> indexes = [.. files.Select(static file => (file.Path, new GenomeIndex(file.Text)))];

    /// <summary>A text with line feeds, without a byte order mark.</summary>
    public static string Normalize(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Whether a path stands in one of the files.</summary>
    public bool Has(string path) => indexes.Exists(file => file.Index.Has(path));

    /// <summary>The place of a path's last word, or of what is around it where it is said elsewhere, as a field of a mixin.</summary>
    public GenomeSpan SpanOf(string path)
    {
        for (var around = path; around.Length > 0; around = around.LastIndexOf('.') is >= 0 and var dot ? around[..dot] : "")
        {
            var at = indexes.FindIndex(file => file.Index.Has(around));
            if (at >= 0)
            {
                var (line, column) = indexes[at].Index.PlaceOf(around);
                return new(indexes[at].Path, line, column, line, column + around.Length - (around.LastIndexOf('.') + 1));
            }
        }
        return new(indexes[0].Path, 1, 1, 1, 1);
    }
}
