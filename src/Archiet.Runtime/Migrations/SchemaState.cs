using Npgsql;

namespace Archiet;

/// <summary>What a database says of itself: the runtime's version, and the hash of the app's schema; null where nothing was migrated yet.</summary>
internal sealed record SchemaState(int RuntimeVersion, string? ContentHash)
{
    /// <summary>Whether the database is what this build of the app needs.</summary>
    public bool Fits(AppFacts app) => RuntimeVersion >= RuntimeSchema.Version && ContentHash == app.SchemaHash;

    /// <summary>Asks the database, as whichever role the connection is. Null for one that the runtime has not seen.</summary>
    public static async Task<SchemaState?> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regprocedure('archiet.state()') IS NOT NULL", connection);
        if (await exists.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not true)
        {
            return null;
        }
        await using var command = new NpgsqlCommand("SELECT runtime_version, content_hash FROM archiet.state()", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        return new(rows.IsDBNull(0) ? 0 : rows.GetInt32(0), rows.IsDBNull(1) ? null : rows.GetString(1));
    }
}
