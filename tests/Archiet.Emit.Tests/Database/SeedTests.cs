using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>Rows that every tenant has: made with the tenant, with ids that follow from their keys, and given to tenants that lack them.</summary>
public sealed class SeedTests
{
    private const string Genome = """"
        genome: "1.0"
        app: { name: Atlas, namespace: Atlas }
        roles: { clerk: Draws maps. }
        tenancy: { tenant: House }
        enums:
          Side: { members: { left: { stored: L, description: West. }, right: East. } }
        values:
          Point: { fields: { x: { type: "decimal(6,2)", required: true }, y: { type: "decimal(6,2)" } } }
        entities:
          House: { fields: { name: { type: string, max: 80, required: true } } }
          Person: { member: true, fields: { name: { type: string, max: 80, required: true, example: Kim } } }
          Currency:
            fields: { name: { type: string, max: 80, required: true }, code: { type: string, max: 3, required: true, unique: true } }
          Country:
            fields:
              name: { type: text, required: true }
              currency: { type: Currency, required: true }
              neighbour: { type: Country }
              side: { type: Side, required: true, default: left }
              at: { type: Point }
              since: { type: date }
              noon: { type: time }
              moment: { type: timestamp }
              walk: { type: duration }
              data: { type: json }
              flag: { type: bytes }
              open: { type: bool, required: true, default: true }
              id2: { type: uuid }
              people: { type: long }
              stage: { type: Stage }
              madeAt: { type: timestamp, onCreate: now() }
              madeBy: { type: Person, onCreate: user }
              isBig: { type: bool, computed: this.people > 1000, stored: true }
            lifecycle: { field: stage, initial: draft, transitions: { publish: { from: draft, to: public } } }
        seed:
          Country:
            france: { name: "L'Île\n\"\"\"belle\"\"\" \\ \u00e9", currency: euro, neighbour: germany, side: right, open: false }
            germany:
              { name: Germany, currency: euro, at: { x: 1.5 }, since: 1949-05-23, noon: "12:00:00", moment: 2026-01-31T09:00:00Z, walk: PT36H, data: { a: [1, "b"] }, flag: AQID, id2: 0198c6e0-5d7e-7c3a-9d2b-1f4e6a7b8c9d, people: 84000000 }
          Currency:
            euro: { name: Euro, code: EUR }
            yen: { name: Yen, code: JPY }
        capabilities:
          draw: { to: [clerk], allow: { Country: [list, read, create, update, delete, publish], Currency: [list, read, update, delete] } }
        """";

    private const string Stage = """
        enums:
          Stage: { members: { draft: Not shown., public: Shown. } }
        """;

    private ServedApp app = null!;
    private Guid north;
    private Visitor clerk = null!;

    private static string Whole => Genome.Replace("enums:\n", Stage + "\n", StringComparison.Ordinal);

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(Whole);
        north = await app.TenantAsync("North");
        clerk = await app.VisitorAsync(north, "clerk", """{"name":"Ada"}""");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    [Test]
    public async Task A_new_tenant_has_them_whole()
    {
        var germany = (await clerk.GetAsync("/api/countries/" + SeedId.Of(north, "Country", "germany"))).Json;
        var france = (await clerk.GetAsync("/api/countries/" + SeedId.Of(north, "Country", "france"))).Json;

        Assert.Multiple(() =>
        {
            Assert.That(germany.GetProperty("name").GetString(), Is.EqualTo("Germany"));
            Assert.That(germany.GetProperty("currency").GetGuid(), Is.EqualTo(SeedId.Of(north, "Currency", "euro")));
            Assert.That(germany.GetProperty("side").GetString(), Is.EqualTo("L"));
            Assert.That(germany.GetProperty("open").GetBoolean(), Is.True);
            Assert.That(germany.GetProperty("at").GetRawText(), Is.EqualTo("""{"x":1.50,"y":null}"""));
            Assert.That(germany.GetProperty("since").GetString(), Is.EqualTo("1949-05-23"));
            Assert.That(germany.GetProperty("noon").GetString(), Is.EqualTo("12:00:00"));
            Assert.That(germany.GetProperty("moment").GetString(), Is.EqualTo("2026-01-31T09:00:00Z"));
            Assert.That(germany.GetProperty("walk").GetString(), Is.EqualTo("P1DT12H"));
            Assert.That(germany.GetProperty("data").GetProperty("a")[1].GetString(), Is.EqualTo("b"));
            Assert.That(germany.GetProperty("flag").GetString(), Is.EqualTo("AQID"));
            Assert.That(germany.GetProperty("id2").GetString(), Is.EqualTo("0198c6e0-5d7e-7c3a-9d2b-1f4e6a7b8c9d"));
            Assert.That(germany.GetProperty("stage").GetString(), Is.EqualTo("draft"));
            Assert.That(germany.GetProperty("isBig").GetBoolean(), Is.True);
            Assert.That(germany.GetProperty("madeAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(10)));
            Assert.That(germany.GetProperty("madeBy").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
            Assert.That(france.GetProperty("name").GetString(), Is.EqualTo("L'Île\n\"\"\"belle\"\"\" \\ é"));
            Assert.That(france.GetProperty("neighbour").GetGuid(), Is.EqualTo(SeedId.Of(north, "Country", "germany")));
            Assert.That((france.GetProperty("side").GetString(), france.GetProperty("open").GetBoolean()), Is.EqualTo(("right", false)));
            Assert.That(france.GetProperty("at").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        });
    }

    [Test]
    public async Task Each_tenant_has_its_own()
    {
        var south = await app.TenantAsync("South");
        var other = await app.VisitorAsync(south, "clerk", """{"name":"Bo"}""");

        var countries = (await other.GetAsync("/api/countries")).Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid());

        Assert.That(countries, Is.EquivalentTo([SeedId.Of(south, "Country", "france"), SeedId.Of(south, "Country", "germany")]));
    }

    [Test]
    public void The_database_and_csharp_know_the_same_ids() => Assert.That(
        Postgres.Query(app.ConnectionString, $"SELECT archiet.seed_id('{north}', 'Country', 'germany')"),
        Is.EqualTo([SeedId.Of(north, "Country", "germany").ToString()]));

    [Test]
    public void An_id_is_a_uuid_of_version_8()
    {
        var id = SeedId.Of(north, "Country", "germany");

        Assert.That((id.Version, id.Variant & 0xC), Is.EqualTo((8, 8)));
    }

    [Test]
    public void Emitted_code_names_the_ids() => Assert.That(
        app.Emitted.File($"Entities.{Sharding.ShardOf("Country"):00}.g.cs"),
        Does.Contain("public static Guid Germany(Guid tenant) => SeedId.Of(tenant, \"Country\", \"germany\");"));

    [Test]
    public void Other_seed_rows_are_another_schema()
    {
        var before = Hash(Whole);

        Assert.That(Hash(Whole.Replace("name: Yen", "name: En", StringComparison.Ordinal)), Is.Not.EqualTo(before));
        Assert.That(Hash(Whole), Is.EqualTo(before));

        static string Hash(string genome) => MigrationPlanner.Initial(Lowering.Lower(GenomeFrontEnd.Compile([new("a.genome.yaml", genome)]).Genome!)).Hash;
    }
}
