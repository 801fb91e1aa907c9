using System.Text.Json;

namespace Archiet.Emit.Tests;

/// <summary>The first and the last of dates, moments and lengths: what goes in comes out, everywhere that a row is read, or is refused with a problem of the caller's.</summary>
public sealed class ExtremeTimeTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Ages, namespace: Ages }
        roles: { clerk: Keeps time. }
        tenancy: { tenant: House }
        values: { Span: { fields: { from: { type: timestamp, required: true }, to: { type: timestamp } } } }
        entities:
          House: { fields: { name: { type: string, max: 80, required: true } } }
          Moment:
            list: { filter: [day, clock, at, length], sort: [onDay, onAt] }
            fields:
              day: { type: date }
              clock: { type: time }
              at: { type: timestamp }
              length: { type: duration }
              span: { type: Span }
              onDay: { type: date, required: true, default: 2026-01-01 }
              onAt: { type: timestamp, required: true, default: 2026-01-01T00:00:00Z }
              parts: { type: Part, owned: true }
              isOld: { type: bool, computed: "this.at < this.onAt" }
          Part: { fields: { day: { type: date }, at: { type: timestamp }, length: { type: duration } } }
        capabilities:
          keep: { to: [clerk], allow: { Moment: [list, read, create, update, delete] } }
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

    [TestCase("day", "0001-01-01")]
    [TestCase("day", "0001-01-02")]
    [TestCase("day", "9999-12-30")]
    [TestCase("day", "9999-12-31")]
    [TestCase("clock", "00:00:00")]
    [TestCase("clock", "23:59:59")]
    [TestCase("at", "0001-01-01T00:00:00Z")]
    [TestCase("at", "0001-01-01T00:00:00.000001Z")]
    [TestCase("at", "9999-12-31T23:59:59Z")]
    [TestCase("at", "9999-12-31T23:59:59.999999Z")]
    [TestCase("length", "P10675199DT2H48M5.47758S")]
    [TestCase("length", "-P10675199DT2H48M5.47758S")]
    public async Task What_goes_in_comes_out(string field, string value)
    {
        var created = await clerk.PostAsync("/api/moments", $$"""{"{{field}}":"{{value}}"}""");
        Assert.That(created.Status, Is.EqualTo(201), created.Body);
        var read = await clerk.GetAsync("/api/moments/" + created.Id);
        var changed = await clerk.PatchAsync("/api/moments/" + created.Id, $$"""{"{{field}}":"{{value}}"}""", created.Version);
        var list = await clerk.GetAsync("/api/moments?limit=200");

        Assert.Multiple(() =>
        {
            Assert.That(created.Json.GetProperty(field).GetString(), Is.EqualTo(value));
            Assert.That(read.Json.GetProperty(field).GetString(), Is.EqualTo(value));
            Assert.That(changed.Status, Is.EqualTo(200), changed.Body);
            Assert.That(changed.Json.GetProperty(field).GetString(), Is.EqualTo(value));
            Assert.That(list.Status, Is.EqualTo(200), list.Body);
            Assert.That(list.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString()), Does.Contain(created.Id));
        });
    }

    [TestCase("""{"span":{"from":"0001-01-01T00:00:00Z","to":"9999-12-31T23:59:59.999999Z"}}""")]
    [TestCase("""{"parts":[{"day":"0001-01-01","at":"0001-01-01T00:00:00Z"},{"day":"9999-12-31","at":"9999-12-31T23:59:59.999999Z","length":"P10675199D"}]}""")]
    public async Task So_does_what_stands_deeper_in_a_row(string body)
    {
        var created = await clerk.PostAsync("/api/moments", body);
        Assert.That(created.Status, Is.EqualTo(201), created.Body);
        var read = await clerk.GetAsync("/api/moments/" + created.Id);

        Assert.That(read.Status, Is.EqualTo(200), read.Body);
        Assert.That(Texts(read.Json), Is.SupersetOf(Texts(JsonDocument.Parse(body).RootElement)));
    }

    [TestCase("day", "infinity")]
    [TestCase("day", "-infinity")]
    [TestCase("day", "0000-12-31")]
    [TestCase("day", "10000-01-01")]
    [TestCase("clock", "24:00:00")]
    [TestCase("at", "infinity")]
    [TestCase("at", "-infinity")]
    [TestCase("at", "epoch")]
    [TestCase("at", "0001-01-01T00:00:00+14:00")]
    [TestCase("at", "9999-12-31T23:59:59-14:00")]
    [TestCase("at", "10000-01-01T00:00:00Z")]
    [TestCase("length", "infinity")]
    [TestCase("length", "P10675200D")]
    [TestCase("length", "P999999999999D")]
    public async Task What_cannot_be_kept_is_refused(string field, string value)
    {
        var created = await clerk.PostAsync("/api/moments", $$"""{"{{field}}":"{{value}}"}""");
        var filtered = await clerk.GetAsync($"/api/moments?{field}={Uri.EscapeDataString(value)}");

        Assert.Multiple(() =>
        {
            Assert.That(created.Status, Is.EqualTo(422), created.Body);
            Assert.That(created.Findings, Is.EqualTo([$"/{field} format"]));
            Assert.That(filtered.Status, Is.EqualTo(400).Or.EqualTo(422), filtered.Body);
        });
    }

    [TestCase("day", "0001-01-01")]
    [TestCase("day", "9999-12-31")]
    [TestCase("at", "0001-01-01T00:00:00Z")]
    [TestCase("at", "9999-12-31T23:59:59.999999Z")]
    [TestCase("length", "P10675199DT2H48M5.47758S")]
    public async Task Lists_are_filtered_by_them(string field, string value)
    {
        var created = await clerk.CreateAsync("/api/moments", $$"""{"{{field}}":"{{value}}"}""");

        var found = await clerk.GetAsync($"/api/moments?{field}={Uri.EscapeDataString(value)}&limit=200");
        Assert.That(found.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString()), Does.Contain(created.Id), found.Body);
    }

    [TestCase("onDay", "0001-01-01", "9999-12-31")]
    [TestCase("onAt", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z")]
    public async Task Pages_go_on_behind_them(string field, string first, string last)
    {
        string[] made =
        [
            (await clerk.CreateAsync("/api/moments", $$"""{"{{field}}":"{{last}}"}""")).Id,
            (await clerk.CreateAsync("/api/moments", $$"""{"{{field}}":"{{first}}"}""")).Id,
            (await clerk.CreateAsync("/api/moments", $$"""{"{{field}}":"{{last}}"}""")).Id,
            (await clerk.CreateAsync("/api/moments", $$"""{"{{field}}":"{{first}}"}""")).Id,
        ];

        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = await clerk.GetAsync($"/api/moments?sort={field}&limit=1" + (after is null ? "" : "&after=" + Uri.EscapeDataString(after)));
            Assert.That(page.Status, Is.EqualTo(200), page.Body);
            seen.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString()));
            after = page.Json.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null && seen.Count < 200);

        Assert.That(seen, Is.Unique.And.SupersetOf(made));
        Assert.That(seen.Take(2), Is.EquivalentTo([made[1], made[3]]));
        Assert.That(seen.TakeLast(2), Is.EquivalentTo([made[0], made[2]]));
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
