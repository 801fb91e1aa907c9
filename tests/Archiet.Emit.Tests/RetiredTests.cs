using Archiet.Genome;
using Archiet.Model;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>What is retired is in the database for the release before, and in nothing that this release is made of.</summary>
public sealed class RetiredTests
{
    /// <summary>A genome of two releases: <c>RETIRED</c> is nothing in the first.</summary>
    private const string Releases = """
        genome: "1.0"
        app: { name: Post, namespace: Post }
        roles: { clerk: Sends letters. }
        tenancy: { tenant: Office }
        enums: { Carrier: [air, sea] }
        values:
          Address:
            street: { type: string, max: 80, required: true }
            city: { type: string, max: 80, required: true }
            floor: { type: string, max: 10, required: true RETIRED }
        entities:
          Office: { fields: { name: { type: string, max: 80, required: true } } }
          Letter:
            size: small
            fields:
              code: { type: string, max: 20, required: true, unique: true }
              weight: { type: int, required: true, writeOnce: true }
              fax: { type: string, max: 40, required: true, unique: true, min: 3 RETIRED }
              channel: { type: Carrier, required: true RETIRED }
              grade: { type: int, required: true, default: 7, writeOnce: true RETIRED }
              stamp: { type: Stamp, required: true, onDelete: cascade RETIRED }
              address: { type: Address }
              sender: { type: Address, required: true RETIRED }
              twice: { type: long, computed: this.weight + this.weight, stored: true RETIRED }
          Stamp: { fields: { name: { type: string, max: 80, required: true }, letter: { type: Letter } } RETIREDTABLE }
        capabilities:
          send: { to: [clerk], allow: { Letter: [list, read, create, update, delete] } }
        """;

    private static readonly string Before = Releases.Replace(" RETIREDTABLE", "", StringComparison.Ordinal).Replace(" RETIRED", "", StringComparison.Ordinal);

    private static readonly string After =
        Releases.Replace(" RETIREDTABLE", ", retired: true", StringComparison.Ordinal).Replace(" RETIRED", ", retired: true", StringComparison.Ordinal);

    private ServedApp app = null!;
    private Visitor clerk = null!;
    private Guid office;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(After);
        office = await app.TenantAsync("North");
        clerk = await app.VisitorAsync(office, "clerk");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    [Test]
    public void The_schema_differs_by_what_columns_take_and_by_nothing_else()
    {
        var (before, after) = (Lines(Before), Lines(After));

        Assert.Multiple(() =>
        {
            Assert.That(before.Except(after), Has.All.StartsWith("column Letter.").Or.StartsWith("column Stamp.").Or.StartsWith("check Letter ck_letters_address "));
            Assert.That(after.Except(before).Where(line => line.StartsWith("column Stamp.", StringComparison.Ordinal)), Has.Exactly(2).EndsWith(" retired"));
            Assert.That(after.Except(before).Where(line => line.StartsWith("column Letter.", StringComparison.Ordinal)), Has.Exactly(9).EndsWith(" null retired").Or.Contains(" null retired "));
            Assert.That(after.Except(before).Count(), Is.EqualTo(before.Except(after).Count()));
        });
    }

    [Test]
    public async Task Rows_are_written_without_it()
    {
        var made = await clerk.CreateAsync("/api/letters", """{"code":"A1","weight":4,"address":{"street":"Quay 1","city":"Porto"}}""");
        var changed = await clerk.PatchAsync($"/api/letters/{made.Id}", """{"address":null}""", made.Version);

        Assert.That(changed.Status, Is.EqualTo(200), changed.Body);
        Assert.That(
            Postgres.Query(app.ConnectionString, $"SELECT concat_ws('|', fax IS NULL AND channel IS NULL AND stamp_id IS NULL AND sender_city IS NULL, grade, twice) FROM letters WHERE id = '{made.Id}'"),
            Is.EqualTo(["t|7|8"]));
    }

    [TestCase("""{"code":"B1","weight":4,"fax":"12345"}""", "/fax unknown")]
    [TestCase("""{"code":"B2","weight":4,"stamp":null}""", "/stamp unknown")]
    [TestCase("""{"code":"B3","weight":4,"address":{"street":"Quay 1","city":"Porto","floor":"2"}}""", "/address/floor unknown")]
    public async Task No_request_knows_it(string body, string finding)
    {
        var answer = await clerk.PostAsync("/api/letters", body);

        Assert.That((answer.Status, string.Join(' ', answer.Findings)), Is.EqualTo((422, finding)));
    }

    [Test]
    public void No_source_and_no_document_names_it()
    {
        string[] retired = ["fax", "channel", "grade", "stamp", "sender", "floor", "twice"];
        var texts = app.Emitted.Files.Where(static file => !file.HintName.StartsWith("Migration", StringComparison.Ordinal) && file.HintName != "Vocabulary.g.cs").Select(static file => file.Text)
            .Append(System.Text.Encoding.UTF8.GetString(OpenApiDocument.Write(app.Emitted.Model)));

        foreach (var text in texts)
        {
            Assert.That(retired.Where(name => text.Contains($"\"{name}", StringComparison.OrdinalIgnoreCase)), Is.Empty, text);
        }
    }

    [Test]
    public void The_release_before_goes_on_and_is_held_to_what_it_was()
    {
        var stamp = Guid.NewGuid();
        Write($"INSERT INTO stamps (tenant_id, id, name) VALUES ('{office}', '{stamp}', 'Blue')");

        Assert.Multiple(() =>
        {
            Assert.That(() => Write(Letter("P1", "'123'", "air", stamp)), Throws.Nothing);
            Assert.That(() => Write(Letter("P2", "'123'", "air", stamp)), Refused("uq_letters_fax"));
            Assert.That(() => Write(Letter("P3", "'1'", "air", stamp)), Refused("ck_letters_fax_length"));
            Assert.That(() => Write(Letter("P4", "'456'", "mule", stamp)), Refused("ck_letters_channel"));
            Assert.That(() => Write(Letter("P5", "'789'", "sea", Guid.NewGuid())), Refused("fk_letters_stamp_id"));
            Assert.That(() => Write("UPDATE letters SET grade = 8 WHERE code = 'P1'"), Refused("ck_letters_grade_once"));
        });
    }

    [Test]
    public async Task A_row_that_a_retired_table_refers_to_is_kept()
    {
        var made = await clerk.CreateAsync("/api/letters", """{"code":"C1","weight":4}""");
        Write($"INSERT INTO stamps (tenant_id, id, name, letter_id) VALUES ('{office}', gen_random_uuid(), 'Red', '{made.Id}')");

        var answer = await clerk.DeleteAsync($"/api/letters/{made.Id}", made.Version);

        Assert.That(answer.Status, Is.EqualTo(409), answer.Body);
    }

    [Test]
    public void Entity_framework_has_nothing_pending()
    {
        var migrated = new MigratedApp(GenomeFrontEnd.Compile([new("post.genome.yaml", After)]).Genome!).Migrate();

        migrated.Use(migrated.ConnectionString, static context => Assert.That(
            Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(context.Database), Is.False));
    }

    [Test]
    public void The_entity_and_its_schema_are_those_that_were_read_and_approved() => GoldenFiles.AssertEqual(
        "Retired",
        app.Emitted.Files.Where(static file => file.Text.Contains("class Letter ", StringComparison.Ordinal)).Select(static file => (file.HintName, file.Text))
            .Append(("schema.txt", string.Join('\n', Lines(After)) + "\n"))
            .Select(static file => (file.Item1, System.Text.Encoding.UTF8.GetBytes(file.Item2))));

    private static List<string> Lines(string genome)
    {
        var compiled = GenomeFrontEnd.Compile([new("post.genome.yaml", genome)]);
        Assert.That(compiled.Diagnostics.Select(static found => found.Descriptor.Id + " " + found.Message), Is.Empty);
        return [.. SchemaLines.Of(SchemaStates.Of(Lowering.Lower(compiled.Genome!))).Select(static line => line.Text)];
    }

    private void Write(string sql) => Postgres.Execute(app.ConnectionString, $"SET app.tenant = '{office}'; {sql}");

    private string Letter(string code, string fax, string channel, Guid stamp) => $"""
        INSERT INTO letters (tenant_id, id, code, weight, fax, channel, grade, stamp_id, sender_street, sender_city, sender_floor, address_street, address_city, address_floor)
        VALUES ('{office}', gen_random_uuid(), '{code}', 1, {fax}, '{channel}', 7, '{stamp}', 'Mole 2', 'Faro', '1', 'Quay 1', 'Porto', '2')
        """;

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(string constraint) =>
        Throws.InstanceOf<PostgresException>().With.Property("ConstraintName").EqualTo(constraint);
}
