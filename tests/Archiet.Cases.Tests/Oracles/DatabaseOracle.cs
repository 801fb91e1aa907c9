using System.Reflection;
using Archiet.Model;
using Npgsql;

namespace Archiet.Cases.Tests;

/// <summary>P4 and P5 in the database: PostgreSQL takes the schema and every statement of the emitted code, and its catalog has the names that the genome gave. All is rolled back.</summary>
internal static class DatabaseOracle
{
    private static readonly Lazy<string> Database = new(static () => Postgres.CreateDatabase("cases_owner", "cases_app"));
    private static readonly Lazy<Task> RuntimeReady = new(MakeRuntimeSchemaAsync);

    public static void Check(Subject subject)
    {
        RuntimeReady.Value.GetAwaiter().GetResult();
        using var connection = new NpgsqlConnection(Database.Value);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"DO $$ BEGIN CREATE ROLE \"{subject.Model.App.OwnerRole}\"; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        Execute(connection, SchemaText.Of(subject));
        var number = 0;
        foreach (var (name, sql) in Statements(subject))
        {
            Assert.That(() => Execute(connection, $"PREPARE s{number++} (uuid, uuid) AS {sql}"), Throws.Nothing, $"{name}: {sql}");
        }
        Assert.That(Columns(connection), Is.SupersetOf(subject.Model.Relational.Tables.SelectMany(static table => table.Columns.Select(column => table.Name + "." + column.Name))));
    }

    /// <summary>Every statement that the runtime makes of the emitted tables, for each role and for one that may do everything.</summary>
    private static IEnumerable<(string Name, string Sql)> Statements(Subject subject)
    {
        var access = AccessOf(subject);
        foreach (var entity in subject.Genome.Entities.Where(static entity => entity.Owner is null))
        {
            var model = subject.Model.Entities.Single(it => it.Name == entity.Name);
            var type = subject.Assembly.GetType(subject.Model.App.ModelNamespace + "." + model.ClassName, throwOnError: true)!;
            var table = (EntityTable)type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic).Single(static property => property.PropertyType == typeof(EntityTable)).GetValue(null)!;
            var everything = new AccessPlan(table, [new("all", table.Ordinal, Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete)]);
            foreach (var statement in Statements(everything))
            {
                yield return (entity.Name + ".all", statement);
            }
            foreach (var role in access.Roles)
            {
                foreach (var statement in Statements(access.PlanOf(access.BitsOf([role]), table)))
                {
                    yield return (entity.Name + "." + role, statement);
                }
            }
        }
    }

    private static IEnumerable<string> Statements(AccessPlan plan)
    {
        yield return plan.Get.Sql;
        yield return plan.Lists.Of(default).Sql;
        foreach (var write in new[] { plan.Create, plan.Update, plan.Delete, plan.Restore }.Concat(plan.Transitions))
        {
            if (write is { IsGranted: true })
            {
                yield return write.For(default).Sql;
            }
        }
    }

    private static AccessTable AccessOf(Subject subject)
    {
        var type = subject.Assembly.GetType(subject.Model.App.Namespace + "." + subject.Model.App.Name + "App", throwOnError: true)!;
        return (AccessTable)type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic).Single(static property => property.PropertyType == typeof(AccessTable)).GetValue(null)!;
    }

    /// <summary>What the runtime brings: emitted triggers and row conditions call its functions.</summary>
    private static async Task MakeRuntimeSchemaAsync()
    {
        await using var connection = new NpgsqlConnection(Database.Value);
        await connection.OpenAsync();
        foreach (var role in new[] { "cases_migrator", "cases_app" })
        {
            Execute(connection, $"DO $$ BEGIN CREATE ROLE \"{role}\"; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        await RuntimeSchema.ApplyAsync(connection, new RoleNames("Cases"), CancellationToken.None);
    }

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
