using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The statements of an entity as constants: the compiler joins them, nothing does at run time. Values are parameters, identifiers are quoted.</summary>
internal static class EntitySql
{
    private const int HalfSize = 63;

    public static void Write(SourceWriter source, EntityModel entity)
    {
        var table = Quote(entity.Table.Name);
        source.Line().Line("private const string Columns = \"\"\"").Indent();
        source.Wrapped("", entity.Fields.Select(field => field.Column).Prepend("xmin").Prepend("id").Select(Quote), ", ", "").Line("\"\"\";").Unindent();
        source.Line().Line($$""""
            private const string Rows = $"""SELECT {Columns} FROM {{table}} WHERE "tenant_id" = $1""";
            """");
        Insert(source, entity, table);
        Update(source, entity, table);
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
        source.Line().Line("private const string Insert = $\"\"\"").Indent()
            .Wrapped("INSERT INTO " + table + " (", columns.Select(Quote), ", ", ")")
            .Wrapped("VALUES (", values, ", ", ")")
            .Line("RETURNING {Columns}").Line("\"\"\";").Unindent();
    }

    private static void Update(SourceWriter source, EntityModel entity, string table)
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
        source.Line().Line("private const string Update = $\"\"\"").Indent().Line("UPDATE " + table + " SET").Indent();
        for (var at = 0; at < sets.Count; at++)
        {
            source.Line(sets[at] + (at < sets.Count - 1 ? "," : ""));
        }
        if (sets.Count == 0)
        {
            source.Line("\"id\" = \"id\"");
        }
        source.Unindent().Line("WHERE \"tenant_id\" = $1 AND \"id\" = $3 AND \"xmin\" = $4").Line("RETURNING {Columns}").Line("\"\"\";").Unindent();
    }

    private static string Given(int position) =>
        (position < HalfSize ? "$5 & " : "$6 & ") + (1UL << (position % HalfSize)).ToString(CultureInfo.InvariantCulture) + " <> 0";

    private static string Server(ServerValue value) => value == ServerValue.Now ? "now()" : "$2";

    private static string Quote(string identifier) => "\"" + identifier + "\"";
}
