using System.Globalization;
using System.Text;

namespace Archiet.Model;

/// <summary>
/// The hash of a relational model: SHA-256 in lower-case hex over its owner and the hash of each table, which is SHA-256 over one line for each thing in it.
/// In two levels, so that an edit within one entity hashes one table anew.
/// </summary>
public static class SchemaHash
{
    /// <summary>Hashes an app's tables, each of which was hashed when its entity was lowered.</summary>
    public static string Of(AppModel app, IEnumerable<EntityModel> entities) => Of(app.OwnerRole, entities.Select(entity => entity.TableHash));

    /// <summary>Hashes a table: complete lines, "\n" only, the order of the model.</summary>
    public static string Of(TableModel table)
    {
        var text = new StringBuilder("table ").Append(table.Name).Append(' ').Append(table.PrimaryKey).Append('\n');
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
        return Naming.Sha256(text.ToString());
    }

    private static string Of(string owner, IEnumerable<string> tables)
    {
        var text = new StringBuilder("archiet-schema 1\n").Append("owner ").Append(owner).Append('\n');
        foreach (var table in tables)
        {
            text.Append("table ").Append(table).Append('\n');
        }
        return Naming.Sha256(text.ToString());
    }
}
