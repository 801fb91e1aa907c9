using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// The heads of an entity's statements; the runtime ends them once for each set of roles, with what it may do and see. Values are parameters, identifiers are quoted.
/// </summary>
internal static class EntitySql
{
    private const int HalfSize = 63;

    /// <summary>The heads of the statements, as members of the table's initialiser.</summary>
    public static void Write(SourceWriter source, EntityModel entity)
    {
        var table = Quote(entity.Table.Name);
        Insert(source, entity, table);
        Update(source, entity, table);
        EntityAccess.Statements(
            source, entity, entity.Fields.Where(field => field.OnUpdate != ServerValue.None).Select(field => Quote(field.Column) + " = " + Server(field.OnUpdate)));
    }

    private static void Insert(SourceWriter source, EntityModel entity, string table)
    {
        var columns = new WrappedLine(source.Line("Insert = \"\"\"").Indent(), "INSERT INTO " + table + " (", ", ").Part(Quote("tenant_id")).Part(Quote("id"));
        foreach (var field in entity.Fields)
        {
            if (field.Computed is null)
            {
                columns.Part("\"", field.Column, "\"");
            }
        }
        var values = new WrappedLine(columns.End(")"), "VALUES (", ", ").Part("$1").Part("$3");
        var next = 4;
        foreach (var field in entity.Fields)
        {
            if (field.Computed is not null)
            {
                continue;
            }
            if (field.Initial is { } initial)
            {
                values.Part(Text(initial.Name));
            }
            else if (field.IsServerSet)
            {
                values.Part(Server(field.OnCreate != ServerValue.None ? field.OnCreate : field.OnUpdate));
            }
            else
            {
                values.Part("$", CSharpText.Number(next++));
            }
        }
        values.End(")").Line("\"\"\",").Unindent();
    }

    private static void Update(SourceWriter source, EntityModel entity, string table)
    {
        source.Line("Update = \"\"\"").Indent().Line($"UPDATE {table} SET").Indent();
        var next = entity.Fields.Count + entity.Children.Count > HalfSize ? 7 : 6;
        var any = false;
        foreach (var field in entity.Fields)
        {
            if (field.OnUpdate != ServerValue.None)
            {
                Next().Write($"\"{field.Column}\" = {Server(field.OnUpdate)}");
            }
            else if (!field.IsServerSet)
            {
                Next().Write($"\"{field.Column}\" = CASE WHEN {(field.Position < HalfSize ? "$5" : "$6")} & {Bit(field.Position)} <> 0 THEN ${next++} ELSE \"{field.Column}\" END");
            }
        }
        // Where nothing can be changed, the statement still tells whether the row is there.
        source.Line(any ? "" : "\"id\" = \"id\"").Unindent().Line("\"\"\",").Unindent();

        SourceWriter Next()
        {
            if (any)
            {
                source.Line(",");
            }
            any = true;
            return source;
        }
    }

    private static string Bit(int position) => (1UL << (position % HalfSize)).ToString(CultureInfo.InvariantCulture);

    /// <summary>What the server sets.</summary>
    public static string Server(ServerValue value) => value == ServerValue.Now ? "now()" : "$2";

    /// <summary>A literal.</summary>
    public static string Text(string value) => "'" + value.Replace("'", "''") + "'";

    /// <summary>An identifier.</summary>
    public static string Quote(string identifier) => "\"" + identifier + "\"";
}
