using System.Reflection;
using Archiet.Model;
using Npgsql;

namespace Archiet.Cases.Tests;

/// <summary>P4 and P5 in the database: PostgreSQL takes the schema and every statement of the emitted code, and its catalog has the names that the genome gave. All is rolled back.</summary>
internal static class DatabaseOracle
{
    private static readonly Guid Tenant = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Lazy<string> Database = new(static () => Postgres.CreateDatabase(new RoleNames("Cases")));
    private static readonly Lazy<Task> RuntimeReady = new(MakeRuntimeSchemaAsync);

    public static void Check(Subject subject)
    {
        RuntimeReady.Value.GetAwaiter().GetResult();
        using var connection = new NpgsqlConnection(Database.Value);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"DO $$ BEGIN CREATE ROLE \"{subject.Model.App.OwnerRole}\"; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        // As a migration runs: seed rows read the tenants that there are.
        Execute(connection, "SET LOCAL app.migrating = 'on'");
        Execute(connection, subject.Schema);
        Execute(connection, "SET LOCAL app.migrating = ''");
        var number = 0;
        foreach (var (name, sql) in Statements(subject))
        {
            Assert.That(() => Execute(connection, $"PREPARE s{number++} (uuid, uuid) AS {sql}"), Throws.Nothing, $"{name}: {sql}");
        }
        CheckSeeds(connection, subject);
        Assert.That(Columns(connection), Is.SupersetOf(subject.Model.Relational.Tables.SelectMany(static table => table.Columns.Select(column => table.Name + "." + column.Name))));
    }

    /// <summary>All seed rows are made. There is no row of the tenant for them to refer to, so references are not looked at.</summary>
    private static void CheckSeeds(NpgsqlConnection connection, Subject subject)
    {
        Execute(connection, "SET LOCAL session_replication_role = replica");
        var made = 0;
        foreach (var sql in EmittedTables.Seeds(subject))
        {
            using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = Tenant } } };
            made += command.ExecuteNonQuery();
        }
        Assert.That(made, Is.EqualTo(subject.Genome.Entities.Sum(static entity => entity.Seed.Count)), "seed rows");
    }

    /// <summary>Every statement that the runtime makes of the emitted tables, for each role and for one that may do everything.</summary>
    private static IEnumerable<(string Name, string Sql)> Statements(Subject subject)
    {
        var access = AccessOf(subject);
        foreach (var entity in subject.Genome.Entities.Where(static entity => entity.Owner is null))
        {
            var table = EmittedTables.Of(subject, entity.Name);
            var everything = new AccessPlan(table, [new("all", table.Ordinal, Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete)], static _ => []);
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
