using Npgsql;

namespace Archiet;

/// <summary>A migration that a database has seen.</summary>
/// <param name="Id">Its id, as Entity Framework notes it.</param>
/// <param name="Hash">What it did; null for one that nobody emitted.</param>
/// <param name="Breaks">Whether the release before it cannot write any more; null where nobody said.</param>
internal sealed record AppliedMigration(string Id, string? Hash, bool? Breaks);

/// <summary>What a database says of itself.</summary>
/// <param name="RuntimeVersion">The version of the runtime's own schema; 0 where there is none.</param>
/// <param name="Migrations">In ordinal order of their ids.</param>
internal sealed record AppliedHistory(int RuntimeVersion, IReadOnlyList<AppliedMigration> Migrations)
{
    /// <summary>A database that the runtime has not seen, or not since it writes histories.</summary>
    public static AppliedHistory None { get; } = new(0, []);

    /// <summary>The one question of a start: answered to the app's role, which cannot read the tables themselves.</summary>
    public static NpgsqlBatchCommand Command() => new("SELECT runtime_version, id, content_hash, breaks FROM archiet.applied()");

    /// <summary>Asks the database, as whichever role the connection is.</summary>
    public static async Task<AppliedHistory> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var batch = new NpgsqlBatch(connection) { BatchCommands = { Command() } };
        await using (batch.ConfigureAwait(false))
        {
            try
            {
                await using var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                return await ReadAsync(rows, cancel).ConfigureAwait(false);
            }
            catch (PostgresException failure) when (IsNone(failure))
            {
                return None;
            }
        }
    }

    /// <summary>Reads the answer.</summary>
    public static async Task<AppliedHistory> ReadAsync(NpgsqlDataReader rows, CancellationToken cancel)
    {
        var migrations = new List<AppliedMigration>();
        var version = 0;
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            version = rows.GetInt32(0);
            if (!rows.IsDBNull(1))
            {
                migrations.Add(new(rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetBoolean(3)));
            }
        }
        return new(version, migrations);
    }

    /// <summary>Whether the question failed because the database has nothing that answers it.</summary>
    public static bool IsNone(PostgresException failure) => failure.SqlState is PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction;
}
