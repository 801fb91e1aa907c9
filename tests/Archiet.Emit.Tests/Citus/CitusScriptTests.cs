using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>The scripts for a Citus cluster: run on PostgreSQL, where a stub refuses what Citus would, and as statements.</summary>
public sealed class CitusScriptTests
{
    private static readonly string[] Samples = ["Clinic", "Crm", "Northwind", "Taskforge", "TriggerDev"];

    [TestCaseSource(nameof(Samples))]
    public void Every_table_of_a_sample_is_distributed_beside_the_first_and_nothing_breaks_a_rule(string sample)
    {
        var history = SampleHistory.Sealed(Path.Combine(Repository.Root, "samples", sample));
        var stub = new CitusStub(Roles(history));
        var scripts = MigrationScripts.Of(history, ScriptTarget.Citus).ToList();

        var (done, output) = stub.Run(scripts);

        Assert.That(done, Is.True, output);
        var calls = stub.Calls.Select(static call => call.Split(' ')).ToList();
        Assert.That(calls.Select(static call => call[0].Trim('"')), Is.EquivalentTo(history.State.Tables.Select(static table => table.Name)));
        Assert.That(calls[0], Has.Length.EqualTo(1));
        Assert.That(calls.Skip(1).Select(static call => call[1]), Is.All.EqualTo(calls[0][0]));

        var again = stub.Run(scripts);
        Assert.That((again.Done, again.Output.Split("was applied before.").Length - 1, stub.Calls.Count), Is.EqualTo((true, scripts.Count, calls.Count)), again.Output);
    }

    [Test]
    public void What_a_server_takes_the_stub_refuses()
    {
        var history = SampleHistory.Sealed(Path.Combine(Repository.Root, "samples", "Clinic"));
        var whole = new CitusStub(Roles(history));
        Assert.That(whole.Run(MigrationScripts.Of(history)).Done, Is.True, "nothing is distributed");
        Assert.That(() => Postgres.Execute(whole.ConnectionString, "SELECT create_distributed_table('patients', 'tenant_id', 'none')"), Throws.Exception.With.Message.Contains("a reference that was there before"));

        var made = new CitusStub(Roles(history));
        Postgres.Execute(made.ConnectionString, """
            CREATE TABLE a (tenant_id uuid NOT NULL, id uuid, code text, PRIMARY KEY (tenant_id, id));
            SELECT create_distributed_table('a', 'tenant_id', 'none');
            CREATE TABLE b (tenant_id uuid NOT NULL, id uuid, a_id uuid, PRIMARY KEY (tenant_id, id));
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            """);
        Assert.Multiple(() =>
        {
            Assert.That(() => Postgres.Execute(made.ConnectionString, "ALTER TABLE b ADD FOREIGN KEY (tenant_id, a_id) REFERENCES a (tenant_id, id)"), Refused("a reference from a table of one node"));
            Assert.That(() => Postgres.Execute(made.ConnectionString, "SELECT create_distributed_table('b', 'tenant_id', 'none')"), Refused("another place than"));
            Postgres.Execute(made.ConnectionString, "SELECT create_distributed_table('b', 'tenant_id', 'a')");
            Assert.That(() => Postgres.Execute(made.ConnectionString, "ALTER TABLE b ADD FOREIGN KEY (tenant_id, a_id) REFERENCES a (tenant_id, id) ON DELETE SET NULL (a_id)"), Refused("action"));
            Assert.That(() => Postgres.Execute(made.ConnectionString, "CREATE UNIQUE INDEX ON a (code)"), Refused("unique"));
            Assert.That(() => Postgres.Execute(made.ConnectionString, "CREATE POLICY p ON a USING (tenant_id = (SELECT current_setting('x')::uuid))"), Refused("policy"));
            Assert.That(() => Postgres.Execute(made.ConnectionString, "CREATE TRIGGER t AFTER DELETE ON a FOR EACH ROW EXECUTE FUNCTION nothing()"), Refused("trigger"));
        });
    }

    [Test]
    public void A_reference_is_emptied_as_before_through_renames_and_until_it_goes()
    {
        var history = new CitusHistory();
        var stub = new CitusStub(new RoleNames("Depot"));
        history.Seal("start", CitusHistory.Genome("Shelf: { plural: Shelves, fields: { code: { type: string, max: 8 }, above: { type: Shelf, onDelete: setNull } } }", "shelf: { type: Shelf, onDelete: setNull }"));
        Assert.That(stub.Run(history.Scripts()).Done, Is.True);
        stub.Write("INSERT INTO shelves (tenant_id, id, above_id) VALUES ($T, $1, $1), ($T, $2, $1); INSERT INTO boxes (tenant_id, id, shelf_id) VALUES ($T, $1, $1), ($T, $2, $2)");

        stub.Write("DELETE FROM shelves WHERE id = $1");
        Assert.That(stub.Read("SELECT (SELECT string_agg((shelf_id IS NULL)::text, ' ' ORDER BY id) FROM boxes) || ', ' || (SELECT string_agg((above_id IS NULL)::text, ' ') FROM shelves)"), Is.EqualTo("true false, true"));

        history.Seal("rack", CitusHistory.Genome("Rack: { was: Shelf, fields: { code: { type: string, max: 8 } } }", "rack: { type: Rack, was: shelf, onDelete: setNull }, note: { type: text }"));
        var (done, output) = stub.Run(history.Scripts());
        Assert.That(done, Is.True, output);
        stub.Write("DELETE FROM racks");
        Assert.That(stub.Read("SELECT count(*) FROM boxes WHERE rack_id IS NULL"), Is.EqualTo("2"));

        history.Seal("free", CitusHistory.Genome("Rack: { fields: { code: { type: string, max: 8 } } }", "note: { type: text }"));
        (done, output) = stub.Run(history.Scripts());
        Assert.That(done, Is.True, output);
        Assert.That(stub.Read("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"), Is.EqualTo("0"));
        Assert.That(stub.Read("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname <> 'create_distributed_table' AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c')"), Is.EqualTo("0"));
    }

    [Test]
    public void The_fence_is_that_of_a_server()
    {
        var history = new CitusHistory();
        var stub = new CitusStub(new RoleNames("Depot"));
        history.Seal("start", CitusHistory.Genome("Shelf: { plural: Shelves, fields: { code: { type: string, max: 8 } } }", "note: { type: text }"));
        Assert.That(stub.Run(history.Scripts()).Done, Is.True);
        stub.Write("INSERT INTO shelves (tenant_id, id) VALUES ($T, $1)");

        var app = Postgres.As(stub.ConnectionString, "depot_app");
        const string count = "SELECT count(*) FROM shelves";
        Assert.Multiple(() =>
        {
            Assert.That(Postgres.Query(app, count), Is.EqualTo(["0"]));
            Assert.That(Postgres.Query(app, $"BEGIN; SELECT set_config('app.tenant', '{CitusHistory.Tenant}', true); {count}; COMMIT"), Is.EqualTo([CitusHistory.Tenant, "1"]));
            Assert.That(Postgres.Query(app, $"SET app.tenant = '{Guid.Empty}'; {count}"), Is.EqualTo(["0"]));
            Assert.That(
                () => Postgres.Execute(app, $"SET app.tenant = '{Guid.Empty}'; INSERT INTO shelves (tenant_id, id) VALUES ('{CitusHistory.Tenant}', gen_random_uuid())"),
                Throws.InstanceOf<Npgsql.PostgresException>().With.Message.Contains("row-level security"));
        });
    }

    [Test]
    public void Rows_are_filled_in_one_transaction_in_which_the_nodes_know_who_asks()
    {
        var history = new CitusHistory();
        var stub = new CitusStub(new RoleNames("Depot"));
        history.Seal("start", CitusHistory.Genome("Shelf: { plural: Shelves, fields: { code: { type: string, max: 8 } } }", "note: { type: text }"));
        Assert.That(stub.Run(history.Scripts()).Done, Is.True);
        stub.Write("INSERT INTO boxes (tenant_id, id) VALUES ($T, $1)");
        history.Seal("note", CitusHistory.Genome("Shelf: { plural: Shelves, fields: { code: { type: string, max: 8 } } }", "note: { type: text, required: true, default: none }"));

        var scripts = history.Scripts().ToList();
        var (done, output) = stub.Run(scripts);

        Assert.That(done, Is.True, output);
        Assert.That(stub.Read("SELECT note FROM boxes"), Is.EqualTo("none"));
        Assert.That(scripts.Select(static script => script.Text), Has.Some.Contains("UPDATE \"boxes\"").And.None.Contains("next_tenant"));
        Assert.That(scripts.SelectMany(static script => script.Text.Split("BEGIN;\n").Skip(1)), Is.All.StartsWith("SET LOCAL app.migrating = 'on';\n"));
    }

    [Test]
    public void Partitions_and_a_key_without_the_tenant_are_refused_before_anything_is_written()
    {
        var spread = CitusHistory.State(CitusHistory.Genome("Shelf: { plural: Shelves, fields: { code: { type: string, max: 8 } } }", "note: { type: text }")
            .Replace("tenant: House", "tenant: House, partitions: 4", StringComparison.Ordinal));
        Assert.That(CitusRules.Broken(spread), Has.Exactly(spread.Tables.Count).Items.And.All.Contains("is in partitions"));

        var table = spread.Tables[0] with
        {
            Partitions = 0,
            Key = EquatableArray.Of("id"),
            Indexes = EquatableArray.Of(new IndexModel("uq_x", EquatableArray.Of("code"), Unique: true)),
            ForeignKeys = EquatableArray.Of(new ForeignKeyModel("fk_x", "a_id", "elsewhere", Genome.Binding.DeleteAction.Restrict)),
        };
        Assert.That(CitusRules.Broken(spread with { Tables = EquatableArray.Of(table) }), Has.Exactly(3).Items.And.Some.Contains("'uq_x'").And.Some.Contains("'elsewhere'").And.Some.Contains("The key"));
    }

    private static RoleNames Roles(SchemaHistory history) => RoleNames.OfOwner(history.State.Owner)!;

    private static NUnit.Framework.Constraints.ContainsConstraint Refused(string why) => Throws.InstanceOf<Npgsql.PostgresException>().With.Message.Contains("citus: " + why);
}
