namespace Archiet.Model;

/// <summary>What belongs to a table of both states and changes.</summary>
internal sealed class TableChanges
{
    private readonly SchemaMatch schema;
    private readonly List<string> retyped;

    public TableChanges(SchemaMatch schema, TableMatch table)
    {
        (this.schema, Table) = (schema, table);

        // PostgreSQL keeps an expression with the types it was made for: over a column of another type it is made anew, so that it reads as if it had always been so.
        retyped = table.Columns.Where(column => TypeChanges.Base(column.Before.StoreType) != TypeChanges.Base(column.After.StoreType))
            .Select(column => column.After.Name).ToList();
        var (before, after) = (table.Before, table.After);
        Checks = new(before.Checks, after.Checks, (was, now) => Same(was.Sql, now.Sql), check => check.Name);
        Indexes = new(before.Indexes, after.Indexes, Same, index => index.Name);
        References = new(before.ForeignKeys, after.ForeignKeys, Same, key => key.Name);
        Exclusions = new(before.Exclusions, after.Exclusions, Same, exclusion => exclusion.Name);
        Recomputed = table.Columns.Where(IsRecomputed).ToList();
    }

    public TableMatch Table { get; }

    public ConstraintMatch<CheckModel> Checks { get; }

    public ConstraintMatch<IndexModel> Indexes { get; }

    public ConstraintMatch<ForeignKeyModel> References { get; }

    public ConstraintMatch<ExclusionModel> Exclusions { get; }

    /// <summary>Columns that are removed and added, as what they are computed by changes, or what that reads.</summary>
    public IReadOnlyList<ColumnMatch> Recomputed { get; }

    private bool Same(IndexModel was, IndexModel now) =>
        was.Unique == now.Unique && was.AtStatementEnd == now.AtStatementEnd && was.Descending == now.Descending && Same(was.Where, now.Where)
        && was.Columns.Select(Table.ColumnAfter).SequenceEqual(now.Columns, StringComparer.Ordinal)
        && !now.Columns.Any(IsMadeAnew);

    private bool Same(ForeignKeyModel was, ForeignKeyModel now) =>
        was.OnDelete == now.OnDelete && Table.ColumnAfter(was.Column) == now.Column && schema.TableAfter(was.PrincipalTable) == now.PrincipalTable;

    private bool Same(ExclusionModel was, ExclusionModel now) =>
        Same(was.Range, now.Range) && Same(was.Where, now.Where) && was.Key.Select(Table.ColumnAfter).SequenceEqual(now.Key, StringComparer.Ordinal);

    private bool Same(string? was, string? now) =>
        was is null || now is null ? was == now : schema.Sql(Table, was) == now && !retyped.Exists(column => SqlIdentifiers.Names(now, column)) && !Table.Columns.Any(column => IsRecomputed(column) && SqlIdentifiers.Names(now, column.After.Name));

    private bool IsMadeAnew(string column) => Table.Columns.Any(match => match.After.Name == column && IsRecomputed(match));

    private bool IsRecomputed(ColumnMatch column)
    {
        var (was, now) = (column.Before.Computed, column.After.Computed);
        if (was is null && now is null)
        {
            return false;
        }
        return was is null || now is null || column.Type != TypeChange.None || schema.Sql(Table, was) != now
            || Table.Columns.Any(read => read.Type != TypeChange.None && SqlIdentifiers.Names(now, read.After.Name));
    }
}
