using Npgsql;

namespace Archiet;

/// <summary>What a database has of changes that were applied before they were sealed.</summary>
internal sealed class PendingRows(NpgsqlConnection connection)
{
    /// <summary>Undoes them, the last phase first, each with its rows in one transaction where PostgreSQL can. False where nobody noted how.</summary>
    public async Task<bool> UndoAsync(CancellationToken cancel)
    {
        var phases = await ReadAsync(cancel).ConfigureAwait(false);
        if (phases.Any(phase => phase.Down is null))
        {
            return false;
        }
        foreach (var (id, down, inTransaction) in phases)
        {
            await using var transaction = inTransaction ? await connection.BeginTransactionAsync(cancel).ConfigureAwait(false) : null;
            foreach (var sql in down!)
            {
                await ExecuteAsync(sql, cancel).ConfigureAwait(false);
            }
            await ForgetAsync(id, cancel).ConfigureAwait(false);
            if (transaction is not null)
            {
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
            }
        }
        return true;
    }

    private async Task<List<(string Id, string[]? Down, bool InTransaction)>> ReadAsync(CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT m."MigrationId", h.down_sql, coalesce(h.down_in_transaction, true)
            FROM archiet.migrations AS m LEFT JOIN archiet.history AS h ON h.id = m."MigrationId"
            WHERE {IsPending("m.\"MigrationId\"")} ORDER BY m."MigrationId" COLLATE "C" DESC
            """,
            connection);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var phases = new List<(string, string[]?, bool)>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            phases.Add((rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetFieldValue<string[]>(1), rows.GetBoolean(2)));
        }
        return phases;
    }

    private async Task ForgetAsync(string id, CancellationToken cancel)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var sql in (string[])["DELETE FROM archiet.migrations WHERE \"MigrationId\" = $1", "DELETE FROM archiet.history WHERE id = $1"])
        {
            batch.BatchCommands.Add(new(sql) { Parameters = { new NpgsqlParameter<string> { TypedValue = id } } });
        }
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static string IsPending(string column) => $"({column} = '{EmittedMigration.PendingId}' OR starts_with({column}, '{EmittedMigration.PendingId}.'))";

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }
}
