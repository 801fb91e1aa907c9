using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>
/// What all sections together declare. Where something is missing or wrong, the outline holds what could be understood, so that entities can still be checked
/// against it; a genome is whole only when nothing has a finding.
/// </summary>
/// <param name="Outline">What entities may need to know of the rest.</param>
/// <param name="Findings">What is wrong with the declarations, and with names across sections.</param>
public sealed record DeclaredGenome(GenomeOutline Outline, EquatableArray<SectionFinding> Findings);

/// <summary>An entity checked against the outline.</summary>
/// <param name="Entity">The entity, or null where it has a finding.</param>
/// <param name="Findings">What is wrong with it.</param>
public sealed record EntityBinding(BoundEntity? Entity, EquatableArray<Finding> Findings);
