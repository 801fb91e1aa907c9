using System.Globalization;
using System.Text;

namespace Archiet.Model;

/// <summary>The hash of a relational model: SHA-256 over one line for each thing in it, in lower-case hex.</summary>
public static class SchemaHash
{
    /// <summary>Hashes the canonical text.</summary>
    public static string Of(RelationalModel model) => Naming.Sha256(Text(model));

    /// <summary>The canonical text: complete lines, "\n" only, the order of the model.</summary>
    internal static string Text(RelationalModel model)
    {
        var text = new StringBuilder("archiet-schema 1\n");
        text.Append("owner ").Append(model.Owner).Append('\n');
        foreach (var table in model.Tables)
        {
            Append(text, table);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, TableModel table)
    {
        text.Append("table ").Append(table.Name).Append(' ').Append(table.PrimaryKey).Append('\n');
        foreach (var column in table.Columns)
        {
            text.Append("column ").Append(column.Name).Append(' ').Append(column.StoreType).Append(column.Nullable ? " null" : " not null").Append('\n');
        }
        foreach (var index in table.Indexes)
        {
            text.Append(index.Unique ? "unique " : "index ").Append(index.Name).Append(" (").Append(string.Join(", ", index.Columns)).Append(")\n");
        }
        foreach (var check in table.Checks)
        {
            text.Append("check ").Append(check.Name).Append(' ').Append(check.Sql.Length.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(check.Sql).Append('\n');
        }
        foreach (var key in table.ForeignKeys)
        {
            text.Append("reference ").Append(key.Name).Append(' ').Append(key.Column).Append(" -> ").Append(key.PrincipalTable)
                .Append(' ').Append(key.OnDelete.ToString()).Append('\n');
        }
    }
}
