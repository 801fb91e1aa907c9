namespace Archiet.Genome.Diagnostics;

/// <summary>An operation, and where the genome names it: whether it has a handler only the project's code can tell.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="Span">Where it stands.</param>
public sealed record OperationPlace(string Name, GenomeSpan Span);
