using System.Text.Json;

namespace Archiet.Emit.Tests;

/// <summary>Row conditions, field lists, orders, filters and soft delete from a genome's text to HTTP.</summary>
public sealed class AccessApiTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Agency, namespace: Agency }
        roles: { head: Runs the agency., agent: Works on cases., guest: Looks in. }
        tenancy: { tenant: Office }
        enums:
          State: { members: { open: Still to do., closed: { description: Done., stored: CLOSED } } }
        entities:
          Office: { fields: { name: { type: string, max: 80, required: true } } }
          Agent: { member: true, fields: { name: { type: string, max: 40, required: true } } }
          Case:
            softDelete: true
            order: [-opened, title]
            list: { sort: [title, opened], filter: [state, assignee, opened] }
            fields:
              title: { type: string, max: 40, required: true, unique: true }
              opened: { type: date, required: true }
              state: { type: State, required: true, default: open }
              assignee: { type: Agent }
              margin: { type: "decimal(10,2)" }
          Note:
            fields:
              of: { type: Case, required: true }
              text: { type: string, max: 200, required: true }
        capabilities:
          runTheAgency: { to: [head], allow: { Case: [list, read, create, update, delete, restore], Agent: [list, read], Note: [list, read, create] } }
          workOnCases:
            to: [agent]
            allow:
              Case: { do: [list, read, create, update], where: this.assignee == user, fields: { except: [margin] } }
              Note: { do: [list, read, create], where: this.of.assignee == user }
          seeWhatIsDone:
            to: [agent, guest]
            allow:
              Case: { do: [list, read], where: this.state == 'closed', fields: [title, state] }
        """;

    private ServedApp app = null!;
    private Visitor head = null!, ann = null!, guest = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(Genome);
        var tenant = await app.TenantAsync("North");
        head = await app.VisitorAsync(tenant, "head", """{"name":"Hal"}""");
        ann = await app.VisitorAsync(tenant, "agent", """{"name":"Ann"}""");
        guest = await app.VisitorAsync(tenant, "guest", """{"name":"Gus"}""");
        await CaseAsync("Own", "2026-01-03", ann.Member, "open");
        await CaseAsync("Own, done", "2026-01-02", ann.Member, "CLOSED");
        await CaseAsync("Done", "2026-01-04", head.Member, "CLOSED");
        await CaseAsync("Foreign", "2026-01-05", head.Member, "open");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    [Test]
    public async Task Everyone_sees_the_rows_and_fields_that_are_theirs()
    {
        var all = await head.GetAsync("/api/cases");
        var own = await ann.GetAsync("/api/cases?limit=2");
        var rest = await ann.GetAsync("/api/cases?after=" + own.Json.GetProperty("next").GetString());
        var done = await guest.GetAsync("/api/cases");

        Assert.Multiple(() =>
        {
            Assert.That(Rows(all), Is.EqualTo(new[]
            {
                "Foreign: title opened state assignee margin", "Done: title opened state assignee margin",
                "Own: title opened state assignee margin", "Own, done: title opened state assignee margin",
            }));
            // The natural order is not for those who do not see it on every row: newest first.
            Assert.That(Rows(own).Concat(Rows(rest)), Is.EqualTo(new[] { "Done: title state", "Own, done: title opened state assignee", "Own: title opened state assignee" }));
            Assert.That(Rows(done), Is.EqualTo(new[] { "Done: title state", "Own, done: title state" }));
        });
    }

    [Test]
    public async Task Lists_are_sorted_and_filtered_by_what_is_seen()
    {
        var sorted = await head.GetAsync("/api/cases?sort=title&state=CLOSED");
        var ranged = await head.GetAsync($"/api/cases?opened.min=2026-01-03&opened.max=2026-01-04&assignee={ann.Member}&assignee={head.Member}");
        var hidden = await ann.GetAsync("/api/cases?opened.min=2026-01-03");
        var member = await ann.GetAsync("/api/cases?state=closed");

        Assert.Multiple(() =>
        {
            Assert.That(Rows(sorted).Select(row => row.Split(':')[0]), Is.EqualTo(new[] { "Done", "Own, done" }));
            Assert.That(Rows(ranged).Select(row => row.Split(':')[0]), Is.EqualTo(new[] { "Done", "Own" }));
            Assert.That((hidden.Status, hidden.Findings), Is.EqualTo((422, new[] { "?opened.min notVisible" })));
            Assert.That((member.Status, member.Findings), Is.EqualTo((422, new[] { "?state choice" })));
        });
    }

    [Test]
    public async Task A_row_is_written_where_it_is_the_callers_as_it_was_and_as_it_is_written()
    {
        var made = await ann.PostAsync("/api/cases", Body("Mine", "2026-02-01", ann.Member));
        var foreign = await ann.PostAsync("/api/cases", Body("Not mine", "2026-02-01", head.Member));
        var margin = await ann.PatchAsync("/api/cases/" + made.Id, """{"margin":1}""", made.Version);
        var moved = await ann.PatchAsync("/api/cases/" + made.Id, $$"""{"assignee":"{{head.Member}}"}""", made.Version);
        var done = (await head.GetAsync("/api/cases?sort=title&state=CLOSED")).Json.GetProperty("items")[0];
        var seen = await ann.PatchAsync("/api/cases/" + done.GetProperty("id").GetString(), """{"title":"Seen"}""", done.GetProperty("version").GetString()!);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { made, foreign, margin, moved, seen }.Select(answer => answer.Status), Is.EqualTo(new[] { 201, 403, 422, 403, 403 }));
            Assert.That(margin.Findings, Is.EqualTo(new[] { "/margin notSettable" }));
        });
    }

    [Test]
    public async Task A_condition_reaches_through_a_reference()
    {
        var own = await CaseAsync("Noted", "2026-03-01", ann.Member, "open");
        var other = await CaseAsync("Not noted", "2026-03-01", head.Member, "open");

        var made = await ann.PostAsync("/api/notes", $$"""{"of":"{{own.Id}}","text":"Called."}""");
        var refused = await ann.PostAsync("/api/notes", $$"""{"of":"{{other.Id}}","text":"Called."}""");
        var unknown = await ann.PostAsync("/api/notes", $$"""{"of":"{{Guid.CreateVersion7()}}","text":"Called."}""");
        await head.CreateAsync("/api/notes", $$"""{"of":"{{other.Id}}","text":"Secret."}""");
        var list = await ann.GetAsync("/api/notes");

        Assert.That((made.Status, refused.Status, list.Json.GetProperty("items").GetArrayLength()), Is.EqualTo((201, 422, 1)));
        Assert.That((refused.Findings, unknown.Status), Is.EqualTo((new[] { "/of reference" }, 422)), "The row is as unknown as one that is not there.");
        Assert.That(unknown.Findings, Is.EqualTo(refused.Findings));
    }

    [Test]
    public async Task A_new_reference_to_a_deleted_row_is_refused_until_it_is_restored()
    {
        var row = await CaseAsync("Gone", "2026-04-01", head.Member, "open");
        Postgres.Execute(app.ConnectionString, $"UPDATE cases SET deleted_at = now() WHERE id = '{row.Id}'");

        var read = await head.GetAsync("/api/cases/" + row.Id);
        var refused = await head.PostAsync("/api/notes", $$"""{"of":"{{row.Id}}","text":"Late."}""");
        var restored = await head.PostAsync($"/api/cases/{row.Id}/restore", "{}");
        var taken = await head.PostAsync("/api/notes", $$"""{"of":"{{row.Id}}","text":"In time."}""");

        Assert.That((read.Status, refused.Status, restored.Status, taken.Status), Is.EqualTo((404, 422, 200, 201)));
        Assert.That(refused.Findings, Is.EqualTo(new[] { "/of reference" }));
    }

    private static string Body(string title, string opened, Guid? assignee, string state = "open") =>
        $$"""{"title":"{{title}}","opened":"{{opened}}","assignee":"{{assignee}}","state":"{{state}}"}""";

    /// <summary>Each row as its title and its members.</summary>
    private static string[] Rows(Answer list) => [.. list.Json.GetProperty("items").EnumerateArray().Where(row => row.GetProperty("title").GetString()! is "Own" or "Own, done" or "Done" or "Foreign")
        .Select(row => $"{row.GetProperty("title").GetString()}: {string.Join(' ', row.EnumerateObject().Skip(2).Select((JsonProperty member) => member.Name))}")];

    private Task<Answer> CaseAsync(string title, string opened, Guid? assignee, string state) => head.CreateAsync("/api/cases", Body(title, opened, assignee, state));
}
