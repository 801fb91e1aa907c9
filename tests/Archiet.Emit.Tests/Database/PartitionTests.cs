using Archiet.Genome;
using Archiet.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>An app whose tables are spread over partitions by their tenants: the API is the same, and nobody but the owner reaches a partition.</summary>
public sealed class PartitionTests
{
    private const string Text = """
        genome: "1.0"
        app: { name: Depot, namespace: Depot }
        tenancy: { tenant: House, partitions: 3 }
        roles: { keeper: Keeps it. }
        enums: { State: [open, done] }
        entities:
          House: { fields: { name: { type: string, max: 40, required: true } } }
          Person: { member: true, plural: People, fields: { name: { type: string, max: 40, required: true } } }
          Shelf: { plural: Shelves, fields: { code: { type: string, max: 8, required: true, unique: true }, note: { type: text } } }
          Box:
            plural: Boxes
            fields:
              shelf: { type: Shelf, required: true }
              labels: { type: Label, many: true }
              weight: { type: int, min: 1 }
              twice: { type: int, computed: this.weight * 2 }
              state: { type: State }
            lifecycle: { field: state, initial: open, transitions: { finish: { from: open, to: done } } }
          Label: { fields: { name: { type: string, max: 40, required: true } } }
        capabilities:
          keep: { to: [keeper], allow: { Shelf: [list, read, create, update, delete], Box: [list, read, create, update, delete, finish], Label: [list, read, create] } }
        """;

    private ServedApp app = null!;
    private Visitor here = null!;
    private Visitor there = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(Text);
        here = await app.VisitorAsync(await app.TenantAsync("Here"), "keeper", """{"name":"Ann"}""");
        there = await app.VisitorAsync(await app.TenantAsync("There"), "keeper", """{"name":"Ben"}""");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    [Test]
    public async Task Rows_are_made_read_listed_changed_and_removed_as_ever()
    {
        var shelf = await here.CreateAsync("/api/shelves", """{"code":"A1"}""");
        var label = await here.CreateAsync("/api/labels", """{"name":"Fragile"}""");
        var box = await here.CreateAsync("/api/boxes", $$"""{"shelf":"{{shelf.Id}}","weight":2}""");
        Assert.That((await here.PutAsync($"/api/boxes/{box.Id}/labels/{label.Id}")).Status, Is.EqualTo(204));

        Assert.That((await here.GetAsync($"/api/boxes/{box.Id}")).Json.GetProperty("twice").GetInt32(), Is.EqualTo(4));
        var changed = await here.PatchAsync($"/api/boxes/{box.Id}", """{"weight":5}""", box.Version);
        Assert.That((changed.Status, changed.Json.GetProperty("twice").GetInt32()), Is.EqualTo((200, 10)), changed.Body);
        Assert.That((await here.PatchAsync($"/api/boxes/{box.Id}", """{"weight":6}""", box.Version)).Status, Is.EqualTo(412));
        var done = await here.TakeAsync($"/api/boxes/{box.Id}/finish", changed.Version);
        Assert.That(done.Status, Is.EqualTo(200), done.Body);
        Assert.That((await here.GetAsync("/api/boxes")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));

        Assert.That((await there.GetAsync("/api/boxes")).Json.GetProperty("items").GetArrayLength(), Is.Zero);
        Assert.That((await there.GetAsync($"/api/boxes/{box.Id}")).Status, Is.EqualTo(404));
        Assert.That((await there.PostAsync("/api/boxes", $$"""{"shelf":"{{shelf.Id}}"}""")).Findings, Is.EqualTo(["/shelf reference"]));

        var referred = await here.DeleteAsync($"/api/shelves/{shelf.Id}", shelf.Version);
        Assert.That((referred.Status, referred.Problem), Is.EqualTo((409, "referenced")), referred.Body);
        Assert.That((await here.DeleteAsync($"/api/boxes/{box.Id}", done.Version)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task What_is_refused_is_told_at_its_field()
    {
        var shelf = await here.CreateAsync("/api/shelves", """{"code":"B1"}""");

        var second = await here.PostAsync("/api/shelves", """{"code":"B1"}""");
        Assert.That((second.Status, second.Findings), Is.EqualTo((409, (string[])["/code unique"])), second.Body);
        Assert.That((await there.PostAsync("/api/shelves", """{"code":"B1"}""")).Status, Is.EqualTo(201), "Another tenant's are its own.");
        Assert.That((await here.PostAsync("/api/boxes", $$"""{"shelf":"{{Guid.NewGuid()}}"}""")).Findings, Is.EqualTo(["/shelf reference"]));
        Assert.That(shelf.Version, Is.Not.Empty);
    }

    [TestCase("app")]
    [TestCase("provisioner")]
    [TestCase("login")]
    [TestCase("auditor")]
    public void No_partition_can_be_reached_past_its_table(string role)
    {
        var partitions = Postgres.Query(app.ConnectionString, "SELECT oid::regclass::text FROM pg_class WHERE relispartition AND relkind = 'r' ORDER BY 1");
        Assert.That(partitions, Has.Count.EqualTo(3 * app.Emitted.Model.Relational.Tables.Count));

        Assert.Multiple(() =>
        {
            foreach (var statement in partitions.SelectMany(part => (string[])[$"SELECT FROM {part}", $"INSERT INTO {part} DEFAULT VALUES", $"UPDATE {part} SET tenant_id = tenant_id", $"DELETE FROM {part}"]))
            {
                Assert.That(
                    () => Postgres.Execute(Postgres.As(app.ConnectionString, "depot_" + role), statement),
                    Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.InsufficientPrivilege), statement);
            }
        });
    }

    [Test]
    public void A_tenants_statement_reads_one_partition()
    {
        var plan = string.Join('\n', Postgres.Query(
            app.ConnectionString, "SET ROLE depot_owner; SET app.tenant = '0192f0c1-2d1e-7c3a-9a35-6f0f5d0b7c11'; EXPLAIN (ANALYZE, COSTS OFF) SELECT * FROM boxes WHERE tenant_id = '0192f0c1-2d1e-7c3a-9a35-6f0f5d0b7c11'"));

        Assert.That(plan.Split("partition_").Length, Is.LessThanOrEqualTo(1 + 2), plan);
    }

    [Test]
    public void Partitions_have_the_names_of_their_tables() => Assert.That(OtherNames(app.ConnectionString), Is.Empty);

    [Test]
    public void Goes_down_to_nothing_and_up_again_and_leaves_nothing_pending()
    {
        var migrated = new MigratedApp(Compile(Text)).Migrate();
        var shape = Catalog.Shape(migrated.ConnectionString);
        migrated.Migrate("0");
        Assert.That(Postgres.Query(migrated.ConnectionString, "SELECT relname::text FROM pg_class WHERE relispartition OR relkind = 'p'"), Is.Empty);
        migrated.Migrate();

        Assert.That(shape, Has.Some.Contains("uq_shelves_code"));
        Assert.That(Catalog.Shape(migrated.ConnectionString), Is.EqualTo(shape));
        migrated.Use(migrated.ConnectionString, context => Assert.That(context.Database.HasPendingModelChanges(), Is.False));
    }

    [Test]
    public void A_change_is_made_in_all_partitions_and_undone_in_them()
    {
        var changed = Text.Replace("  Box:\n", "  Crate:\n    was: Box\n", StringComparison.Ordinal).Replace("plural: Boxes", "plural: Crates", StringComparison.Ordinal)
            .Replace("Box: [", "Crate: [", StringComparison.Ordinal)
            .Replace("note: { type: text }", "note: { type: text }, next: { type: Shelf }, row: { type: int, unique: true }", StringComparison.Ordinal);
        var (before, after) = (Wish(Text), Wish(changed));
        var migrated = new MigratedApp(Compile(Text)).Migrate();
        var shape = Catalog.Shape(migrated.ConnectionString);
        var delta = SchemaDiff.Between(before.State, after.State, SchemaDiff.RenamesOf(before.State, after.Renames));
        var plan = MigrationPlanner.Plan(before.State, delta, MigrationPlan.PendingId, EquatableArray<HistoryFile>.Empty);

        Run(plan.Phases, up: true);
        Assert.That(Catalog.Shape(migrated.ConnectionString), Has.Some.Contains("fk_shelves_next_id").And.Some.Contains("uq_shelves_row").And.Some.Contains("pk_crates"));
        Assert.That(OtherNames(migrated.ConnectionString), Is.Empty);
        Assert.That(Postgres.Query(migrated.ConnectionString, "SELECT 1 FROM pg_class WHERE relname = 'boxes'"), Is.Empty);

        Run(plan.Phases.Reverse(), up: false);
        Assert.That(Catalog.Shape(migrated.ConnectionString), Is.EqualTo(shape));
        Assert.That(OtherNames(migrated.ConnectionString), Is.Empty);

        void Run(IEnumerable<MigrationPhase> phases, bool up)
        {
            var session = "SET ROLE depot_owner; SET app.migrating = 'on';\n";
            foreach (var phase in phases)
            {
                if (phase.Transactional)
                {
                    Postgres.Execute(migrated.ConnectionString, session + "BEGIN;\n" + string.Join('\n', SchemaSql.Of(phase, up)) + "\nCOMMIT;");
                    continue;
                }
                Assert.That(phase.Up, Has.All.InstanceOf<CreateIndex>());
                using var connection = Session(migrated.ConnectionString);
                Execute(connection, SchemaSql.Of(phase, up));
            }
        }
    }

    [Test]
    public async Task An_index_is_made_while_writes_go_on_and_again_when_it_was_cut_off()
    {
        var migrated = new MigratedApp(Compile(Text)).Migrate();
        var index = new IndexModel("ix_shelves_note", EquatableArray.Of("tenant_id", "note"), Unique: false) { Where = "\"note\" <> 'x'" };
        var statements = SchemaSql.Of(new MigrationPhase(false, EquatableArray.Of<SchemaStep>(new CreateIndex("shelves", index, Concurrently: true) { Partitions = 3 }), EquatableArray<SchemaStep>.Empty));
        var parts = statements.ToList().FindIndex(static statement => statement.StartsWith("CREATE INDEX CONCURRENTLY", StringComparison.Ordinal));
        using var owner = Session(migrated.ConnectionString);
        using var writer = Session(migrated.ConnectionString);
        using var other = Session(migrated.ConnectionString);
        const string Insert = "INSERT INTO shelves (tenant_id, id, code, note) SELECT gen_random_uuid(), gen_random_uuid(), 'CODE', 'n' FROM generate_series(1, 9)";
        Execute(writer, [Insert.Replace("CODE", "A", StringComparison.Ordinal)]);

        // Cut off after the index of the first partition.
        Execute(owner, statements.Take(parts + 1));
        Assert.That(Postgres.Query(migrated.ConnectionString, "SELECT count(*) || bool_or(NOT indisvalid)::text FROM pg_index WHERE indexrelid::regclass::text LIKE '%ix_shelves_note'"), Is.EqualTo(["2true"]));
        Execute(owner, statements.Take(parts));
        Execute(writer, ["BEGIN", "UPDATE shelves SET note = 'm'"]);
        var making = Task.Run(() => Execute(owner, statements.Skip(parts)));
        Execute(other, [Insert.Replace("CODE", "C", StringComparison.Ordinal)]);
        Assert.That(making.IsCompleted, Is.False, "It waits for the writer, and nobody waits for it.");
        Execute(writer, ["COMMIT"]);
        await making;

        Assert.That(Postgres.Query(migrated.ConnectionString, "SELECT count(*) || bool_and(indisvalid)::text FROM pg_index WHERE indexrelid::regclass::text LIKE '%ix_shelves_note'"), Is.EqualTo(["4true"]));
        Assert.That(Postgres.Query(migrated.ConnectionString, "SELECT relkind::text || count(*)::text FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = 'ix_shelves_note'::regclass GROUP BY relkind"), Is.EqualTo(["i3"]));
        Assert.That(OtherNames(migrated.ConnectionString), Is.Empty);
    }

    [TestCase("Shelf: { plural: Shelves, fields: { code: { type: string, max: 8, required: true, unique: true }, note: { type: text } } }", "note: { type: text }", "note: { type: text }, mark: { type: string, max: 8, unique: true }", "")]
    [TestCase("Label: { fields: { name: { type: string, max: 40, required: true } } }", "required: true }", "required: true }, box: { type: Box }", "ARC0441 Label")]
    public void Only_what_PostgreSQL_makes_in_no_other_way_closes_a_table(string entity, string from, string to, string finding)
    {
        var (before, after) = (Wish(Text), Wish(Text.Replace(entity, entity.Replace(from, to, StringComparison.Ordinal), StringComparison.Ordinal)));

        var findings = SchemaReview.Of(before.State, after.State, SchemaDiff.Between(before.State, after.State, EquatableArray<SchemaRename>.Empty), EquatableArray<SealedApproval>.Empty);

        Assert.That(string.Join(' ', findings.Select(found => found.Descriptor.Id + " " + found.Key)), Is.EqualTo(finding));
    }

    [Test]
    public void Another_number_of_partitions_is_refused_where_it_is_written()
    {
        var (before, after) = (Wish(Text), Wish(Text.Replace("partitions: 3", "partitions: 4", StringComparison.Ordinal)));
        var delta = SchemaDiff.Between(before.State, after.State, EquatableArray<SchemaRename>.Empty);

        var findings = SchemaReview.Of(before.State, after.State, delta, EquatableArray<SealedApproval>.Empty);

        Assert.That(findings.Select(found => (found.Descriptor.Id, found.Key)), Is.EqualTo([("ARC0440", "tenancy")]));
        Assert.That(findings[0].Message, Does.StartWith("The tables have 3 partitions, and would have 4 partitions"));
    }

    private static NpgsqlConnection Session(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        Execute(connection, ["SET ROLE depot_owner", "SET app.migrating = 'on'"]);
        return connection;
    }

    private static void Execute(NpgsqlConnection connection, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            using var command = new NpgsqlCommand(statement, connection);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>What of partitions is called otherwise than what it is a part of.</summary>
    private static IReadOnlyList<string> OtherNames(string connectionString) => Postgres.Query(connectionString, """
        SELECT c.oid::regclass || ' of ' || p.oid::regclass FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid JOIN pg_class p ON p.oid = inhparent WHERE c.relname <> p.relname
        UNION ALL
        SELECT c.conrelid::regclass || '.' || c.conname || ' of ' || p.conname FROM pg_constraint c JOIN pg_constraint p ON p.oid = c.conparentid
        WHERE c.conname <> p.conname AND c.connamespace <> 'public'::regnamespace
        """);

    private static SchemaWish Wish(string text)
    {
        var genome = Compile(text);
        return SchemaWish.Of(Lowering.Lower(genome), genome.Approvals);
    }

    private static Genome.Binding.BoundGenome Compile(string text)
    {
        var compiled = GenomeFrontEnd.Compile([new("app.genome.yaml", text)]);
        Assert.That(compiled.Diagnostics.Select(found => found.Descriptor.Id + " " + found.Message), Is.Empty);
        return compiled.Genome!;
    }
}
