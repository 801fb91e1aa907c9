using Archiet.Genome;

namespace Archiet.Model;

/// <summary>What leads from the end of a history to what the genome says: the migration that is not sealed yet.</summary>
/// <param name="Before">The schema at the end of the history.</param>
/// <param name="After">The schema that the genome asks for.</param>
/// <param name="Delta">What changes.</param>
/// <param name="Steps">The files of the user's that it runs, in order.</param>
public sealed record PendingMigration(SchemaState Before, SchemaState After, SchemaDelta Delta, EquatableArray<HistoryFile> Steps)
{
    /// <summary>Finds what is pending; null where nothing is.</summary>
    /// <param name="history">The history; unbroken.</param>
    /// <param name="wish">What the genome says.</param>
    /// <param name="files">The SQL files of the folder of migrations.</param>
    public static PendingMigration? Of(SchemaHistory history, SchemaWish wish, IEnumerable<HistoryFile> files)
    {
        var before = history.State;
        var steps = files.Where(static file => file.IsPending).OrderBy(static file => file.Name, StringComparer.Ordinal).ToEquatableArray();
        var delta = SchemaDiff.Between(before, wish.State, SchemaDiff.RenamesOf(before, wish.Renames));
        return delta.IsEmpty && steps.Count == 0 ? null : new(before, wish.State, delta, steps);
    }

    /// <summary>How it is run as long as it is not sealed.</summary>
    public MigrationPlan Plan() => MigrationPlanner.Plan(Before, After, Delta, MigrationPlan.PendingId, Steps);
}
