using Archiet.Genome.Binding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>The emitted migration on a real PostgreSQL, judged by its catalog, with Entity Framework's own differ as the oracle.</summary>
[TestFixtureSource(nameof(Subjects))]
public sealed class MigrationTests(string name)
{
    private MigratedApp migrated = null!;

    private static string[] Subjects { get; } = ["Clinic", "Everything", "Graph", "Desk", "Booking"];

    private static BoundGenome Genome(string name) => Genomes.Named(name);

    [OneTimeSetUp]
    public void Migrate() => migrated = new MigratedApp(Genome(name)).Migrate();

    [Test]
    public void Makes_the_tables_that_Entity_Framework_would_make()
    {
        var oracle = new MigratedApp(Genome(name));
        oracle.Use(oracle.ConnectionString, context =>
        {
            var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, MigratedApp.RelationalModel(context));
            var model = context.GetService<IDesignTimeModel>().Model;
            foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate(operations, model))
            {
                context.Database.ExecuteSqlRaw(command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
        });

        Assert.That(Catalog.Shape(migrated.ConnectionString).Where(EntityFrameworkKnows).Select(AsEntityFrameworkSays), Is.EqualTo(Catalog.Shape(oracle.ConnectionString)));
    }

    [Test]
    public void States_types_and_facets_as_Entity_Framework_does()
    {
        migrated.Use(migrated.ConnectionString, context =>
        {
            var theirs = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, MigratedApp.RelationalModel(context));

            Assert.That(Columns(migrated.Pending().UpOperations), Is.EqualTo(Columns(theirs)));
        });
    }

    [Test]
    public void Leaves_nothing_pending() =>
        migrated.Use(migrated.ConnectionString, context => Assert.That(context.Database.HasPendingModelChanges(), Is.False));

    [Test]
    public void Fences_every_table_with_row_level_security_that_binds_its_owner_too()
    {
        var owner = migrated.App.Model.App.OwnerRole;
        var expected = migrated.App.Model.Relational.Tables.Select(table =>
            $"{table.Name} true true {owner}"
            + $" migrator to {owner} using (( SELECT current_setting('app.migrating'::text, true) AS current_setting) = 'on'::text)"
            + " check (( SELECT current_setting('app.migrating'::text, true) AS current_setting) = 'on'::text)"
            + " tenant_isolation to public using (tenant_id = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid AS \"nullif\"))");

        Assert.That(Catalog.Fences(migrated.ConnectionString), Is.EqualTo(expected.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Goes_down_to_nothing_and_up_to_the_same()
    {
        var other = new MigratedApp(Genome(name)).Migrate();
        other.Migrate("0");
        Assert.That(Catalog.Shape(other.ConnectionString), Is.Empty);
        other.Migrate();

        Assert.That(Catalog.Shape(other.ConnectionString), Is.EqualTo(Catalog.Shape(migrated.ConnectionString)));
    }

    [Test]
    public void Every_statement_is_one_that_PostgreSQL_takes()
    {
        using var connection = new NpgsqlConnection(migrated.ConnectionString);
        connection.Open();
        var number = 0;
        foreach (var entity in migrated.App.Model.Entities)
        {
            foreach (var sql in StatementsOf(migrated.Table(entity.ClassName)))
            {
                using var command = new NpgsqlCommand(Postgres.Prepared($"s{number++}", sql), connection);
                Assert.That(() => command.ExecuteNonQuery(), Throws.Nothing, sql);
            }
        }
    }

    [Test]
    public void Lists_read_the_key_backwards_and_sort_nothing()
    {
        foreach (var entity in migrated.App.Model.Entities.Where(entity => entity.Owner is null))
        {
            var lists = PlanOf(migrated.Table(entity.ClassName)).Lists;
            var first = Explain(lists.Of(default).Sql, "(uuid, uuid, bigint)", "gen_random_uuid(), NULL, 50");
            if (entity.Order.Count > 0)
            {
                Assert.That(first, Does.Contain("_order").And.Not.Contain("Sort"));
                continue;
            }
            var later = Explain(lists.Of(new ListShape { Place = 1 }).Sql, "(uuid, uuid, bigint, uuid)", "gen_random_uuid(), NULL, 50, gen_random_uuid()");

            Assert.That(first, Does.Contain($"Index Scan Backward using {entity.Table.PrimaryKey}").And.Not.Contain("Sort"));
            Assert.That(later, Does.Contain($"Index Scan Backward using {entity.Table.PrimaryKey}").And.Not.Contain("Sort"));
        }
    }

    private static IEnumerable<string> StatementsOf(EntityTable table)
    {
        if (table.Owned is not null)
        {
            return [];
        }
        var plan = PlanOf(table);
        var owned = table.Children.SelectMany(children => new OwnedStatements(table, children.Table) is var rows ? new[] { rows.Insert, rows.Update, rows.Delete } : []);
        var links = table.Links.SelectMany((link, at) => new[] { plan.LinkAt(at).Find, plan.LinkAt(at).Add, plan.LinkAt(at).Remove, plan.ListsOf(link).Of(default).Sql });
        return [plan.Get.Sql, plan.Lists.Of(default).Sql, plan.Create.For(default).Sql, plan.Update.For(default).Sql, plan.Delete.For(default).Sql, .. owned, .. links,
            .. plan.Transitions.Select(transition => transition.For(default).Sql)];
    }

    /// <summary>What a role may do that may do everything.</summary>
    private static AccessPlan PlanOf(EntityTable table) =>
        new(table, [new("all", table.Ordinal, Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete) { Transitions = ulong.MaxValue }], static _ => []);

    private string Explain(string sql, string types, string values) => string.Join('\n', Postgres.Query(
        migrated.ConnectionString,
        $"SET enable_seqscan = off; SET enable_bitmapscan = off; PREPARE page {types} AS {sql}; EXPLAIN EXECUTE page ({values})"));

    // Exclusions have no words in Entity Framework, nor have the triggers for what is held at the end of a transaction.
    private static bool EntityFrameworkKnows(string line) =>
        !line.Contains(" EXCLUDE USING ", StringComparison.Ordinal) && !line.Contains(" USING gist ", StringComparison.Ordinal) && !line.Contains(" TRIGGER ", StringComparison.Ordinal)
        && !line.EndsWith(" DEFERRABLE", StringComparison.Ordinal);

    // The one thing that Entity Framework cannot say, and is told to leave to the database.
    private static string AsEntityFrameworkSays(string line)
    {
        var at = line.IndexOf(" ON DELETE SET NULL (", StringComparison.Ordinal);
        return at < 0 ? line : line[..at];
    }

    private static IEnumerable<string> Columns(IEnumerable<MigrationOperation> operations) => operations.OfType<CreateTableOperation>()
        .SelectMany(table => table.Columns.Where(column => column.Name != "xmin").Select(column =>
            $"{table.Name}.{column.Name} {column.ClrType.Name} {column.ColumnType} {column.IsNullable} {column.Precision} {column.Scale} {column.DefaultValue} {column.DefaultValueSql} {column.ComputedColumnSql} {column.IsStored}"))
        .Order(StringComparer.Ordinal);
}
