using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>Rows of two tenants that keep all the rules of a made-up genome.</summary>
internal static class RowMaker
{
    /// <summary>How many rows a tenant has in a table.</summary>
    public const int Rows = 2;

    /// <summary>The id of a tenant.</summary>
    public static string Tenant(int tenant) => $"{tenant}{tenant}{tenant}{tenant}{tenant}{tenant}{tenant}{tenant}-0000-4000-8000-000000000000";

    /// <summary>Fills every table; what is optional is missing in the last row.</summary>
    public static void Fill(NpgsqlConnection owner, KeyedState state)
    {
        var left = state.State.Tables.ToList();
        var filled = new HashSet<string>(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            // What is required to be there comes first.
            var next = left.First(table => table.ForeignKeys.All(key => filled.Contains(key.PrincipalTable) || table.Columns.First(column => column.Name == key.Column).Nullable));
            for (var tenant = 1; tenant <= 2; tenant++)
            {
                for (var row = 1; row <= (next.PrimaryKey == "pk_firms" ? 1 : Rows); row++)
                {
                    Insert(owner, state.State, next, filled, tenant, row);
                }
            }
            left.Remove(next);
            filled.Add(next.Name);
        }
    }

    private static void Insert(NpgsqlConnection owner, SchemaState state, TableModel table, HashSet<string> filled, int tenant, int row)
    {
        var columns = table.Columns.Where(static column => column.Computed is null && column.Name != "deleted_at").ToList();
        var values = columns.Select(column => column.Name switch
        {
            "tenant_id" => $"'{Tenant(tenant)}'",
            "id" => table.PrimaryKey == "pk_firms" ? $"'{Tenant(tenant)}'" : Id(tenant, row),
            _ when table.ForeignKeys.FirstOrDefault(key => key.Column == column.Name) is { } key => filled.Contains(key.PrincipalTable) ? Id(tenant, row) : "NULL",
            _ when column.Nullable && row == Rows && !column.Origin.Contains('.', StringComparison.Ordinal) => "NULL",
            _ when table.Triggers.SelectMany(static trigger => trigger.Rules).OfType<WaysRule>().FirstOrDefault(ways => ways.Column == column.Name) is { } ways => $"'{ways.Initial}'",
            _ => Value(state, column, row),
        });
        owner.Run($"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(static column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", values)})");
    }

    private static string Id(int tenant, int row) => $"'{tenant}0000000-0000-4000-8000-00000000000{row}'";

    private static string Value(SchemaState state, ColumnModel column, int row) => column.Enum is { } name
        ? state.Enums.First(members => members.Name == name).Members is var members ? $"'{members[row % members.Count].Stored}'" : ""
        : column.StoreType.Split('(')[0] switch
        {
            "boolean" => row == 1 ? "true" : "false",
            "date" => $"'2026-02-0{row}'",
            "timestamp with time zone" => $"'2026-02-0{row} 10:00:00+00'",
            "time without time zone" => $"'0{row}:00'",
            "interval" => $"'{row} hours'",
            "uuid" => $"'00000000-0000-4000-8000-00000000000{row}'",
            "jsonb" => $$"""'{"a": {{row}}}'""",
            "bytea" => $"'\\x0{row}'",
            _ => $"'{row}'",
        };
}
