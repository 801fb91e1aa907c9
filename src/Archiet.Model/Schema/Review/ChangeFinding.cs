using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>What the author has to answer, to approve or to know of a change of the schema.</summary>
/// <param name="Descriptor">Which fact.</param>
/// <param name="Key">What it is about, as of <see cref="ChangePlace"/>; of what is gone the name that it had, which the genome may not know any more.</param>
/// <param name="Message">The finished sentence, with the line to write.</param>
public sealed record ChangeFinding(GenomeDiagnosticDescriptor Descriptor, string Key, string Message);
