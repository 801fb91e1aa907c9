using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Sections;

/// <summary>A genome file taken apart.</summary>
/// <param name="Sections">Its sections in order of lines; none where the file was refused as a whole.</param>
/// <param name="Places">Where each section stands, parallel to <paramref name="Sections"/>.</param>
/// <param name="Diagnostics">Why the file was refused as a whole: one diagnostic, or none.</param>
/// <param name="EndsInMidLine">Whether the last line has no line break, as a file has that was cut off.</param>
public sealed record SplitGenome(
    EquatableArray<GenomeSection> Sections, EquatableArray<SectionPlace> Places, EquatableArray<GenomeDiagnostic> Diagnostics, bool EndsInMidLine)
{
    /// <summary>Whether nothing of the file could be read.</summary>
    public bool IsRefused => Diagnostics.Count > 0;
}
