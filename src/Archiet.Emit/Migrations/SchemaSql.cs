using Archiet.Model;
using Archiet.Sql;

namespace Archiet.Emit;

/// <summary>What a migration does as SQL, for those who run scripts: no database and no Entity Framework is asked.</summary>
public static class SchemaSql
{
    /// <summary>The statements of a phase, up or down. Of one that is not transactional each has to be run by itself.</summary>
    public static IReadOnlyList<string> Of(MigrationPhase phase, bool up = true) => Of(phase, up ? phase.Up : phase.Down, Of);

    /// <summary>The statements of a phase's steps, each as somebody says it.</summary>
    internal static IReadOnlyList<string> Of(MigrationPhase phase, IReadOnlyCollection<SchemaStep> steps, Func<SchemaStep, IReadOnlyList<string>> say)
    {
        var statements = steps.SelectMany(say);
        if (!phase.Transactional)
        {
            return steps.Count == 0 ? [] : [RowSql.TakeTime, .. statements, RowSql.GiveTimeBack];
        }
        return ReadsRows(steps) ? [RowSql.Begin, .. statements] : [.. statements];
    }

    /// <summary>The statements of a step.</summary>
    public static IReadOnlyList<string> Of(SchemaStep step) => step switch
    {
        AddExtension add => [TableSql.Extension(add.Name)],
        CreateTable { Table.Partitions: > 0 } create =>
            [Table(create.Table), PartitionSql.Partitions(create.Table.Name, create.Table.Partitions), TableSql.Policies(create.Table.Name, create.Owner)],
        NamePartitions => [PartitionSql.Names],
        CreateTable create => [Table(create.Table), TableSql.Policies(create.Table.Name, create.Owner)],
        DropTable drop => ["DROP TABLE " + SqlText.Quote(drop.Table) + ";"],
        RenameTable rename => ["ALTER TABLE " + SqlText.Quote(rename.From) + " RENAME TO " + SqlText.Quote(rename.To) + ";"],
        RenameConstraint rename => [TableSql.Rename(rename.Table, rename.From, rename.To)],
        RenameIndex rename => ["ALTER INDEX " + SqlText.Quote(rename.From) + " RENAME TO " + SqlText.Quote(rename.To) + ";"],
        RenameColumn rename => ["ALTER TABLE " + SqlText.Quote(rename.Table) + " RENAME COLUMN " + SqlText.Quote(rename.From) + " TO " + SqlText.Quote(rename.To) + ";"],
        AddColumn add => AddColumn(add),
        DropColumn drop => ["ALTER TABLE " + SqlText.Quote(drop.Table) + " DROP COLUMN " + SqlText.Quote(drop.Column) + ";"],
        AlterColumn alter => [TableSql.Alter(alter.Table, alter.To.Name, ColumnActions.Of(alter.From, alter.To))],
        LookAtRows look => [RowSql.Look(look.Table, look.Asks, look.Broken)],
        FillColumn { InBatches: true } fill => [RowSql.FillInBatches(fill.Table, fill.Column, fill.Value, fill.Where)],
        FillColumn fill => [RowSql.Fill(fill.Table, fill.Column, fill.Value, fill.Where)],
        CreateIndex create => Index(create),
        UseIndex use => [TableSql.UseIndex(use.Table, use.Index.Name)],
        DropIndex { Concurrently: true } drop => [TableSql.DropIndexConcurrently(drop.Index.Name)],
        DropIndex { Index.AtStatementEnd: true } drop => [TableSql.Drop(drop.Table, drop.Index.Name, ifThere: false)],
        DropIndex drop => ["DROP INDEX " + SqlText.Quote(drop.Index.Name) + ";"],
        AddCheck add => [TableSql.Check(add.Table, add.Check.Name, add.Check.Sql, add.Valid)],
        AddReference { Reference: var key } add => [TableSql.Reference(add.Table, key.Name, key.Column, key.PrincipalTable, ReferenceActions.Of(key.OnDelete), add.Valid)],
        ValidateConstraint validate => [TableSql.Validate(validate.Table, validate.Constraint)],
        DropConstraint drop => [TableSql.Drop(drop.Table, drop.Constraint, drop.IfThere)],
        AddExclusion { Exclusion: var exclusion } add => [TableSql.Exclusion(add.Table, exclusion.Name, exclusion.Range, exclusion.Where, exclusion.Key)],
        CreateTrigger { Trigger: var trigger } =>
            [TriggerSql.Function(trigger.Name, trigger.Rules.Select(TriggerText.Sql)), TriggerSql.Trigger(trigger.Table, trigger.Name, trigger.DeferredEvents)],
        DropTrigger drop => [TriggerSql.Drop(drop.Table, drop.Trigger)],
        SeedRow seed => [RowSql.Seed(seed.Table, seed.Row.Values.Select(value => value.Column), seed.Row.Values.Select(value => value.Sql), seed.Renewed)],
        RunSql run => [run.Sql],
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "A migration does nothing else."),
    };

    /// <summary>Whether steps need a session that sees the rows of all tenants; a table that they make has none.</summary>
    internal static bool ReadsRows(IReadOnlyCollection<SchemaStep> steps)
    {
        var made = new HashSet<string>(steps.OfType<CreateTable>().Select(static create => create.Table.Name), StringComparer.Ordinal);
        return steps.Any(step => step is FillColumn or SeedRow or RunSql or ValidateConstraint || (step is AddReference { Valid: true } add && !made.Contains(add.Table)));
    }

    /// <summary>The statement that makes a table, but not its partitions.</summary>
    internal static string Table(TableModel table) =>
        "CREATE TABLE " + SqlText.Quote(table.Name) + " (\n"
        + string.Join(",\n", table.Columns.Select(Column)
            .Append("CONSTRAINT " + SqlText.Quote(table.PrimaryKey) + " PRIMARY KEY (" + SqlText.List(table.Key.Count > 0 ? table.Key : ["tenant_id", "id"]) + ")")
            .Concat(table.Checks.Select(check => "CONSTRAINT " + SqlText.Quote(check.Name) + " CHECK (" + check.Sql + ")"))
            .Select(line => "    " + line))
        + "\n)" + (table.Partitions > 0 ? " " + PartitionSql.ByTenant : "") + ";";

    private static IReadOnlyList<string> AddColumn(AddColumn add)
    {
        var column = add.Fill is { } fill ? add.Column with { Default = fill } : add.Column;
        var statement = "ALTER TABLE " + SqlText.Quote(add.Table) + " ADD COLUMN " + Column(column) + ";";
        return add.Fill is null ? [statement] : [statement, TableSql.Alter(add.Table, column.Name, ["DROP DEFAULT"])];
    }

    private static string Column(ColumnModel column) =>
        SqlText.Quote(column.Name) + " " + column.StoreType
        + (column.Computed is { } computed ? " GENERATED ALWAYS AS (" + computed + ") STORED" : "")
        + (column.Nullable ? "" : " NOT NULL")
        + (column.Default is { } value ? " DEFAULT " + value : "");

    private static string[] Index(CreateIndex create)
    {
        var index = create.Index;
        if (index.AtStatementEnd)
        {
            return [TableSql.Unique(create.Table, index.Name, index.Columns)];
        }
        if (create is { Concurrently: true, Partitions: > 0 })
        {
            return PartitionSql.IndexConcurrently(create.Partitions, create.Table, index.Name, index.Unique, index.Where, index.Descending, index.Columns);
        }
        var statement = TableSql.Index(create.Table, index.Name, index.Unique, index.Where, index.Descending, index.Columns, create.Concurrently);
        return create.Concurrently ? [TableSql.DropIndexConcurrently(index.Name), statement] : [statement];
    }
}
