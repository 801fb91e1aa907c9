using Archiet.Evolution.Databases;

namespace Archiet.Evolution.Rows;

/// <summary>References that lead to no row of their tenant: rows are made past the foreign keys, which are therefore asked afterwards.</summary>
internal static class Orphans
{
    /// <summary>Finds them, a line a column.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(Database database)
    {
        var references = from table in await TableShape.ReadAsync(database)
                         from column in table.Columns
                         where column.Principal is not null && column.Name != "tenant_id"
                         select $"""
                             SELECT '{table.Name}.{column.Name}', count(*) FROM "{table.Name}" child
                             WHERE child."{column.Name}" IS NOT NULL
                                 AND NOT EXISTS (SELECT FROM "{column.Principal}" parent WHERE parent.tenant_id = child.tenant_id AND parent.id = child."{column.Name}")
                             """;
        var counts = await database.QueryAsync(string.Join("\nUNION ALL\n", references));
        return [.. counts.Where(count => count[1] != "0").Select(count => $"{count[1]} rows of {count[0]} refer to nothing.")];
    }
}
