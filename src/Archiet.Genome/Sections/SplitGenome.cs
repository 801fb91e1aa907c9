using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Sections;

/// <summary>A genome file taken apart.</summary>
/// <param name="Sections">Its sections in order of lines; none where the file was refused as a whole.</param>
/// <param name="Places">Where each section stands, parallel to <paramref name="Sections"/>.</param>
/// <param name="Diagnostics">Why the file was refused as a whole: one diagnostic, or none.</param>
public sealed record SplitGenome(
    EquatableArray<GenomeSection> Sections, EquatableArray<SectionPlace> Places, EquatableArray<GenomeDiagnostic> Diagnostics)
{
    /// <summary>Whether nothing of the file could be read.</summary>
    public bool IsRefused => Diagnostics.Count > 0;
}
