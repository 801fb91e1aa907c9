using Archiet.Genome;

namespace Archiet.Model;

/// <summary>
/// From what changes to what is run, in an order in which every step finds what it needs. On tables that are new or small all of it is one transaction. On the others
/// nothing waits long behind a lock: rows are filled in batches, indexes are made while writes go on, and checks and references hold for new rows first and are proved
/// for the rest later.
/// </summary>
public static class MigrationPlanner
{
    /// <summary>Plans a migration.</summary>
    /// <param name="before">The schema that it begins with.</param>
    /// <param name="after">The schema that it leads to.</param>
    /// <param name="renames">What keeps its data under another name.</param>
    /// <param name="id">Its id.</param>
    /// <param name="hash">The hash of what it does.</param>
    /// <param name="files">The user's own steps, run when new columns are there and old ones are still.</param>
    public static MigrationPlan Plan(
        SchemaState before, SchemaState after, EquatableArray<SchemaRename> renames, string id, string hash, EquatableArray<RunSql> files)
    {
        var schema = new SchemaMatch(before, after, renames);
        return new MigrationPlan(id, hash, PreviousRelease.Breaks(schema), new PlanBuilder(schema, files).Build());
    }
}
