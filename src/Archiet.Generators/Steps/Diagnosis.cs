using Archiet.Genome;
using Archiet.Genome.Diagnostics;

namespace Archiet.Generators.Steps;

/// <summary>What is wrong with a genome, at its places: the one value of the pipeline that knows lines and columns.</summary>
internal sealed record Diagnosis(EquatableArray<GenomeDiagnostic> Diagnostics)
{
    /// <summary>Whether the build fails.</summary>
    public bool HasErrors => Diagnostics.Any(found => found.Descriptor.Severity == GenomeSeverity.Error);
}

/// <summary>A section's entities, checked against the outline: none where the section holds none.</summary>
internal sealed record SectionBinding(EquatableArray<Genome.Binding.EntityBinding> Entities);
