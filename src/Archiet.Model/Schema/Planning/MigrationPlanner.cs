using Archiet.Genome;

namespace Archiet.Model;

/// <summary>
/// From what changes to what is run, in an order in which every step finds what it needs. On tables that are new or small all of it is one transaction. On the others
/// nothing waits long behind a lock: rows are filled in batches, indexes are made while writes go on, and checks and references hold for new rows first and are proved
/// for the rest later.
/// </summary>
public static class MigrationPlanner
{
    /// <summary>Plans all of an app that has no history.</summary>
    public static MigrationPlan Initial(GenomeModel genome)
    {
        var after = SchemaStates.Of(genome);
        var delta = SchemaDiff.Between(SchemaState.Empty, after, EquatableArray<SchemaRename>.Empty);
        return Plan(SchemaState.Empty, after, delta, MigrationPlan.PendingId, EquatableArray<HistoryFile>.Empty);
    }

    /// <summary>Plans a migration that is sealed.</summary>
    public static MigrationPlan Plan(HistoryLink link) => Plan(link.Before, link.After, link.Migration.Delta, link.Migration.Id, link.Steps);

    /// <summary>Plans a migration of which only the change is at hand.</summary>
    public static MigrationPlan Plan(SchemaState before, SchemaDelta delta, string id, EquatableArray<HistoryFile> files) => Plan(before, delta.Apply(before), delta, id, files);

    /// <summary>Plans a migration.</summary>
    /// <param name="before">The schema that it begins with.</param>
    /// <param name="after">The schema that it leads to.</param>
    /// <param name="delta">What changes between the two.</param>
    /// <param name="id">Its id.</param>
    /// <param name="files">The user's own steps, run when new columns are there and old ones are still.</param>
    public static MigrationPlan Plan(SchemaState before, SchemaState after, SchemaDelta delta, string id, EquatableArray<HistoryFile> files)
    {
        var schema = new SchemaMatch(before, after, delta.Renames);
        var steps = files.Select(file => new RunSql(file.Name, file.Text.Replace("\r\n", "\n"), file.InTransaction)).ToList();
        return new MigrationPlan(id, delta.Hash(files.Select(file => file.Hash)), PreviousRelease.Breaks(schema), new PlanBuilder(schema, steps).Build());
    }
}
