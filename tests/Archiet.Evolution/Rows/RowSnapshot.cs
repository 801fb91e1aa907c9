using System.Text.Json;
using Archiet.Evolution.Databases;

namespace Archiet.Evolution.Rows;

/// <summary>Every row of every table at one moment.</summary>
internal sealed class RowSnapshot
{
    private readonly Dictionary<string, IReadOnlyList<Dictionary<string, JsonElement>>> tables;

    private RowSnapshot(Dictionary<string, IReadOnlyList<Dictionary<string, JsonElement>>> tables) => this.tables = tables;

    /// <summary>The tables by name.</summary>
    public IEnumerable<string> Tables => tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>How many rows there are in all.</summary>
    public int Count => tables.Values.Sum(rows => rows.Count);

    /// <summary>The rows of a table; none where there is no such table.</summary>
    public IReadOnlyList<Dictionary<string, JsonElement>> Rows(string table) => tables.GetValueOrDefault(table, []);

    /// <summary>Whether there is such a table.</summary>
    public bool Has(string table) => tables.ContainsKey(table);

    /// <summary>Reads all rows, past every policy.</summary>
    public static async Task<RowSnapshot> ReadAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        await Database.ExecuteAsync(connection, "SET TimeZone = 'UTC'");
        var tables = new Dictionary<string, IReadOnlyList<Dictionary<string, JsonElement>>>(StringComparer.Ordinal);
        foreach (var table in await TableShape.ReadAsync(database))
        {
            var rows = await Database.QueryAsync(connection, $"SELECT to_jsonb(t) FROM \"{table.Name}\" t");
            tables[table.Name] = [.. rows.Select(row => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row[0]!)!)];
        }
        return new(tables);
    }

    /// <summary>How many rows each tenant has in a table.</summary>
    public IEnumerable<(string Tenant, int Rows)> CountByTenant(string table) =>
        Rows(table).CountBy(row => row["tenant_id"].GetString()!).Select(group => (group.Key, group.Value));
}
