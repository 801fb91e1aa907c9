namespace Archiet.Emit.Tests;

/// <summary>Rules, transitions, computed and write-once fields of an emitted app, over HTTP.</summary>
public sealed class RuleApiTests
{
    private const string Path = "/api/hours";

    private ServedApp app = null!;
    private Visitor keeper = null!;
    private Visitor guest = null!;
    private string bob = "";
    private Guid house;
    private int days;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        app = await ServedApp.StartAsync(Booking.Text);
        house = await app.TenantAsync("House");
        keeper = await app.VisitorAsync(house, "keeper", """{"name":"Ann"}""");
        guest = await app.VisitorAsync(house, "guest", """{"name":"Guest"}""");
        bob = (await keeper.CreateAsync("/api/people", """{"name":"Bob","isActive":false}""")).Id;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Test]
    public async Task A_row_is_made_in_its_first_state_and_shows_what_is_computed()
    {
        var row = await keeper.CreateAsync(Path, Body("\"net\":100,\"tax\":20", hours: 3));
        var read = await keeper.GetAsync($"{Path}/{row.Id}");
        var list = await keeper.GetAsync(Path);

        Assert.Multiple(() =>
        {
            Assert.That(Member(row, "status"), Is.EqualTo("asked"));
            Assert.That((Member(row, "gross"), Member(row, "isLong"), Member(row, "personName")), Is.EqualTo(("120.00", "True", "Ann")));
            Assert.That(read.Body, Is.EqualTo(row.Body));
            Assert.That(list.Body, Does.Contain(row.Body));
        });
    }

    [TestCase("\"tax\":5,\"net\":1", ExpectedResult = "422 invalid: /net rule, /tax rule")]
    [TestCase("\"net\":4000,\"tax\":4000", ExpectedResult = "422 invalid: /gross rule")]
    [TestCase("\"endsAt\":\"2000-01-01T00:00:00Z\"", ExpectedResult = "422 invalid: /startsAt rule, /endsAt rule")]
    [TestCase("\"startsAt\":\"2021-01-01T00:00:00Z\"", ExpectedResult = "422 invalid: /startsAt rule")]
    [TestCase("\"origin\":{\"amount\":50}", ExpectedResult = "422 invalid: /origin rule, /net rule")]
    [TestCase("\"person\":\"{bob}\"", ExpectedResult = "422 invalid: /person rule")]
    [TestCase("\"extras\":[{\"name\":\"Tea\",\"amount\":6},{\"name\":\"Cake\",\"amount\":5}]", ExpectedResult = "422 invalid: /net rule, /extras rule")]
    [TestCase("\"status\":\"asked\"", ExpectedResult = "422 invalid: /status notSettable")]
    [TestCase("\"gross\":1,\"isLong\":true", ExpectedResult = "422 invalid: /gross notSettable, /isLong notSettable")]
    public async Task<string> A_create_that_breaks_a_rule_is_told_where(string more) => Told(await keeper.PostAsync(Path, Body(more.Replace("{bob}", bob, StringComparison.Ordinal))));

    [TestCase("\"endsAt\":\"2000-01-01T00:00:00Z\"", ExpectedResult = "422 invalid: /startsAt rule, /endsAt rule")]
    [TestCase("\"person\":\"{bob}\"", ExpectedResult = "422 invalid: /person rule")]
    [TestCase("\"code\":\"ZZ9\"", ExpectedResult = "422 invalid: /code writeOnce")]
    [TestCase("\"origin\":{\"amount\":1}", ExpectedResult = "422 invalid: /origin/amount writeOnce")]
    [TestCase("\"origin\":null", ExpectedResult = "422 invalid: /origin writeOnce")]
    [TestCase("\"status\":\"over\"", ExpectedResult = "422 invalid: /status notSettable")]
    public async Task<string> A_change_that_breaks_a_rule_is_told_where(string change)
    {
        var row = await keeper.CreateAsync(Path, Body());

        return Told(await keeper.PatchAsync($"{Path}/{row.Id}", "{" + change.Replace("{bob}", bob, StringComparison.Ordinal) + "}", row.Version));
    }

    [Test]
    public async Task A_refusal_has_the_words_of_the_genome()
    {
        var answer = await keeper.PostAsync(Path, Body("\"tax\":5,\"net\":1"));

        Assert.That(answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), Is.EqualTo("No more \"tax\" than net, it's the law."));
    }

    [Test]
    public async Task Overlaps_and_second_primary_rows_are_conflicts()
    {
        var startsAt = NewDay();
        await keeper.CreateAsync(Path, Body("\"isPrimary\":true", at: startsAt));

        Assert.That(Told(await keeper.PostAsync(Path, Body(at: startsAt.AddMinutes(30)))), Is.EqualTo("409 overlap: /person overlap, /startsAt overlap, /endsAt overlap"));
        Assert.That(Told(await keeper.PostAsync(Path, Body("\"isPrimary\":true"))), Is.EqualTo("409 unique: /person unique"));
    }

    [Test]
    public async Task A_transition_sets_what_it_says_and_leads_only_where_it_leads()
    {
        var row = await keeper.CreateAsync(Path, Body());

        var agreed = await keeper.TakeAsync($"{Path}/{row.Id}/agree", row.Version);
        var again = await keeper.TakeAsync($"{Path}/{row.Id}/agree", agreed.Version);
        var off = await keeper.TakeAsync($"{Path}/{row.Id}/call-off", agreed.Version);
        var stale = await keeper.TakeAsync($"{Path}/{row.Id}/call-off", row.Version);

        Assert.Multiple(() =>
        {
            Assert.That((agreed.Status, Member(agreed, "status"), Member(agreed, "times"), Member(agreed, "agreedBy")), Is.EqualTo((200, "AGREED", "1", $"{keeper.Member}")));
            Assert.That((again.Status, again.Problem, Member(again, "state"), Member(again, "transitions")), Is.EqualTo((409, "transition", "AGREED", """["callOff","end"]""")));
            Assert.That((off.Status, Member(off, "status"), Member(off, "agreedAt")), Is.EqualTo((200, "off", "")));
            Assert.That((stale.Status, stale.Problem), Is.EqualTo((412, "changed")));
        });
    }

    [Test]
    public async Task A_guard_over_other_rows_and_one_over_the_row_hold_a_transition_back()
    {
        var never = await keeper.CreateAsync(Path, Body("\"note\":\"never\""));
        var unknown = await keeper.CreateAsync(Path, Body("\"note\":null"));
        var person = await keeper.CreateAsync("/api/people", """{"name":"Cid"}""");
        var row = await keeper.CreateAsync(Path, Body($"\"person\":\"{person.Id}\""));
        var agreed = await keeper.TakeAsync($"{Path}/{row.Id}/agree", row.Version);
        await keeper.PatchAsync($"/api/people/{person.Id}", """{"isActive":false}""", person.Version);

        var held = await keeper.TakeAsync($"{Path}/{never.Id}/agree", never.Version);
        var undecided = await keeper.TakeAsync($"{Path}/{unknown.Id}/agree", unknown.Version);
        var gone = await keeper.TakeAsync($"{Path}/{row.Id}/end", agreed.Version);

        Assert.That((held.Status, held.Problem, Member(held, "title")), Is.EqualTo((409, "guard", "It cannot be agreed.")));
        Assert.That((undecided.Status, undecided.Problem), Is.EqualTo((409, "guard")));
        Assert.That((gone.Status, gone.Problem, Member(gone, "title")), Is.EqualTo((409, "guard", "The person is gone.")));
    }

    [Test]
    public async Task Who_is_granted_one_transition_takes_that_one()
    {
        var row = await guest.CreateAsync(Path, Body());

        var agreed = await guest.TakeAsync($"{Path}/{row.Id}/agree", row.Version);
        var off = await guest.TakeAsync($"{Path}/{row.Id}/call-off", row.Version);

        Assert.That((agreed.Status, agreed.Problem), Is.EqualTo((403, "forbidden")));
        Assert.That(off.Status, Is.EqualTo(200), off.Body);
    }

    [Test]
    public async Task A_grant_for_rows_in_a_state_lets_them_out_of_it_and_shows_its_own_fields()
    {
        var porter = await app.VisitorAsync(house, "porter", """{"name":"Pat"}""");
        var row = await keeper.CreateAsync(Path, Body());

        var agreed = await porter.TakeAsync($"{Path}/{row.Id}/agree", row.Version);
        var again = await porter.TakeAsync($"{Path}/{row.Id}/agree", agreed.Version);

        Assert.That(agreed.Status, Is.EqualTo(200), agreed.Body);
        Assert.That(agreed.Json.EnumerateObject().Select(member => member.Name), Is.EqualTo(["id", "version", "code", "person", "startsAt"]));
        Assert.That((await keeper.GetAsync($"{Path}/{row.Id}")).Body, Does.Contain("AGREED"));
        Assert.That((again.Status, again.Problem), Is.EqualTo((404, "notFound")));
    }

    [Test]
    public async Task Who_does_not_see_the_state_is_not_told_it()
    {
        var bell = await app.VisitorAsync(house, "bell", """{"name":"Bell"}""");
        var row = await keeper.CreateAsync(Path, Body());

        var answer = await bell.TakeAsync($"{Path}/{row.Id}/end", row.Version);

        Assert.That((answer.Status, answer.Problem, Member(answer, "from")), Is.EqualTo((409, "transition", """["AGREED"]""")));
        Assert.That(answer.Body, Does.Not.Contain("asked"));
    }

    private DateTimeOffset NewDay() => new DateTimeOffset(2150, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Increment(ref days));

    /// <summary>A body within the rules, but for what <paramref name="more"/> says otherwise.</summary>
    private string Body(string more = "", DateTimeOffset? at = null, int hours = 1)
    {
        var startsAt = at ?? NewDay();
        var members = System.Text.Json.Nodes.JsonNode.Parse("{" + more + "}")!.AsObject();
        Default("code", "AB1");
        Default("person", $"{keeper.Member}");
        Default("startsAt", FormattableString.Invariant($"{startsAt:yyyy-MM-ddTHH:mm:ssZ}"));
        Default("endsAt", FormattableString.Invariant($"{startsAt.AddHours(hours):yyyy-MM-ddTHH:mm:ssZ}"));
        Default("note", "x");
        Default("net", 10);
        return members.ToJsonString();

        void Default(string name, System.Text.Json.Nodes.JsonNode value)
        {
            if (!members.ContainsKey(name))
            {
                members[name] = value;
            }
        }
    }

    private static string Told(Answer answer) => $"{answer.Status} {answer.Problem}: {string.Join(", ", answer.Findings)}";

    private static string Member(Answer answer, string name) => answer.Json.GetProperty(name).ToString();
}
