using Npgsql;

namespace Archiet;

/// <summary>Looks again how the database stands to this build, which somebody may have migrated since the start.</summary>
internal sealed class SchemaLook(AppDatabase database, AppFacts app, SchemaStanding standing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Whether a failure is that a table or a column is not there.</summary>
    public static bool LacksSomething(Exception failure) =>
        failure.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedTable };

    /// <summary>Looks, and notes what this build may still do.</summary>
    public async Task<SchemaComparison> AtDatabaseAsync(CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        var found = new SchemaComparison(app.History, await AppliedHistory.ReadAsync(connection, cancel).ConfigureAwait(false));
        if (found.IsCurrent)
        {
            standing.Note(found);
        }
        return found;
    }

    /// <summary>Whether the database has migrations of which this build knows nothing; not, where it does not answer.</summary>
    public async Task<bool> FindsNewerAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return (await AtDatabaseAsync(patience.Token).ConfigureAwait(false)).Unknown.Count > 0;
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException)
        {
            // Whoever asked has a failure of its own, and tells of that.
            return false;
        }
    }
}
