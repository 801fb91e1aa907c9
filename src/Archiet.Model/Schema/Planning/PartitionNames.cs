using Archiet.Genome;

namespace Archiet.Model;

/// <summary>Where partitions get their names: at the end of each transaction that makes or renames something they have too, or that gives a column another type: PostgreSQL makes the indexes over it anew then, and calls those of partitions itself.</summary>
internal static class PartitionNames
{
    /// <summary>The same phases, with the steps that give names.</summary>
    public static EquatableArray<MigrationPhase> In(EquatableArray<MigrationPhase> phases) =>
        phases.Select(static phase => phase.Transactional ? phase with { Up = Of(phase.Up), Down = Of(phase.Down) } : phase).ToEquatableArray();

    private static EquatableArray<SchemaStep> Of(EquatableArray<SchemaStep> steps) =>
        steps.Any(static step => step is CreateTable or CreateIndex or AddReference or RenameTable or RenameConstraint or RenameIndex
            || (step is AlterColumn alter && alter.From.StoreType != alter.To.StoreType))
            ? steps.Append(new NamePartitions()).ToEquatableArray()
            : steps;
}
