using Archiet.Genome.Diagnostics;

namespace Archiet.Cases.Tests;

/// <summary>
/// P3 for the reader: a file that is read in parts means what it means read whole. A quoted key at the top, which is the author's own, makes a file be read whole.
/// </summary>
internal static class SplittingOracle
{
    private const string Whole = "\"x-whole\": 0\n";

    /// <summary>Of two names that clash either may be called the second, and a key that no file has is missed at no place of its own.</summary>
    private static readonly string[] OfTwo = ["ARC0026", "ARC0030", "ARC0031", "ARC0032", "ARC0078"];

    /// <summary>What is wrong, or null: also where nothing can be compared, because a mapping that is not one is given up at its first mistake.</summary>
    public static string? Complaint(IReadOnlyList<GenomeFile> files, CompiledGenome compiled)
    {
        if (!files.All(static file => IsComparable(file.Text)) || compiled.Diagnostics.Any(IsOfReading))
        {
            return null;
        }
        var whole = GenomeFrontEnd.Compile(files.Select(static file => file with { Text = Whole + file.Text }));
        if (whole.Diagnostics.Any(static it => IsOfReading(it) || it.Message.StartsWith("A key must be", StringComparison.Ordinal)))
        {
            return null;
        }
        var (inParts, atOnce) = (Places(compiled.Diagnostics, 1), Places(whole.Diagnostics, 0));
        return inParts.SequenceEqual(atOnce, StringComparer.Ordinal) && Equals(compiled.Genome, whole.Genome)
            ? null
            : $"read in parts it gives {string.Join(", ", inParts.Except(atOnce))}, and read whole {string.Join(", ", atOnce.Except(inParts))}";
    }

    private static bool IsComparable(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '#') && !text.Contains("---", StringComparison.Ordinal) && !text.Contains("...", StringComparison.Ordinal);

    private static bool IsOfReading(GenomeDiagnostic diagnostic) => string.CompareOrdinal(diagnostic.Descriptor.Id, "ARC0020") < 0;

    private static List<string> Places(IEnumerable<GenomeDiagnostic> diagnostics, int lines) => [.. diagnostics
        .Where(static it => !OfTwo.Contains(it.Descriptor.Id, StringComparer.Ordinal))
        .Select(it => $"{it.Descriptor.Id} {it.Span.Path}({it.Span.Line + lines},{it.Span.Column})-({it.Span.EndLine + lines},{it.Span.EndColumn})")];
}
