using System.Globalization;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>What is wrong with a file of the history, at its place.</summary>
/// <param name="Descriptor">Which fact.</param>
/// <param name="Message">The finished sentence.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1, in UTF-16 units.</param>
/// <param name="Length">How far it goes.</param>
public sealed record HistoryFinding(GenomeDiagnosticDescriptor Descriptor, string Message, string Path, int Line, int Column, int Length)
{
    /// <summary>The same as findings about genomes are reported.</summary>
    public GenomeDiagnostic ToDiagnostic() => new(Descriptor, new GenomeSpan(Path, Line, Column, Line, Column + Length), Message);

    internal static HistoryFinding At(GenomeDiagnosticDescriptor descriptor, string path, int line, int column, int length, params object[] arguments) =>
        new(descriptor, Visible(string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, arguments)), path, line, column, length);

    /// <summary>A message on one line, whatever an edited file holds.</summary>
    private static string Visible(string message) =>
        message.Any(IsUnseen) ? new string([.. message.Select(c => IsUnseen(c) ? '?' : c)]) : message;

    private static bool IsUnseen(char c) => JsonLiteral.NeedsEscape(c) && !char.IsSurrogate(c);
}
