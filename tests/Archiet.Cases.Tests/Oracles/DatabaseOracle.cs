using System.Reflection;
using Archiet.Model;
using Npgsql;

namespace Archiet.Cases.Tests;

/// <summary>P4 and P5 in the database: PostgreSQL takes the schema and every statement of the emitted code, and its catalog has the names that the genome gave. All is rolled back.</summary>
internal static class DatabaseOracle
{
    private static readonly string[] Verbs = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];
    private static readonly Lazy<string> Database = new(static () => Postgres.CreateDatabase("cases_owner", "cases_app"));

    public static void Check(Subject subject)
    {
        using var connection = new NpgsqlConnection(Database.Value);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"DO $$ BEGIN CREATE ROLE \"{subject.Model.App.OwnerRole}\"; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        Execute(connection, SchemaText.Of(subject));
        foreach (var (name, sql) in Statements(subject))
        {
            Assert.That(() => Execute(connection, $"PREPARE \"{name}\" (uuid, uuid) AS {sql}"), Throws.Nothing, sql);
        }
        Assert.That(Columns(connection), Is.SupersetOf(subject.Model.Relational.Tables.SelectMany(static table => table.Columns.Select(column => table.Name + "." + column.Name))));
    }

    /// <summary>Every statement that the emitted tables hold, whatever they call it.</summary>
    private static IEnumerable<(string Name, string Sql)> Statements(Subject subject) =>
        from entity in subject.Model.Entities
        let type = subject.Assembly.GetType(subject.Model.App.ModelNamespace + "." + entity.ClassName, throwOnError: true)!
        let table = type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic).Single(static property => property.PropertyType == typeof(EntityTable)).GetValue(null)
        from property in typeof(EntityTable).GetProperties()
        where property.PropertyType == typeof(string)
        let sql = (string?)property.GetValue(table)
        where sql is not null && Verbs.Any(verb => sql.StartsWith(verb, StringComparison.Ordinal))
        select (entity.Name + "." + property.Name, sql);

    private static List<string> Columns(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'", connection);
        using var rows = command.ExecuteReader();
        var columns = new List<string>();
        while (rows.Read())
        {
            columns.Add(rows.GetString(0));
        }
        return columns;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
