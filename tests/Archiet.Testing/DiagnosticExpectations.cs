using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Archiet.Testing;

/// <summary>Holds a run to its markup: every diagnostic is expected, every expectation is met, and a failure prints the line to paste.</summary>
/// <param name="texts">All marked texts of the test.</param>
/// <param name="defaultId">What <c>[|text|]</c> stands for.</param>
/// <param name="unplaced">Ids of diagnostics that are expected without a place, each as often as it is expected.</param>
public sealed class DiagnosticExpectations(IEnumerable<MarkedText> texts, string? defaultId = null, IEnumerable<string>? unplaced = null)
{
    private const int MostOfReport = 4000;

    private readonly MarkedText[] texts = [.. texts];
    private readonly string[] unplaced = [.. unplaced ?? []];

    /// <summary>Fails the test when the diagnostics are not exactly those expected. Hidden and suppressed ones do not count.</summary>
    public void Verify(IEnumerable<Diagnostic> diagnostics)
    {
        var expected = Expected();
        var report = new StringBuilder();
        foreach (var diagnostic in diagnostics.Where(Counts).OrderBy(found => found.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(found => found.Location.SourceSpan.Start).ThenBy(found => found.Id, StringComparer.Ordinal))
        {
            var place = Place(diagnostic);
            if (!expected.Remove((place.Text?.Path ?? "", diagnostic.Id, place.Span)))
            {
                report.Append("not expected: ").Append(Describe(diagnostic)).Append('\n');
                if (place.Text is { } text)
                {
                    report.Append("  line to paste: ").Append(text.LineToPaste(diagnostic.Id, place.Span)).Append('\n');
                }
            }
        }
        foreach (var (path, id, span) in expected)
        {
            var text = texts.FirstOrDefault(candidate => candidate.Path == path);
            var where = text is null ? "without a place" : $"in {path}: {text.LineToPaste(id, span)}";
            report.Append("missing: ").Append(id).Append(' ').Append(where).Append('\n');
        }
        if (report.Length > 0)
        {
            Assert.Fail(report.Length > MostOfReport ? report.ToString(0, MostOfReport) + "..." : report.ToString());
        }
    }

    private static bool Counts(Diagnostic diagnostic) => diagnostic.Severity > DiagnosticSeverity.Info && !diagnostic.IsSuppressed;

    private static string Describe(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan();
        var at = line.IsValid ? $"{line.Path}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1}): " : "";
        return FormattableString.Invariant($"{at}{diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(null)}");
    }

    private List<(string Path, string Id, TextSpan Span)> Expected() =>
    [
        .. texts.SelectMany(text => text.Spans.Select(span => (text.Path, IdOf(span), span.Span))),
        .. unplaced.Select(id => ("", id, default(TextSpan))),
    ];

    private string IdOf(MarkedSpan span) => span.Id.Length > 0
        ? span.Id
        : defaultId ?? throw new InvalidOperationException("[|text|] needs the test to name its default id; or write {|ARC0000:text|}.");

    /// <summary>
    /// The marked text and the span in it. A place in a file that is no source is compared by its lines and columns, because these are what a person sees.
    /// </summary>
    private (MarkedText? Text, TextSpan Span) Place(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.GetLineSpan();
        if (!line.IsValid || texts.FirstOrDefault(candidate => candidate.Path == line.Path) is not { } text)
        {
            return (null, default);
        }
        var lines = SourceText.From(text.Text).Lines;
        return (text, TextSpan.FromBounds(lines.GetPosition(line.StartLinePosition), lines.GetPosition(line.EndLinePosition)));
    }
}
