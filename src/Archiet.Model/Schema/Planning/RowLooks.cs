namespace Archiet.Model;

/// <summary>
/// What a migration looks at before it changes anything: rows that a new check, a new unique set or a column that becomes required will refuse. Only what can be asked of the
/// schema before is: not what the same migration fills, renames or gives another type, and nothing where steps of the user's may put rows right.
/// </summary>
internal sealed class RowLooks(SchemaMatch schema, List<TableChanges> changes, FillPlan fills, bool hasFiles, PhaseList phases)
{
    /// <summary>Looks, before the first step does anything. There is no phase more for it: phases are counted by databases that have seen them.</summary>
    public void Add()
    {
        if (!hasFiles)
        {
            phases.BeginWith([.. changes.SelectMany(Of)]);
        }
    }

    private IEnumerable<LookAtRows> Of(TableChanges change)
    {
        var name = change.Table.Before.Name;
        var table = Quote(name);
        var rows = "SELECT " + string.Join(", ", (change.Table.Before.Key.Count > 0 ? change.Table.Before.Key : TableModel.UsualKey).Select(Quote)) + " FROM " + table + " WHERE ";
        foreach (var check in change.Checks.Added.Where(check => IsAsBefore(change, check.Sql)))
        {
            yield return new(name, check.Name, rows + "NOT (" + check.Sql + ")");
        }
        foreach (var index in change.Indexes.Added.Where(index => index.Unique && IsAsBefore(change, string.Join(" ", index.Columns.Select(Quote)) + " " + index.Where)))
        {
            var columns = string.Join(", ", index.Columns.Select(Quote));
            var there = string.Join(" AND ", index.Columns.Where(column => column != "tenant_id").Select(column => Quote(column) + " IS NOT NULL"));
            yield return new(
                name, index.Name,
                "SELECT " + columns + " FROM " + table + " WHERE " + there + (index.Where is null ? "" : " AND (" + index.Where + ")") + " GROUP BY " + columns + " HAVING count(*) > 1");
        }
        foreach (var column in change.Table.Columns.Where(column => column.Before.Nullable && !column.After.Nullable && column.After is { Default: null, Computed: null }))
        {
            yield return new(name, column.After.Name + " IS NOT NULL", rows + Quote(column.Before.Name) + " IS NULL");
        }
    }

    // Whether an expression over the later columns says the same over the earlier ones.
    private bool IsAsBefore(TableChanges change, string sql) => !fills.Changes(change.Table, sql) && change.Table.After.Columns.All(column => !SqlIdentifiers.Names(sql, column.Name)
        || change.Table.Columns.FirstOrDefault(match => match.After.Name == column.Name) is { } match && IsSame(match) && !change.Recomputed.Contains(match))
        && !schema.Kept.Any(table => table.Before.Name != table.After.Name && SqlIdentifiers.Names(sql, table.After.Name));

    // A column that takes a default in the place of NULL is another one when it is asked.
    private static bool IsSame(ColumnMatch column) => column.Before.Name == column.After.Name && column.Type is not (TypeChange.Narrow or TypeChange.Retype) && column.Before.Nullable == column.After.Nullable;

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"") + "\"";
}
