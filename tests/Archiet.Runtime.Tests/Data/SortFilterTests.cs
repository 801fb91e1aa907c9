using System.Globalization;
using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class SortFilterTests : CaseTests
{
    private readonly List<(string Title, int? Priority, string Opened, string State, bool Own)> rows = [];

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        for (var at = 0; at < 23; at++)
        {
            var row = (
                Title: string.Create(CultureInfo.InvariantCulture, $"Row {at * 7 % 23:00}"),
                Priority: at % 4 == 0 ? (int?)null : at % 5,
                Opened: string.Create(CultureInfo.InvariantCulture, $"2026-02-{1 + (at % 6):00}"),
                State: at % 3 == 0 ? "closed" : "open",
                Own: at % 2 == 0);
            var priority = row.Priority?.ToString(CultureInfo.InvariantCulture) ?? "null";
            var assignee = row.Own ? SampleDatabase.NorthMember : SampleDatabase.SouthMember;
            var made = await Api.PostAsync(
                Path, $$"""{"title":"{{row.Title}}","opened":"{{row.Opened}}","priority":{{priority}},"state":"{{row.State}}","assignee":"{{assignee}}"}""", "manager");
            Assert.That((int)made.Status, Is.EqualTo(201), made.Body);
            rows.Add(row);
        }
    }

    [Test]
    public async Task The_natural_order_mixes_directions() =>
        Assert.That(await PagesAsync(""), Is.EqualTo(rows.OrderByDescending(row => row.Opened, StringComparer.Ordinal).ThenBy(row => row.Title, StringComparer.Ordinal).Select(row => row.Title)));

    [Test]
    public async Task Sorts_by_a_field_and_then_by_age()
    {
        Assert.That(await PagesAsync("sort=title"), Is.EqualTo(rows.Select(row => row.Title).Order(StringComparer.Ordinal)));
        Assert.That(await PagesAsync("sort=-title"), Is.EqualTo(rows.Select(row => row.Title).OrderDescending(StringComparer.Ordinal)));
        Assert.That(await PagesAsync("sort=opened"), Is.EqualTo(rows.OrderBy(row => row.Opened, StringComparer.Ordinal).Select(row => row.Title)));
    }

    [Test]
    public async Task Rows_without_a_value_come_last_going_up_and_first_going_down()
    {
        Assert.That(await PagesAsync("sort=priority"), Is.EqualTo(rows.OrderBy(row => row.Priority ?? int.MaxValue).Select(row => row.Title)));
        Assert.That(
            await PagesAsync("sort=-priority"), Is.EqualTo(Enumerable.Reverse(rows).OrderByDescending(row => row.Priority ?? int.MaxValue).Select(row => row.Title)));
    }

    [Test]
    public async Task Filters_narrow_together()
    {
        Assert.Multiple(async () =>
        {
            Assert.That(await PagesAsync("state=closed"), Is.EquivalentTo(Where(row => row.State == "closed")));
            Assert.That(await PagesAsync("state=closed&state=open"), Is.EquivalentTo(Where(_ => true)));
            Assert.That(await PagesAsync("priority=1&priority=2"), Is.EquivalentTo(Where(row => row.Priority is 1 or 2)));
            Assert.That(await PagesAsync("priority.min=2&priority.max=3"), Is.EquivalentTo(Where(row => row.Priority is 2 or 3)));
            Assert.That(
                await PagesAsync($"opened.max=2026-02-03&state=open&assignee={SampleDatabase.NorthMember}&sort=-title"),
                Is.EqualTo(Where(row => string.CompareOrdinal(row.Opened, "2026-02-03") <= 0 && row.State == "open" && row.Own).OrderDescending(StringComparer.Ordinal)));
            Assert.That(await PagesAsync("title=Row%2001"), Is.EqualTo(new[] { "Row 01" }));
        });

        IEnumerable<string> Where(Func<(string Title, int? Priority, string Opened, string State, bool Own), bool> test) => rows.Where(test).Select(row => row.Title);
    }

    [Test]
    public async Task A_row_condition_narrows_as_a_filter_does() =>
        Assert.That(await PagesAsync("sort=title", "agent"), Is.EqualTo(rows.Where(row => row.Own).Select(row => row.Title).Order(StringComparer.Ordinal)));

    [TestCase("sort=state", "?sort choice")]
    [TestCase("sort=", "?sort choice")]
    [TestCase("sort=--title", "?sort choice")]
    [TestCase("sort=title&sort=title", "?sort duplicate")]
    [TestCase("state=shut", "?state choice")]
    [TestCase("title=a%00b", "?title text")]
    [TestCase("priority=high", "?priority format")]
    [TestCase("priority.min=1&priority.min=2", "?priority.min duplicate")]
    [TestCase("opened=31.01.2026", "?opened format")]
    [TestCase("assignee=me", "?assignee format")]
    [TestCase("state.min=open", "?state.min unknown")]
    [TestCase("budget=1", "?budget unknown")]
    [TestCase("margin=thin", "?margin unknown")]
    public async Task A_query_that_the_list_does_not_offer_is_refused(string query, string finding)
    {
        var answer = await Api.GetAsync($"{Path}?{query}", "manager");

        Assert.That((answer.Status, answer.Problem, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "query", new[] { finding })));
    }

    [TestCase("priorty=1", "'priority'")]
    [TestCase("Sort=title", "'sort'")]
    [TestCase("openedmin=2026-01-01", "'opened.min'")]
    public async Task A_misspelt_parameter_is_told_the_nearest(string query, string nearest)
    {
        var answer = await Api.GetAsync($"{Path}?{query}", "manager");

        Assert.That(answer.Body, Does.Contain($"is {nearest} meant?"));
    }

    [Test]
    public async Task A_cursor_belongs_to_its_order_and_filters()
    {
        var next = (await Api.GetAsync($"{Path}?limit=2&sort=title&state=open", "manager")).Next;

        var same = await Api.GetAsync($"{Path}?state=open&after={next}&sort=title&limit=3", "manager");
        var others = new List<ApiAnswer>();
        foreach (var query in new[] { "sort=-title&state=open", "sort=title", "sort=title&state=closed", "state=open", "sort=title&state=open&priority=1" })
        {
            others.Add(await Api.GetAsync($"{Path}?after={next}&{query}", "manager"));
        }

        Assert.Multiple(() =>
        {
            Assert.That(Titles(same), Has.Length.EqualTo(3));
            Assert.That(others.SelectMany(answer => answer.Findings), Is.EqualTo(Enumerable.Repeat("?after cursor", others.Count)));
            Assert.That(next, Does.Not.Contain("Row"));
        });
    }

    private async Task<List<string>> PagesAsync(string query, string caller = "manager")
    {
        var titles = new List<string>();
        string? next = null;
        do
        {
            var page = await Api.GetAsync($"{Path}?limit=4&{query}{(next is null ? "" : "&after=" + next)}", caller);
            Assert.That((int)page.Status, Is.EqualTo(200), page.Body);
            titles.AddRange(Titles(page));
            next = page.Next;
        }
        while (next is not null);
        return titles;
    }
}
