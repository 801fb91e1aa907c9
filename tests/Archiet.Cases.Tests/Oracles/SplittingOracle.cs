using Archiet.Genome.Diagnostics;

namespace Archiet.Cases.Tests;

/// <summary>
/// P3 for the reader: a file that is read in parts means what it means read whole. A key of the author's own at the top makes a file be read whole when it is quoted.
/// </summary>
internal static class SplittingOracle
{
    /// <summary>A name that two kinds of things have may mean either.</summary>
    private const string DuplicateName = "ARC0030";

    /// <summary>Of two names that clash either may be called the second, and a key that no file has is missed at no place of its own.</summary>
    private static readonly string[] OfTwo = ["ARC0026", "ARC0031", "ARC0032", "ARC0078"];

    /// <summary>What is wrong, or null: also where nothing can be compared, because a mapping that is not one is given up at its first mistake.</summary>
    public static string? Complaint(IReadOnlyList<GenomeFile> files)
    {
        if (!files.All(static file => IsComparable(file.Text)))
        {
            return null;
        }
        var (parts, whole) = (Compile(files, "x-part{0}: 0\n"), Compile(files, "\"x-part{0}\": 0\n"));
        if (parts.Diagnostics.Concat(whole.Diagnostics).Any(IsOfReading))
        {
            return null;
        }
        var (inParts, atOnce) = (Places(parts.Diagnostics), Places(whole.Diagnostics));
        return inParts.SequenceEqual(atOnce, StringComparer.Ordinal) && Equals(parts.Genome, whole.Genome)
            ? null
            : $"read in parts it gives {string.Join(", ", inParts.Except(atOnce))}, and read whole {string.Join(", ", atOnce.Except(inParts))}";
    }

    private static CompiledGenome Compile(IReadOnlyList<GenomeFile> files, string head) =>
        GenomeFrontEnd.Compile(files.Select((file, at) => file with { Text = string.Format(System.Globalization.CultureInfo.InvariantCulture, head, at) + file.Text }));

    private static bool IsComparable(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '#') && !text.Contains("---", StringComparison.Ordinal) && !text.Contains("...", StringComparison.Ordinal);

    private static bool IsOfReading(GenomeDiagnostic diagnostic) =>
        string.CompareOrdinal(diagnostic.Descriptor.Id, "ARC0020") < 0 || diagnostic.Descriptor.Id == DuplicateName || diagnostic.Message.StartsWith("A key must be", StringComparison.Ordinal);

    private static List<string> Places(IEnumerable<GenomeDiagnostic> diagnostics) => [.. diagnostics
        .Where(static it => !OfTwo.Contains(it.Descriptor.Id, StringComparer.Ordinal))
        .Select(static it => $"{it.Descriptor.Id} {it.Span.Path}({it.Span.Line},{it.Span.Column})-({it.Span.EndLine},{it.Span.EndColumn})")];
}
