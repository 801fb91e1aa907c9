using Archiet.Genome;

namespace Archiet.Model;

/// <summary>Where partitions get their names: at the end of each transaction that makes or renames something they have too.</summary>
internal static class PartitionNames
{
    /// <summary>The same phases, with the steps that give names.</summary>
    public static EquatableArray<MigrationPhase> In(EquatableArray<MigrationPhase> phases) =>
        phases.Select(static phase => phase.Transactional ? phase with { Up = Of(phase.Up), Down = Of(phase.Down) } : phase).ToEquatableArray();

    private static EquatableArray<SchemaStep> Of(EquatableArray<SchemaStep> steps) =>
        steps.Any(static step => step is CreateTable or CreateIndex or AddReference or RenameTable or RenameConstraint or RenameIndex)
            ? steps.Append(new NamePartitions()).ToEquatableArray()
            : steps;
}
