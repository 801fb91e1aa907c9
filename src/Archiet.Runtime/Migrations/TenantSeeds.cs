using Npgsql;

namespace Archiet;

/// <summary>Gives the tenants that exist the seed rows that they lack, each in a transaction of its own.</summary>
internal static class TenantSeeds
{
    /// <summary>Runs the statements that make the rows, in the order in which they refer to each other.</summary>
    public static async Task EnsureAsync(NpgsqlConnection connection, IReadOnlyList<string> seeds, CancellationToken cancel)
    {
        if (seeds.Count == 0)
        {
            return;
        }
        foreach (var tenant in await TenantsAsync(connection, cancel).ConfigureAwait(false))
        {
            var batch = new NpgsqlBatch(connection) { BatchCommands = { TenantBatch.Setting(tenant) } };
            await using (batch.ConfigureAwait(false))
            {
                foreach (var seed in seeds)
                {
                    batch.BatchCommands.Add(new(seed) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = tenant } } });
                }
                await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task<List<Guid>> TenantsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT id FROM archiet.tenants ORDER BY id", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var tenants = new List<Guid>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            tenants.Add(rows.GetGuid(0));
        }
        return tenants;
    }
}
