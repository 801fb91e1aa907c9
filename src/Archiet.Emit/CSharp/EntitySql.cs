using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The statements of an entity as constants: the compiler joins them, nothing does at run time. Values are parameters, identifiers are quoted.</summary>
internal static class EntitySql
{
    private const int HalfSize = 63;

    /// <summary>The columns of every row that a statement answers.</summary>
    public static void Columns(SourceWriter source, EntityModel entity) => source
        .Line("private const string RowColumns = \"\"\"").Indent()
        .Wrapped("", entity.Fields.Select(field => field.Column).Prepend("xmin").Prepend("id").Select(Quote), ", ", "").Line("\"\"\";").Unindent();

    /// <summary>The statements, as members of the table's initialiser.</summary>
    public static void Write(SourceWriter source, EntityModel entity)
    {
        var table = Quote(entity.Table.Name);
        source.Line($$""""
            Get = $"""SELECT {RowColumns} FROM {{table}} WHERE "tenant_id" = $1 AND "id" = $3""",
            List = $"""SELECT {RowColumns} FROM {{table}} WHERE "tenant_id" = $1 ORDER BY "id" DESC LIMIT $3""",
            ListAfter = $"""SELECT {RowColumns} FROM {{table}} WHERE "tenant_id" = $1 AND "id" < $4 ORDER BY "id" DESC LIMIT $3""",
            """");
        Insert(source, entity, table);
        Update(source, entity, table);
        source.Line($$""""
            Delete = """DELETE FROM {{table}} WHERE "tenant_id" = $1 AND "id" = $3 AND "xmin" = $4""",
            """");
    }

    private static void Insert(SourceWriter source, EntityModel entity, string table)
    {
        var columns = new List<string> { "tenant_id", "id" };
        var values = new List<string> { "$1", "$3" };
        var next = 4;
        foreach (var field in entity.Fields)
        {
            columns.Add(field.Column);
            values.Add(field.IsServerSet ? Server(field.OnCreate != ServerValue.None ? field.OnCreate : field.OnUpdate) : "$" + CSharpText.Number(next++));
        }
        source.Line("Insert = $\"\"\"").Indent()
            .Wrapped("INSERT INTO " + table + " (", columns.Select(Quote), ", ", ")")
            .Wrapped("VALUES (", values, ", ", ")")
            .Line("RETURNING {RowColumns}").Line("\"\"\",").Unindent();
    }

    private static void Update(SourceWriter source, EntityModel entity, string table)
    {
        var sets = Sets(entity);
        source.Line("Update = $\"\"\"").Indent().Line("UPDATE " + table + " SET").Indent();
        for (var at = 0; at < sets.Count; at++)
        {
            source.Line(sets[at] + (at < sets.Count - 1 ? "," : ""));
        }
        source.Unindent().Line("WHERE \"tenant_id\" = $1 AND \"id\" = $3 AND \"xmin\" = $4").Line("RETURNING {RowColumns}").Line("\"\"\",").Unindent();
    }

    private static List<string> Sets(EntityModel entity)
    {
        var next = entity.Fields.Count > HalfSize ? 7 : 6;
        var sets = new List<string>();
        foreach (var field in entity.Fields)
        {
            var column = Quote(field.Column);
            if (field.OnUpdate != ServerValue.None)
            {
                sets.Add(column + " = " + Server(field.OnUpdate));
            }
            else if (!field.IsServerSet)
            {
                sets.Add(column + " = CASE WHEN " + Given(field.Position) + " THEN $" + CSharpText.Number(next++) + " ELSE " + column + " END");
            }
        }
        if (sets.Count == 0)
        {
            // Nothing can be changed; the statement still tells whether the row is there.
            sets.Add("\"id\" = \"id\"");
        }
        return sets;
    }

    private static string Given(int position) =>
        (position < HalfSize ? "$5 & " : "$6 & ") + (1UL << (position % HalfSize)).ToString(CultureInfo.InvariantCulture) + " <> 0";

    private static string Server(ServerValue value) => value == ServerValue.Now ? "now()" : "$2";

    private static string Quote(string identifier) => "\"" + identifier + "\"";
}
