using System.Globalization;
using Archiet.Evolution.Databases;
using Npgsql;

namespace Archiet.Evolution.Rows;

/// <summary>
/// Fills every empty table with rows of each tenant, from the catalog alone: each value its type's, each reference to a row of the same tenant. The last row of
/// each has nothing but what is required.
/// </summary>
internal sealed class RowMaker(NpgsqlConnection connection, IReadOnlyList<TableShape> tables)
{
    private const int RowsEach = 3;
    private const int MostRetries = 8;

    // Set by a delete, of which there is none here.
    private static readonly string[] LeftOut = ["deleted_at", "deleted_by_id"];

    private readonly Dictionary<(string Table, string Tenant), List<string>> ids = [];

    /// <summary>Makes the rows; gives how many. Triggers are passed by: rows may be in any state, and refer to each other in circles.</summary>
    public static async Task<int> FillAsync(Database database, IReadOnlyList<Guid> tenants)
    {
        var tables = await TableShape.ReadAsync(database);
        await using var connection = await database.OpenAsync();
        await Database.ExecuteAsync(connection, "SET session_replication_role = replica; SET TimeZone = 'UTC'");
        var maker = new RowMaker(connection, tables);
        var empty = new List<TableShape>();
        foreach (var table in tables)
        {
            if ((await Database.QueryAsync(connection, $"SELECT 1 FROM \"{table.Name}\" LIMIT 1")).Count == 0)
            {
                empty.Add(table);
            }
        }
        var made = 0;
        for (var tenant = 0; tenant < tenants.Count; tenant++)
        {
            await maker.NumberRowsAsync(empty, tenants[tenant].ToString());
            foreach (var table in empty)
            {
                for (var row = 0; row < (table.IsTenant ? 1 : RowsEach); row++)
                {
                    await maker.InsertAsync(table, tenants[tenant].ToString(), tenant + 1, row);
                    made++;
                }
            }
        }
        return made;
    }

    /// <summary>Which ids there are to refer to: of rows that are there, and of those that are made next.</summary>
    private async Task NumberRowsAsync(List<TableShape> empty, string tenant)
    {
        foreach (var table in tables.Where(table => table.HasId))
        {
            ids[(table.Name, tenant)] = table.IsTenant ? [tenant]
                : empty.Contains(table) ? [.. Enumerable.Range(0, RowsEach).Select(_ => Guid.CreateVersion7().ToString())]
                : [.. (await Database.QueryAsync(connection, $"SELECT id FROM \"{table.Name}\" WHERE tenant_id = '{tenant}' ORDER BY id")).Select(row => row[0]!)];
        }
    }

    /// <summary>A row that breaks a rule is made with two of the rule's values exchanged, or else without those of them that it can do without.</summary>
    private async Task InsertAsync(TableShape table, string tenant, int tenantNumber, int row)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < table.Columns.Count; at++)
        {
            var column = table.Columns[at];
            if (!LeftOut.Contains(column.Name) && (column.Required || row < RowsEach - 1) && Value(table, column, at, tenant, tenantNumber, row) is { } value)
            {
                values.Add(column.Name, value);
            }
        }
        var turned = new HashSet<string>(StringComparer.Ordinal);
        for (var retry = 0; ; retry++)
        {
            var sql = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", values.Keys.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", values.Values)})";
            try
            {
                await Database.ExecuteAsync(connection, sql);
                return;
            }
            catch (PostgresException broken) when (broken.SqlState == PostgresErrorCodes.CheckViolation && retry < MostRetries)
            {
                var columns = table.Columns.Where(column => values.ContainsKey(column.Name) && table.Checks[broken.ConstraintName!].Contains(column.Name)).ToList();
                if (turned.Add(broken.ConstraintName!) && columns.Count > 1)
                {
                    (values[columns[0].Name], values[columns[^1].Name]) = (values[columns[^1].Name], values[columns[0].Name]);
                }
                else if (!columns.Where(column => !column.Required).Select(column => values.Remove(column.Name)).ToList().Contains(true))
                {
                    throw;
                }
            }
        }
    }

    private string? Value(TableShape table, ColumnShape column, int at, string tenant, int tenantNumber, int row)
    {
        // Two digits for the tenant and the row, and one for the column: it fits the shortest texts, and tells whose a value is.
        var number = (tenantNumber * 10) + row;
        if (column.Principal is { } principal && column.Name != "tenant_id")
        {
            var known = ids[(principal, tenant)];
            return known.Count == 0 ? null : $"'{known[row % known.Count]}'";
        }
        return column switch
        {
            { Name: "tenant_id" } => $"'{tenant}'",
            { Name: "id" } => $"'{ids[(table.Name, tenant)][row]}'",
            { Members.Count: > 0 } => Text(column.Members[row * 7 % column.Members.Count]),
            { Type: "boolean" } => row % 2 == 0 ? "true" : "false",
            { Type: "integer" or "bigint" } => Number(number),
            { Type: "text" } => $"'{number}{at % 10}'",
            { Type: "jsonb" } => $$"""'{"number": {{number}}}'""",
            // The account of a person: the runtime has none here.
            { Name: "account_id" } => null,
            { Type: "uuid" } => $"'{Guid.CreateVersion7()}'",
            { Type: "bytea" } => $"'\\x{number:x2}'",
            { Type: "date" } => $"date '2026-01-01' + {Number(at + row)}",
            { Type: "interval" } => $"interval '{number} minutes'",
            _ when column.Type.StartsWith("character varying", StringComparison.Ordinal) => $"'{number}{at % 10}'",
            _ when column.Type.StartsWith("numeric", StringComparison.Ordinal) => $"{number}.5",
            _ when column.Type.StartsWith("timestamp", StringComparison.Ordinal) => $"timestamptz '2026-01-01 00:00Z' + interval '{at} days {number} minutes'",
            _ when column.Type.StartsWith("time ", StringComparison.Ordinal) => $"time '08:00' + interval '{number} minutes'",
            _ => throw new InvalidOperationException($"{table.Name}.{column.Name}: nothing is known of the type {column.Type}."),
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";
}
