using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>A member of an enum goes by its own name in the genome and in C#, and by its stored one in the database and in JSON.</summary>
public sealed class StoredNameTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Ledger, namespace: Ledger }
        roles: { clerk: Keeps the books. }
        tenancy: { tenant: Firm }
        enums:
          Status:
            members:
              open: Not yet paid.
              paid: { description: Paid in full., stored: PAID }
              writtenOff: { stored: "written off, it's gone" }
        entities:
          Firm: { fields: { name: { type: string, max: 80, required: true } } }
          Invoice:
            list: { filter: [status] }
            fields:
              number: { type: string, max: 20, required: true }
              status: { type: Status, required: true, default: paid, example: writtenOff }
              settled: { type: bool, computed: this.status == 'paid', stored: true }
              lost: { type: bool, computed: this.status == 'writtenOff' }
            rules:
              numbered: { check: "this.status != 'writtenOff' || this.number != 'none'", message: What is written off has a number. }
        capabilities:
          keepTheBooks: { to: [clerk], allow: { Invoice: [list, read, create, update] } }
        """;

    private ServedApp app = null!;
    private Visitor clerk = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(Genome);
        clerk = await app.VisitorAsync(await app.TenantAsync("North"), "clerk");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    [Test]
    public async Task Json_takes_and_gives_the_stored_name()
    {
        var usual = await clerk.CreateAsync("/api/invoices", """{"number":"1"}""");
        var open = await clerk.CreateAsync("/api/invoices", """{"number":"2","status":"open"}""");
        var lost = await clerk.CreateAsync("/api/invoices", """{"number":"3","status":"written off, it's gone"}""");

        Assert.That(
            new[] { usual, open, lost }.Select(answer => answer.Json.GetProperty("status").GetString()), Is.EqualTo(["PAID", "open", "written off, it's gone"]));
        Assert.That(
            Postgres.Query(app.ConnectionString, $"SELECT status FROM invoices WHERE id IN ('{usual.Id}', '{open.Id}', '{lost.Id}') ORDER BY number"),
            Is.EqualTo(["PAID", "open", "written off, it's gone"]));
    }

    [Test]
    public async Task The_genomes_name_is_no_value()
    {
        var answer = await clerk.PostAsync("/api/invoices", """{"number":"4","status":"paid"}""");

        Assert.That((answer.Status, string.Join(' ', answer.Findings)), Is.EqualTo((422, "/status choice")));
    }

    [Test]
    public async Task Expressions_mean_the_member()
    {
        var paid = await clerk.CreateAsync("/api/invoices", """{"number":"5","status":"PAID"}""");
        var lost = await clerk.CreateAsync("/api/invoices", """{"number":"6","status":"written off, it's gone"}""");
        var broken = await clerk.PostAsync("/api/invoices", """{"number":"none","status":"written off, it's gone"}""");

        Assert.Multiple(() =>
        {
            Assert.That((paid.Json.GetProperty("settled").GetBoolean(), paid.Json.GetProperty("lost").GetBoolean()), Is.EqualTo((true, false)));
            Assert.That((lost.Json.GetProperty("settled").GetBoolean(), lost.Json.GetProperty("lost").GetBoolean()), Is.EqualTo((false, true)));
            Assert.That(broken.Status, Is.EqualTo(422));
        });
    }

    [Test]
    public void The_database_takes_no_other_name() => Assert.That(
        () => Postgres.Execute(app.ConnectionString, "INSERT INTO invoices (tenant_id, id, number, status) VALUES (gen_random_uuid(), gen_random_uuid(), '1', 'paid')"),
        Throws.InstanceOf<PostgresException>().With.Property("ConstraintName").EqualTo("ck_invoices_status"));

    [Test]
    public void The_document_names_the_stored_ones()
    {
        var document = System.Text.Encoding.UTF8.GetString(OpenApiDocument.Write(app.Emitted.Model));

        Assert.That(document, Does.Contain("""["open", "PAID", "written off, it's gone"]""").And.Contain("\"default\": \"PAID\"").And.Contain("[\"written off, it's gone\"]"));
    }

    [Test]
    public void Csharp_has_the_genomes_name() => Assert.That(
        app.Emitted.File("Vocabulary.g.cs"),
        Does.Contain("    WrittenOff,").And.Contain("""public static Choices All { get; } = new("open", "PAID", "written off, it's gone");"""));
}
