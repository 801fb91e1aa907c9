using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>What Entity Framework would do, in shared words.</summary>
internal sealed class TheirLines
{
    private readonly NamesInForce names;
    private readonly List<Line> lines = [];

    private TheirLines(NamesInForce names) => this.names = names;

    public static List<Line> Of(SchemaPair pair)
    {
        var theirs = new TheirLines(new NamesInForce(pair.Before, pair.After));
        foreach (var operation in EntityFramework.Differences(pair.Before, pair.After))
        {
            theirs.Add(operation);
        }
        return [.. theirs.lines, .. theirs.names.Renames()];
    }

    private void Add(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                names.Add(create.Name);
                Add("table", create.Name, names[create.Name], create.PrimaryKey!.Name + " " + names.Keys(create.Name, create.PrimaryKey.Columns));
                create.Columns.ForEach(column => Add("column", create.Name, names[create.Name, column.Name], Column(column)));
                create.CheckConstraints.ForEach(Add);
                create.ForeignKeys.ForEach(Add);
                break;
            case DropTableOperation drop:
                lines.Add(new("drop", "table", names[drop.Name], names.Drop(drop.Name)));
                break;
            case RenameTableOperation rename:
                names.Rename(rename.Name, rename.NewName!);
                break;
            case RenameColumnOperation rename:
                RenameColumn(rename.Table, rename.Name, rename.NewName);
                break;
            case RenameIndexOperation rename:
                lines.Add(new("rename", "index", names[rename.Table!], rename.Name, rename.NewName));
                break;
            case AddColumnOperation add:
                Add("column", add.Table, names.AddColumn(add.Table, add.Name), Column(add));
                break;
            case DropColumnOperation drop:
                lines.Add(new("drop", "column", names[drop.Table], names.DropColumn(drop.Table, drop.Name)));
                break;
            case AlterColumnOperation alter:
                lines.Add(new("alter", "column", names[alter.Table], names[alter.Table, alter.Name], Column(alter.OldColumn) + Line.Arrow + Column(alter)));
                break;
            default:
                Constraint(operation);
                break;
        }
    }

    private void Constraint(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateIndexOperation create:
                Add("index", create.Table, create.Name, OurLines.Index(create.IsUnique, names.Keys(create.Table, create.Columns), create.IsDescending ?? [], create.Filter));
                break;
            case DropIndexOperation drop:
                Drop("index", drop.Table!, drop.Name);
                break;
            case AddCheckConstraintOperation add:
                Add("check", add.Table, add.Name, add.Sql);
                break;
            case AddForeignKeyOperation add:
                Add("reference", add.Table, add.Name!, names[add.Table, add.Columns[1]] + " to " + names[add.PrincipalTable] + " " + add.OnDelete);
                break;
            case AddPrimaryKeyOperation add:
                Add("key", add.Table, add.Name!, names.Keys(add.Table, add.Columns));
                break;
            case DropCheckConstraintOperation drop:
                Drop("constraint", drop.Table, drop.Name);
                break;
            case DropForeignKeyOperation drop:
                Drop("constraint", drop.Table, drop.Name);
                break;
            case DropPrimaryKeyOperation drop:
                Drop("key", drop.Table, drop.Name!);
                break;
            default:
                lines.Add(new("run", operation.GetType().Name, "", operation.ToString()!));
                break;
        }
    }

    private void Add(string what, string table, string name, string text) => lines.Add(new("add", what, names[table], name, text));

    private void Drop(string what, string table, string name) => lines.Add(new("drop", what, names[table], name));

    // Entity Framework takes what goes and what comes for one, if they are of the same kind: it would keep what the genome drops.
    private void RenameColumn(string table, string column, string name)
    {
        if (names.Later(table, name) == names[table, column])
        {
            names.RenameColumn(table, column, name);
            return;
        }
        var dropped = names.DropColumn(table, column);
        lines.Add(new("guess", "column", names[table], dropped, names.AddColumn(table, name)));
    }

    // A value that no genome gives is Entity Framework's own for rows that are there.
    private static string Column(ColumnOperation column) => OurLines.Column(
        column.ColumnType!, column.IsNullable, column.DefaultValueSql ?? (column.DefaultValue is null ? null : Explanations.Implicit), column.ComputedColumnSql);
}
