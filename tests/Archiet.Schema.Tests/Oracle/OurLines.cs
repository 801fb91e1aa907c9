namespace Archiet.Schema.Tests.Oracle;

/// <summary>What our plan does, in shared words. What takes several steps is one line: how it is done is no matter here, and PostgreSQL's to judge.</summary>
internal sealed class OurLines
{
    private readonly NamesInForce names;
    private readonly List<Line> lines = [];

    private OurLines(NamesInForce names) => this.names = names;

    public static List<Line> Of(SchemaPair pair)
    {
        var ours = new OurLines(new NamesInForce(pair.Before, pair.After));
        foreach (var step in pair.Plan.Phases.SelectMany(static phase => phase.Up))
        {
            ours.Add(step);
        }
        return [.. ours.lines, .. ours.names.Renames()];
    }

    /// <summary>A column as both differs see it.</summary>
    public static string Column(string type, bool nullable, string? value, string? computed) =>
        type + (nullable ? "" : " not null") + (value is null ? "" : " default " + value) + (computed is null ? "" : " as " + computed);

    /// <summary>An index as both differs see it.</summary>
    public static string Index(bool unique, string columns, IReadOnlyCollection<bool> descending, string? where) =>
        (unique ? "unique " : "") + columns + (descending.Count > 0 ? " down " + string.Join(",", descending) : "") + (where is null ? "" : " where " + where);

    private void Add(SchemaStep step)
    {
        switch (step)
        {
            case CreateTable { Table: var table }:
                names.Add(table.Name);
                Add("table", table.Name, names[table.Name], table.PrimaryKey + " " + names.Keys(table.Name, table.Key.Count > 0 ? table.Key : ["tenant_id", "id"]));
                table.Columns.ToList().ForEach(column => Add("column", table.Name, names[table.Name, column.Name], Column(column)));
                table.Checks.ToList().ForEach(check => Add("check", table.Name, check.Name, check.Sql));
                break;
            case DropTable drop:
                lines.Add(new("drop", "table", names[drop.Table], names.Drop(drop.Table)));
                break;
            case RenameTable rename:
                names.Rename(rename.From, rename.To);
                break;
            case RenameColumn rename:
                names.RenameColumn(rename.Table, rename.From, rename.To);
                break;
            case RenameConstraint rename:
                Rename("constraint", rename.Table, rename.From, rename.To);
                break;
            case RenameIndex rename:
                Rename("index", rename.Table, rename.From, rename.To);
                break;
            case AddColumn add:
                Add("column", add.Table, names.AddColumn(add.Table, add.Column.Name), Column(add.Column));
                break;
            case DropColumn drop:
                lines.Add(new("drop", "column", names[drop.Table], names.DropColumn(drop.Table, drop.Column)));
                break;
            case AlterColumn alter:
                Alter(names[alter.Table], names[alter.Table, alter.To.Name], Column(alter.From), Column(alter.To));
                break;
            default:
                Constraint(step);
                break;
        }
    }

    private void Constraint(SchemaStep step)
    {
        switch (step)
        {
            case CreateIndex { Index: var index } create:
                Add("index", create.Table, index.Name, Index(index.Unique, names.Keys(create.Table, index.Columns), index.Descending, index.Where));
                break;
            case DropIndex drop:
                Drop("index", drop.Table, drop.Index.Name);
                break;
            case AddCheck add:
                Add("check", add.Table, add.Check.Name, add.Check.Sql + Pending(add.Valid));
                break;
            case AddReference { Reference: var key } add:
                Add("reference", add.Table, key.Name, names[add.Table, key.Column] + " to " + names[key.PrincipalTable] + " " + key.OnDelete + Pending(add.Valid));
                break;
            case ValidateConstraint validate:
                var at = lines.FindLastIndex(line => line.Verb == "add" && line.Table == names[validate.Table] && line.Name == validate.Constraint);
                lines[at] = lines[at] with { Text = lines[at].Text[..^Pending(valid: false).Length] };
                break;
            case DropConstraint drop:
                Drop("constraint", drop.Table, drop.Constraint);
                break;
            default:
                // What Entity Framework has no words for.
                lines.Add(new("run", step.GetType().Name, "", step is FillColumn fill ? names[fill.Table] + "." + names[fill.Table, fill.Column] : ""));
                break;
        }
    }

    private void Add(string what, string table, string name, string text) => lines.Add(new("add", what, names[table], name, text));

    // What is there for a while only is no difference between schemas.
    private void Drop(string what, string table, string name)
    {
        var key = names[table];
        if (lines.RemoveAll(line => line.Verb == "add" && line.What is "check" or "reference" or "index" && line.Table == key && line.Name == name) == 0)
        {
            lines.Add(new("drop", what, key, name));
        }
    }

    private void Rename(string what, string table, string from, string to)
    {
        var key = names[table];
        var known = lines.FindIndex(line => line.Verb == "rename" && line.What == what && line.Table == key && line.Text == from);
        lines.Add(new("rename", what, key, known < 0 ? from : lines[known].Name, to));
        if (known >= 0)
        {
            lines.RemoveAt(known);
        }
    }

    private void Alter(string table, string column, string from, string to)
    {
        var known = lines.FindIndex(line => line.Verb == "alter" && line.Table == table && line.Name == column);
        var was = known < 0 ? from : lines[known].Text.Split(Line.Arrow)[0];
        var added = lines.FindIndex(line => line.Verb == "add" && line.What == "column" && line.Table == table && line.Name == column);
        if (added >= 0)
        {
            lines[added] = lines[added] with { Text = to };
            return;
        }
        if (known >= 0)
        {
            lines.RemoveAt(known);
        }
        if (was != to)
        {
            lines.Add(new("alter", "column", table, column, was + Line.Arrow + to));
        }
    }

    private static string Column(ColumnModel column) => Column(column.StoreType, column.Nullable, column.Default, column.Computed);

    private static string Pending(bool valid) => valid ? "" : " not yet proved";
}
