using Archiet.Evolution.Rows;
using Npgsql;

namespace Archiet.Evolution.Databases;

/// <summary>Whether row-level security keeps the tenants' rows apart, asked with plain SQL in the roles that the app has.</summary>
internal static class Fences
{
    /// <summary>What is wrong: a row seen that should not be, or one that is not seen.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Database database, RowSnapshot rows, IReadOnlyList<Guid> tenants)
    {
        var faults = new List<string>();
        await using var app = new NpgsqlConnection(database.AsApp);
        await app.OpenAsync();
        await CompareAsync(faults, app, rows, "the app without a tenant", static (_, _) => 0, null);
        foreach (var tenant in tenants)
        {
            await Database.ExecuteAsync(app, $"SELECT set_config('app.tenant', '{tenant}', false)");
            await CompareAsync(
                faults, app, rows, $"the app for {tenant}", (snapshot, table) => snapshot.CountByTenant(table).Where(count => count.Tenant == tenant.ToString()).Sum(count => count.Rows), tenant);
        }
        await using var owner = await database.OpenAsync();
        await Database.ExecuteAsync(owner, $"SET ROLE \"{database.Roles.Owner}\"");
        await CompareAsync(faults, owner, rows, "the owner without a word", static (_, _) => 0, null);
        return faults;
    }

    private static async Task CompareAsync(List<string> faults, NpgsqlConnection connection, RowSnapshot rows, string who, Func<RowSnapshot, string, int> expected, Guid? tenant)
    {
        var foreign = tenant is null ? "true" : $"tenant_id <> '{tenant}'";
        var counts = string.Join(" UNION ALL ", rows.Tables.Select(table => $"SELECT '{table}', count(*), count(*) FILTER (WHERE {foreign}) FROM \"{table}\""));
        foreach (var count in await Database.QueryAsync(connection, counts))
        {
            var table = count[0]!;
            if (count[1] != $"{expected(rows, table)}" || count[2] != "0")
            {
                faults.Add($"{who} sees {count[1]} rows of {table} in place of {expected(rows, table)}, {count[2]} of them not its own.");
            }
        }
    }
}
