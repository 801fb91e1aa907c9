namespace Archiet.Genome.Diagnostics;

/// <summary>Every finding about a genome, ARC0001 to ARC0999; the numbers are never given to another fact.</summary>
public static partial class GenomeDiagnostics
{
    private static GenomeDiagnosticDescriptor Error(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Error);
}
