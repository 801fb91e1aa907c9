namespace Archiet.Model;

/// <summary>Tables and columns: what goes out of the way, names, what comes, and what goes in the end.</summary>
internal sealed class StructurePlan(SchemaMatch schema, List<TableChanges> changes, TriggerChanges triggers, PhaseList phases, bool hasFiles)
{
    private readonly List<TableModel> goesFirst = schema.Dropped.Where(table =>
        schema.After.Tables.Any(other => other.Name == table.Name || other.PrimaryKey == table.PrimaryKey)).ToList();

    /// <summary>Removes what is gone, and what would be wrong meanwhile: triggers, references, exclusions, checks, indexes, and what has a name that is needed.</summary>
    public void Clear()
    {
        foreach (var trigger in triggers.Dropped)
        {
            phases.Add(new DropTrigger(trigger.Table, trigger.Name), new CreateTrigger(trigger));
        }
        foreach (var change in changes)
        {
            Drop(change.Table.Before, change.References.Dropped);
        }
        foreach (var table in schema.Dropped)
        {
            Drop(table, table.ForeignKeys);
        }
        foreach (var change in changes)
        {
            Clear(change);
        }
        foreach (var table in goesFirst)
        {
            Drop(table);
        }
    }

    /// <summary>Gives tables, columns and all that is called after them their names.</summary>
    public void Rename()
    {
        if (changes.Count == 0)
        {
            return;
        }
        foreach (var (from, to) in RenameOrder.Of(schema.Kept.Select(table => (table.Before.Name, table.After.Name))))
        {
            phases.Add(new RenameTable(from, to), new RenameTable(to, from));
        }
        foreach (var change in changes)
        {
            var name = change.Table.After.Name;
            foreach (var (from, to) in RenameOrder.Of(change.Table.Columns.Except(change.Recomputed).Select(column => (column.Before.Name, column.After.Name))))
            {
                phases.Add(new RenameColumn(name, from, to), new RenameColumn(name, to, from));
            }
        }
        foreach (var change in changes)
        {
            var name = change.Table.After.Name;
            foreach (var (from, to) in RenameOrder.Of(change.Checks.Renames).Concat(RenameOrder.Of(change.References.Renames)))
            {
                phases.Add(new RenameConstraint(name, from, to), new RenameConstraint(name, to, from));
            }
        }

        // Behind keys and exclusions there are indexes, whose names are the schema's.
        var keys = changes.SelectMany(change => change.Exclusions.Renames.Append((change.Table.Before.PrimaryKey, change.Table.After.PrimaryKey))
            .Select(rename => (change.Table.After.Name, rename))).ToList();
        foreach (var (from, to) in RenameOrder.Of(keys.Select(key => key.rename)))
        {
            var table = keys.First(key => key.rename.Item1 == from || key.rename.Item2 == to).Name;
            phases.Add(new RenameConstraint(table, from, to), new RenameConstraint(table, to, from));
        }
        var indexes = changes.SelectMany(change => change.Indexes.Renames.Select(rename => (change.Table.After.Name, rename))).ToList();
        foreach (var (from, to) in RenameOrder.Of(indexes.Select(index => index.rename)))
        {
            var table = indexes.First(index => index.rename.From == from || index.rename.To == to).Name;
            phases.Add(new RenameIndex(table, from, to), new RenameIndex(table, to, from));
        }
    }

    /// <summary>Makes extensions and tables.</summary>
    public void Create()
    {
        foreach (var extension in schema.After.Extensions.Except(schema.Before.Extensions, StringComparer.Ordinal))
        {
            phases.Add(new AddExtension(extension));
        }
        foreach (var table in schema.Added)
        {
            phases.Add(new CreateTable(table, schema.After.Owner), new DropTable(table.Name));
        }
    }

    /// <summary>Adds columns, and allows what columns are to take.</summary>
    public void Widen()
    {
        foreach (var change in changes)
        {
            var table = change.Table.After.Name;
            foreach (var column in change.Table.Added.Where(column => column.Computed is null))
            {
                phases.Add(new AddColumn(table, IsAwaited(column) ? column with { Nullable = true } : column, null), new DropColumn(table, column.Name));
            }
            foreach (var path in Paths(change))
            {
                Alter(table, path.Was, path.Wide);
            }
        }
    }

    /// <summary>Takes from columns what they are no longer to hold, and computes those that are computed.</summary>
    public void Narrow()
    {
        foreach (var change in changes)
        {
            var table = change.Table.After.Name;
            foreach (var path in Paths(change))
            {
                Alter(table, path.Wide, path.Typed);
                if (path.IsRequired && change.Table.IsSmall)
                {
                    Alter(table, path.Typed, path.Now);
                }
            }
            foreach (var column in change.Table.Added.Where(column => IsAwaited(column) && change.Table.IsSmall))
            {
                Alter(table, column with { Nullable = true }, column);
            }
            foreach (var column in change.Table.Added.Where(column => column.Computed is not null).Concat(change.Recomputed.Select(column => column.After)))
            {
                phases.Add(new AddColumn(table, column, null), new DropColumn(table, column.Name));
            }
        }
    }

    /// <summary>Columns of large tables that take no NULL in the end, as they are until then.</summary>
    public IEnumerable<RequiredColumn> Required() => changes.Where(change => !change.Table.IsSmall).SelectMany(change =>
        Paths(change).Where(path => path.IsRequired).Select(path => new RequiredColumn(change.Table.After.Name, path.Typed, path.Now))
            .Concat(change.Table.Added.Where(IsAwaited).Select(column => new RequiredColumn(change.Table.After.Name, column with { Nullable = true }, column))));

    /// <summary>Removes columns and tables with what is in them.</summary>
    public void Drop()
    {
        foreach (var change in changes)
        {
            foreach (var column in change.Table.Dropped.Where(column => column.Computed is null && !IsInTheWay(change.Table, column)))
            {
                Drop(change.Table.After.Name, column);
            }
        }
        foreach (var table in schema.Dropped.Except(goesFirst))
        {
            Drop(table);
        }
    }

    private void Clear(TableChanges change)
    {
        var table = change.Table.Before.Name;
        foreach (var exclusion in change.Exclusions.Dropped)
        {
            phases.Add(new DropConstraint(table, exclusion.Name, IfThere: false), new AddExclusion(table, exclusion));
        }
        foreach (var check in change.Checks.Dropped)
        {
            phases.Add(new DropConstraint(table, check.Name, IfThere: false), new AddCheck(table, check, Valid: true));
        }
        foreach (var index in change.Indexes.Dropped)
        {
            phases.Add(new DropIndex(table, index, Concurrently: false), new CreateIndex(table, index, Concurrently: false));
        }
        foreach (var column in change.Recomputed.Where(column => column.Before.Computed is not null).Select(column => column.Before)
            .Concat(change.Table.Dropped.Where(column => column.Computed is not null)))
        {
            Drop(table, column);
        }
        foreach (var column in change.Recomputed.Where(column => column.Before.Computed is null).Select(column => column.Before)
            .Concat(change.Table.Dropped.Where(column => column.Computed is null && IsInTheWay(change.Table, column))))
        {
            Drop(table, column);
        }
    }

    private void Drop(TableModel table, IEnumerable<ForeignKeyModel> references)
    {
        foreach (var reference in references)
        {
            phases.Add(new DropConstraint(table.Name, reference.Name, IfThere: false), new AddReference(table.Name, reference, Valid: true));
        }
    }

    private void Drop(string table, ColumnModel column) => phases.Add(new DropColumn(table, column.Name), new AddColumn(table, column, ZeroValue.Of(column)));

    private void Drop(TableModel table) => phases.Add(
        new DropTable(table.Name),
        [
            new CreateTable(table, schema.Before.Owner),
            .. table.Indexes.Select(index => new CreateIndex(table.Name, index, Concurrently: false)),
            .. table.Exclusions.Select(exclusion => new AddExclusion(table.Name, exclusion)),
        ]);

    private void Alter(string table, ColumnModel from, ColumnModel to)
    {
        if (ColumnPath.Differ(from, to))
        {
            phases.Add(new AlterColumn(table, from, to), new AlterColumn(table, to, from));
        }
    }

    private static IEnumerable<ColumnPath> Paths(TableChanges change) => change.Table.Columns.Except(change.Recomputed).Select(column => new ColumnPath(column));

    // A required column without a value for the rows that there are: the user's steps fill it. Without such steps PostgreSQL refuses it at once if there are rows.
    private bool IsAwaited(ColumnModel column) => hasFiles && !column.Nullable && column.Default is null && column.Computed is null;

    private static bool IsInTheWay(TableMatch table, ColumnModel dropped) => table.After.Columns.Any(column => column.Name == dropped.Name);
}

/// <summary>A column of a large table on its way to take no NULL.</summary>
internal sealed record RequiredColumn(string Table, ColumnModel From, ColumnModel To)
{
    /// <summary>What says so before the column itself does; PostgreSQL then asks no row again.</summary>
    public CheckModel Check { get; } = new(Naming.Identifier("ck_" + Table + "_" + To.Name + "_required"), "\"" + To.Name + "\" IS NOT NULL");
}
