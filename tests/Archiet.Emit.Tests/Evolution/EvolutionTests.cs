using System.Text;
using Archiet.Genome;
using Archiet.Model;
using Npgsql;

namespace Archiet.Emit.Tests.Evolution;

/// <summary>Changes of the schema on a real PostgreSQL with rows in it, by Entity Framework and by script, on small tables and on large ones.</summary>
public sealed class EvolutionTests
{
    private static IEnumerable<TestCaseData> Cases => EvolutionCases.All.SelectMany(static evolution =>
        new[] { true, false }.Select(isSmall => new TestCaseData(evolution, isSmall).SetArgDisplayNames(evolution.Name, isSmall ? "small" : "large")));

    [TestCaseSource(nameof(Cases))]
    public void Is_of_two_genomes(EvolutionCase evolution, bool isSmall) => Assert.That(new EvolutionSchema(evolution, 0, isSmall).Plans[1].Phases, Is.Not.Empty);

    [TestCaseSource(nameof(Cases))]
    public void Leads_to_the_schema_as_if_made_at_once_and_back(EvolutionCase evolution, bool isSmall)
    {
        var schema = EvolutionApp.All[(evolution.Name, isSmall)];
        var database = new EvolutionDatabase(schema.App).Migrate(schema, EvolutionSchema.Start);
        var before = database.Catalog();
        Postgres.Execute(database.ConnectionString, evolution.Rows);
        var expected = new EvolutionDatabase(schema.App).Run(MigrationPlanner.Plan(
            Model.SchemaState.Empty, SchemaDiff.Between(Model.SchemaState.Empty, schema.After, EquatableArray<SchemaRename>.Empty), MigrationPlan.PendingId, EquatableArray<HistoryFile>.Empty)).Catalog();

        database.Migrate(schema, null);
        Assert.Multiple(() =>
        {
            Assert.That(database.Catalog(), Is.EqualTo(expected), "up");
            Assert.That(Postgres.Query(database.ConnectionString, evolution.Asks), Is.EqualTo(evolution.Answers));
        });
        database.Migrate(schema, EvolutionSchema.Start);
        Assert.That(database.Catalog(), Is.EqualTo(before), "down");
        database.Migrate(schema, null);
        Assert.That(database.Catalog(), Is.EqualTo(expected), "up again");
    }

    [TestCaseSource(nameof(Cases))]
    public void Leads_by_script_to_the_same(EvolutionCase evolution, bool isSmall)
    {
        var schema = EvolutionApp.All[(evolution.Name, isSmall)];
        var database = new EvolutionDatabase(schema.App).Run(schema.Plans[0]);
        Postgres.Execute(database.ConnectionString, evolution.Rows);
        database.Run(schema.Plans[1]);
        var expected = new EvolutionDatabase(schema.App).Migrate(schema, null).Catalog();

        Assert.Multiple(() =>
        {
            Assert.That(database.Catalog(), Is.EqualTo(expected));
            Assert.That(Postgres.Query(database.ConnectionString, evolution.Asks), Is.EqualTo(evolution.Answers));
        });
    }

    [Test]
    public void Is_spelled_for_ever_as_it_was_when_it_was_sealed()
    {
        var schema = EvolutionApp.All[("members of an enum come, go and are called otherwise, in a lifecycle too", false)];
        var script = schema.Plans.SelectMany(static plan => plan.Phases.Select((phase, at) => $"-- {plan.PhaseId(at)}\n{string.Join('\n', SchemaSql.Of(phase))}\n"));

        GoldenFiles.AssertEqual("Sealed",
        [
            ("Migrations.00.g.cs", Encoding.UTF8.GetBytes(MigrationEmitter.Sealed(schema.App, 0, schema.Plans).Text)),
            ("script.sql", Encoding.UTF8.GetBytes(string.Join('\n', script))),
        ]);
    }

    [Test]
    public void Refuses_to_read_rows_in_a_session_that_sees_none([Values] bool isSmall)
    {
        var schema = EvolutionApp.All[("what was optional is required", isSmall)];
        var database = new EvolutionDatabase(schema.App).Run(schema.Plans[0]);
        var reading = schema.Plans[1].Phases.First(phase => phase.Up.Any(step => step is FillColumn));
        using var connection = database.Open("off");

        var refused = Assert.Throws<PostgresException>(() =>
        {
            foreach (var statement in SchemaSql.Of(reading))
            {
                using var command = new NpgsqlCommand(statement, connection);
                command.ExecuteNonQuery();
            }
        });

        Assert.That(refused!.SqlState, Is.EqualTo("ARMIG"));
    }
}
