namespace Archiet.Genome.Diagnostics;

/// <summary>A place in a genome file: one-based line and column, in UTF-16 units, end exclusive.</summary>
public sealed record GenomeSpan(string Path, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A finding about a genome, at its place.</summary>
/// <param name="Descriptor">Which fact.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">The finished sentence: the subject in quotes, what is wrong, the remedy.</param>
public sealed record GenomeDiagnostic(GenomeDiagnosticDescriptor Descriptor, GenomeSpan Span, string Message);

/// <summary>One kind of finding: one id, one fact, one page under spec/diagnostics.</summary>
public sealed record GenomeDiagnosticDescriptor(string Id, string Title, string MessageFormat, GenomeSeverity Severity);

/// <summary>How a finding counts.</summary>
public enum GenomeSeverity
{
    /// <summary>Stops the build.</summary>
    Error,

    /// <summary>Is shown.</summary>
    Warning,
}
