using Npgsql;

namespace Archiet;

/// <summary>What a database has noted of migrations, in Entity Framework's table and in the runtime's.</summary>
internal sealed class MigrationRows(NpgsqlConnection connection)
{
    /// <summary>Gives migrations other ids, in both tables, with whichever of their phases were applied: all of them, or none.</summary>
    /// <param name="ids">The id of each one's first phase, as it is and as it shall be.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RenameAsync(IEnumerable<(string From, string To)> ids, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        foreach (var (from, to) in ids)
        {
            foreach (var (table, column, rest) in new[] { ("migrations", "\"MigrationId\"", ""), ("history", "id", ", down_sql = NULL, down_in_transaction = true") })
            {
                await using var rename = new NpgsqlCommand(
                    $"UPDATE archiet.{table} SET {column} = $2 || substr({column}, length($1) + 1){rest} WHERE {column} = $1 OR starts_with({column}, $1 || '.')",
                    connection)
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = from }, new NpgsqlParameter<string> { TypedValue = to } },
                };
                await rename.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
        await transaction.CommitAsync(cancel).ConfigureAwait(false);
    }
}
