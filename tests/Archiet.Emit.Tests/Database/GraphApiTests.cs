using System.Text.Json;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>Owned rows and links of a genome as its author writes it, over HTTP and in the database behind.</summary>
public sealed class GraphApiTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Shop, namespace: Shop }
        roles: { owner: Runs the store., packer: Packs orders., guest: Looks. }
        tenancy: { tenant: Store }
        enums:
          Unit: { members: { piece: One., box: { description: Twelve., stored: BOX } } }
        values:
          Money: { fields: { amount: { type: "decimal(12,2)", required: true }, currency: { type: string, max: 3, required: true } } }
        entities:
          Store:
            fields:
              name: { type: string, max: 80, required: true, example: Corner }
              hours: { type: OpeningHour, owned: true, max: 7 }
          OpeningHour: { fields: { day: { type: int, required: true, min: 1, max: 7 } } }
          Clerk: { member: true, fields: { name: { type: string, max: 80, required: true, example: Ada } } }
          Order:
            fields:
              number: { type: string, max: 20, required: true }
              packer: { type: Clerk }
              lines: { type: OrderLine, owned: true, min: 1, max: 3 }
              tags: { type: Tag, many: true }
              total: { type: "decimal(28,2)", computed: "this.lines.sum(line, line.price.amount)" }
            rules:
              cheap: { check: "this.lines.all(line, line.price.amount <= 100.00)", message: A line costs at most 100. }
          OrderLine:
            order: [position]
            fields:
              position: { type: int, required: true }
              price: { type: Money, required: true }
              unit: { type: Unit, default: piece }
              due: { type: timestamp }
              voucher: { type: string, max: 20, secret: true }
            unique: { perOrder: [position] }
            rules: { counted: { check: this.position > 0, message: Positions begin at 1. } }
          Tag: { fields: { name: { type: string, max: 40, required: true, unique: true }, order: { type: Order, onDelete: setNull } } }
        capabilities:
          run: { to: [owner], allow: { Order: [list, read, create, update, delete], Tag: [list, read, create, update, delete], Store: [read] } }
          pack: { to: [packer], allow: { Order: { do: [list, read, update], where: this.packer == user }, Tag: { do: [list], fields: [name] } } }
          look: { to: [guest], allow: { Order: { do: [list, read], fields: [number] }, Tag: [list] } }
        """;

    private ServedApp app = null!;
    private Visitor owner = null!;
    private Visitor packer = null!;
    private Visitor guest = null!;
    private Visitor stranger = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await ServedApp.StartAsync(Genome);
        var (here, there) = (await app.TenantAsync("Here"), await app.TenantAsync("There"));
        owner = await app.VisitorAsync(here, "owner", """{"name":"Owner"}""");
        packer = await app.VisitorAsync(here, "packer", """{"name":"Packer"}""");
        guest = await app.VisitorAsync(here, "guest", """{"name":"Guest"}""");
        stranger = await app.VisitorAsync(there, "owner", """{"name":"Stranger"}""");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await app.DisposeAsync();

    [Test]
    public async Task Rows_are_made_and_read_in_their_order_with_what_is_computed_of_them()
    {
        var created = await owner.CreateAsync("/api/orders", Order(Line(2, 20), Line(1, 10.5m, ",\"unit\":\"BOX\",\"due\":\"2026-01-31T10:00:00.5+01:00\"")));
        var read = await owner.GetAsync("/api/orders/" + created.Id);

        Assert.That(read.Body, Is.EqualTo(created.Body));
        Assert.That(Positions(created), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(created.Json.GetProperty("total").GetRawText(), Is.EqualTo("30.50"));
        Assert.That(
            created.Json.GetProperty("lines")[0].EnumerateObject().Skip(1).Select(member => member.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "1", """{"amount":10.50,"currency":"EUR"}""", "\"BOX\"", "\"2026-01-31T09:00:00.5Z\"" }));
    }

    [Test]
    public async Task A_secret_of_a_row_is_kept_and_never_shown()
    {
        var created = await owner.CreateAsync("/api/orders", Order(Line(1, 10, ",\"voucher\":\"FIVE-OFF\"")));

        Assert.That(created.Body, Does.Not.Contain("voucher").And.Not.Contain("FIVE-OFF"));
        Assert.That(Postgres.Query(app.ConnectionString, $"SELECT voucher FROM order_lines WHERE order_id = '{created.Id}'"), Is.EqualTo(["FIVE-OFF"]));
    }

    [Test]
    public async Task Rows_are_replaced_as_a_whole_and_may_change_places()
    {
        var created = await owner.CreateAsync("/api/orders", Order(Line(1, 10), Line(2, 20)));
        var first = created.Json.GetProperty("lines")[0].GetProperty("id").GetString();

        var patched = await owner.PatchAsync("/api/orders/" + created.Id, Lines(Named(first!, 2, 11), Line(1, 5)), created.Version);

        Assert.That(patched.Status, Is.EqualTo(200), patched.Body);
        Assert.That(Positions(patched), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(patched.Json.GetProperty("lines")[1].GetProperty("id").GetString(), Is.EqualTo(first));
        Assert.That(patched.Json.GetProperty("total").GetRawText(), Is.EqualTo("16.00"));
    }

    [Test]
    public async Task Rows_may_exchange_what_is_unique_among_them()
    {
        var created = await owner.CreateAsync("/api/orders", Order(Line(1, 10), Line(2, 20)));
        var ids = created.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("id").GetString()!).ToArray();

        var patched = await owner.PatchAsync("/api/orders/" + created.Id, Lines(Named(ids[0], 2, 10), Named(ids[1], 1, 20)), created.Version);

        Assert.That(patched.Status, Is.EqualTo(200), patched.Body);
        Assert.That(patched.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("id").GetString()), Is.EqualTo(ids.Reverse()));
    }

    [Test]
    public async Task A_tenant_is_made_with_rows_of_its_own()
    {
        var tenant = await app.TenantAsync("With hours", """{"name":"With hours","hours":[{"day":1},{"day":2}]}""");

        Assert.That(Postgres.Query(app.ConnectionString, $"SELECT day FROM opening_hours WHERE store_id = '{tenant}' ORDER BY day"), Is.EqualTo(["1", "2"]));
    }

    [TestCase("""{"number":"n"}""", "/lines required")]
    [TestCase("""{"number":"n","lines":[]}""", "/lines count")]
    [TestCase("""{"number":"n","lines":[{"position":1,"price":{"amount":101,"currency":"EUR"}}]}""", "/lines rule")]
    [TestCase("""{"number":"n","lines":[{"position":0,"price":{"amount":1,"currency":"EUR"}}]}""", "/lines/0/position rule")]
    [TestCase("""{"number":"n","lines":[{"position":1,"price":{"amount":1}}]}""", "/lines/0/price/currency required")]
    [TestCase("""{"number":"n","total":1,"lines":[{"position":1,"price":{"amount":1,"currency":"EUR"},"unit":"box"}]}""", "/total notSettable", "/lines/0/unit choice")]
    public async Task What_breaks_a_rule_is_refused_where_it_stands(string body, params string[] findings)
    {
        var answer = await owner.PostAsync("/api/orders", body);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((422, findings)), answer.Body);
    }

    [Test]
    public async Task Positions_are_unique_within_an_order_and_not_among_all()
    {
        await owner.CreateAsync("/api/orders", Order(Line(1, 1)));
        await owner.CreateAsync("/api/orders", Order(Line(1, 1)));
        var answer = await owner.PostAsync("/api/orders", Order(Line(1, 1), Line(1, 2)));

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((409, new[] { "/lines unique" })), answer.Body);
    }

    [Test]
    public async Task The_database_counts_rows_and_gives_their_owner_another_version_whoever_writes()
    {
        var created = await owner.CreateAsync("/api/orders", Order(Line(1, 1), Line(2, 2)));
        var tooMany = Assert.Throws<PostgresException>(() => Execute($"""
            INSERT INTO order_lines (tenant_id, id, order_id, position, price_amount, price_currency)
            SELECT tenant_id, gen_random_uuid(), order_id, position + 2, 1, 'EUR' FROM order_lines WHERE order_id = '{created.Id}'
            """));
        var none = Assert.Throws<PostgresException>(() => Execute($"DELETE FROM order_lines WHERE order_id = '{created.Id}'"));
        Assert.That((await owner.GetAsync("/api/orders/" + created.Id)).Body, Is.EqualTo(created.Body));

        Execute($"UPDATE order_lines SET price_amount = 3 WHERE order_id = '{created.Id}' AND position = 1");
        var after = await owner.GetAsync("/api/orders/" + created.Id);

        Assert.That(new[] { tooMany!.ConstraintName, none!.ConstraintName }, Is.All.EqualTo("ck_orders_lines_count"));
        Assert.That((after.Json.GetProperty("total").GetRawText(), after.Version), Is.Not.EqualTo(("3.00", created.Version)));
        Assert.That(after.Version, Is.Not.EqualTo(created.Version));
    }

    [Test]
    public async Task Row_conditions_of_an_owner_hold_for_its_rows_and_links()
    {
        var tag = await owner.CreateAsync("/api/tags", """{"name":"fragile"}""");
        var mine = await owner.CreateAsync("/api/orders", $$"""{"number":"mine","packer":"{{packer.Member}}","lines":[{{Line(1, 1)}}]}""");
        var other = await owner.CreateAsync("/api/orders", Order(Line(1, 1)));

        var patched = await packer.PatchAsync("/api/orders/" + mine.Id, Lines(Line(1, 2)), mine.Version);
        var refused = await packer.PatchAsync("/api/orders/" + other.Id, Lines(Line(1, 2)), other.Version);
        var linked = await packer.PutAsync($"/api/orders/{mine.Id}/tags/{tag.Id}");
        var unlinked = await packer.PutAsync($"/api/orders/{other.Id}/tags/{tag.Id}");
        var list = await packer.GetAsync($"/api/orders/{mine.Id}/tags");
        var hidden = await packer.GetAsync($"/api/orders/{other.Id}/tags");

        Assert.That((patched.Status, refused.Status), Is.EqualTo((200, 404)), patched.Body + refused.Body);
        Assert.That((linked.Status, unlinked.Status), Is.EqualTo((204, 404)));
        Assert.That(list.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1), list.Body);
        Assert.That(hidden.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task What_a_field_list_leaves_out_is_neither_shown_nor_linked()
    {
        var created = await owner.CreateAsync("/api/orders", Order(Line(1, 1)));

        var read = await guest.GetAsync("/api/orders/" + created.Id);
        var list = await guest.GetAsync("/api/orders");
        var tags = await guest.GetAsync($"/api/orders/{created.Id}/tags");

        Assert.That(read.Json.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "id", "version", "number" }));
        Assert.That(list.Body, Does.Not.Contain("lines"));
        Assert.That(tags.Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Another_tenants_rows_are_neither_named_nor_linked()
    {
        var mine = await owner.CreateAsync("/api/orders", Order(Line(1, 1)));
        var theirs = await stranger.CreateAsync("/api/orders", Order(Line(1, 1)));
        var tag = await stranger.CreateAsync("/api/tags", """{"name":"theirs"}""");

        var named = await owner.PatchAsync("/api/orders/" + mine.Id, Lines(Named(theirs.Json.GetProperty("lines")[0].GetProperty("id").GetString()!, 1, 1)), mine.Version);
        var linked = await owner.PutAsync($"/api/orders/{mine.Id}/tags/{tag.Id}");
        var seen = await stranger.GetAsync($"/api/orders/{mine.Id}/tags");

        Assert.That((named.Status, named.Findings), Is.EqualTo((422, new[] { "/lines/0/id unknown" })));
        Assert.That((linked.Status, seen.Status), Is.EqualTo((404, 404)));
        Assert.That(
            () => Execute($"INSERT INTO orders_tags SELECT tenant_id, id, '{tag.Id}' FROM orders WHERE id = '{mine.Id}'"),
            Throws.InstanceOf<PostgresException>().With.Property("ConstraintName").EqualTo("fk_orders_tags_tag_id"));
    }

    private static string Order(params string[] lines) => $$"""{"number":"n","lines":[{{string.Join(',', lines)}}]}""";

    private static string Lines(params string[] lines) => $$"""{"lines":[{{string.Join(',', lines)}}]}""";

    private static string Line(int position, decimal amount, string more = "") =>
        FormattableString.Invariant($"{{\"position\":{position},\"price\":{{\"amount\":{amount},\"currency\":\"EUR\"}}{more}}}");

    private static string Named(string id, int position, decimal amount) => Line(position, amount, $",\"id\":\"{id}\"");

    private static int[] Positions(Answer order) => [.. order.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("position").GetInt32())];

    /// <summary>As the superuser, past row-level security and the API.</summary>
    private void Execute(string sql) => Postgres.Execute(app.ConnectionString, sql);
}
