using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet;

/// <summary>
/// What the database, or an entity's own method, had against a write of the user's own code: the same answer as a generated endpoint's, because the genome said
/// what it means.
/// </summary>
/// <param name="Problem">The answer.</param>
/// <param name="Table">Whose constraint it was; null where none was named.</param>
internal sealed record WriteRefusal(DatabaseProblem Problem, EntityTable? Table)
{
    /// <summary>The refusal behind an exception; null for what is nobody's fault but ours, an error that names nothing of the genome among it.</summary>
    public static WriteRefusal? Of(Exception error, EntityTables tables)
    {
        if (error is DbUpdateConcurrencyException)
        {
            return new(DatabaseProblem.Changed, null);
        }
        if (FromDatabase(error) is not { } cause)
        {
            return null;
        }
        if (error is DbUpdateException save && cause is PostgresException refusal && RefusedValue.Of(save, refusal, tables) is var (owner, value))
        {
            return new(DatabaseProblem.Of(value), owner);
        }
        var reference = cause as PostgresException is { SqlState: PostgresErrorCodes.ForeignKeyViolation } violated ? violated : null;

        // A reference to each partition of a table has a name that PostgreSQL makes up.
        var table = tables.OfConstraint((cause as PostgresException)?.ConstraintName) ?? tables.OfName(reference?.TableName);
        if (reference is not null && error is not DbUpdateException)
        {
            // A statement without entities: nothing tells whether its rows refer to what is not there or are referred to themselves.
            return table is null ? null : new(DatabaseProblem.Dangling, null);
        }
        var problem = DatabaseProblem.Of(cause, IsDelete(error) ? null : table);
        return problem is not null && (table is not null || problem.IsPassing) ? new(problem, table) : null;
    }

    /// <summary>What Npgsql threw; Entity Framework wraps it.</summary>
    private static NpgsqlException? FromDatabase(Exception? error)
    {
        while (error is not null and not NpgsqlException)
        {
            error = error.InnerException;
        }
        return (NpgsqlException?)error;
    }

    // Then the constraint is that of the rows which refer to the one that should go.
    private static bool IsDelete(Exception error) => error is DbUpdateException { Entries: [_, ..] entries } && entries.All(entry => entry.State == EntityState.Deleted);
}
