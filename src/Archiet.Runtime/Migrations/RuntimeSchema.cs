using Npgsql;

namespace Archiet;

/// <summary>The runtime's own schema <c>archiet</c>, in numbered scripts with a table of their own that says which were run. Never in the user's context.</summary>
internal static class RuntimeSchema
{
    /// <summary>The schema.</summary>
    public const string Name = "archiet";

    /// <summary>
    /// Runs the scripts that this database lacks, all in one transaction: another process of the app that looks meanwhile finds the schema with its grants, or
    /// none. The connection acts as the owner.
    /// </summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, RoleNames roles, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await ExecuteAsync(RuntimeScripts.Beginning).ConfigureAwait(false);
        await using var current = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM archiet.runtime", connection, transaction);
        var applied = (int)(await current.ExecuteScalarAsync(cancel).ConfigureAwait(false) ?? 0);
        for (var version = applied + 1; version <= RuntimeScripts.Version; version++)
        {
            await ExecuteAsync(RuntimeScripts.Text(version, roles)).ConfigureAwait(false);
            await using var note = new NpgsqlCommand("INSERT INTO archiet.runtime (version) VALUES ($1)", connection, transaction)
            {
                Parameters = { new NpgsqlParameter<int> { TypedValue = version } },
            };
            await note.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
        await transaction.CommitAsync(cancel).ConfigureAwait(false);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }
}
