using System.Globalization;
using System.Text;
using Archiet.Genome.Diagnostics;

namespace Archiet.Cases.Tests;

/// <summary>Findings as <c>expected.txt</c> holds them: the place and the id on one line, the message on the next.</summary>
internal static class FindingText
{
    public static string Of(IEnumerable<GenomeDiagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var (descriptor, span, message) in diagnostics)
        {
            text.Append(CultureInfo.InvariantCulture, $"{span.Path}({span.Line},{span.Column}): {descriptor.Id}\n    {message}\n");
        }
        return text.ToString();
    }
}
