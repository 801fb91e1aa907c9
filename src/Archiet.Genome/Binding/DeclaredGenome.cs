using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>
/// What all sections together declare. Where something is missing or wrong, the outline holds what could be understood, so that entities can still be checked
/// against it; a genome is whole only when nothing has a finding.
/// </summary>
/// <param name="Names">What binding an entity needs of the rest.</param>
/// <param name="Outline">Everything but the fields of entities.</param>
/// <param name="Findings">What is wrong with the declarations, and with names across sections.</param>
public sealed record DeclaredGenome(DeclaredNames Names, GenomeOutline Outline, EquatableArray<SectionFinding> Findings)
{
    /// <summary>Changes of the schema that the genome acknowledges, in ordinal order of texts.</summary>
    public EquatableArray<BoundApproval> Approvals { get; init; }
}

/// <summary>An entity, checked.</summary>
/// <param name="Entity">The entity, or null where it has a finding.</param>
/// <param name="Findings">What is wrong with it.</param>
public sealed record EntityBinding(BoundEntity? Entity, EquatableArray<Finding> Findings);
