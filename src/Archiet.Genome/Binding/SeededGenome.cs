using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Binding;

/// <summary>The seed rows of a genome, held against its entities.</summary>
/// <param name="Seeds">By entity, in ordinal order of names.</param>
/// <param name="Findings">What is wrong with them.</param>
public sealed record SeededGenome(EquatableArray<EntitySeed> Seeds, EquatableArray<SectionFinding> Findings)
{
    /// <summary>A genome without seed rows.</summary>
    public static SeededGenome None { get; } = new(EquatableArray<EntitySeed>.Empty, EquatableArray<SectionFinding>.Empty);

    /// <summary>An entity with its seed rows.</summary>
    public BoundEntity Seed(BoundEntity entity) =>
        OutlineLookup.Find(Seeds, entity.Name, static seed => seed.Entity) is { } found ? entity with { Seed = found.Rows } : entity;
}

/// <summary>The seed rows of an entity, in order of declaration.</summary>
public sealed record EntitySeed(string Entity, EquatableArray<BoundSeedRow> Rows);
