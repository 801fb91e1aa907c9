using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class ListTests : ApiTests
{
    [Test]
    public async Task Pages_hold_every_row_once_newest_first_while_rows_come_and_go()
    {
        var ids = new List<string>();
        for (var at = 0; at < 25; at++)
        {
            ids.Add((await NewPatientAsync()).Id);
        }
        var seen = new List<string>();
        var page = await Api.GetAsync("/api/patients?limit=10");
        Take();
        await NewPatientAsync();
        var doomed = await Api.GetAsync("/api/patients/" + seen[^1]);
        await Api.DeleteAsync("/api/patients/" + seen[^1], doomed.Tag);
        while (page.Next is { } next)
        {
            page = await Api.GetAsync($"/api/patients?limit=10&after={next}");
            Take();
        }

        ids.Reverse();
        Assert.That(seen, Is.EqualTo(ids));

        void Take() => seen.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!).Where(ids.Contains));
    }

    [Test]
    public async Task The_last_page_has_no_next()
    {
        for (var at = 0; at < 3; at++)
        {
            await NewPatientAsync(caller: "south");
        }

        var exact = await Api.GetAsync("/api/patients?limit=3", "south");
        var shorter = await Api.GetAsync("/api/patients?limit=2", "south");
        var rest = await Api.GetAsync("/api/patients?limit=2&after=" + shorter.Next, "south");

        Assert.Multiple(() =>
        {
            Assert.That((exact.Names.Length, exact.Next), Is.EqualTo((3, (string?)null)));
            Assert.That((shorter.Names.Length, shorter.Next), Is.Not.EqualTo((2, (string?)null)));
            Assert.That((rest.Names.Length, rest.Next), Is.EqualTo((1, (string?)null)));
        });
    }

    [Test]
    public async Task A_list_without_rows_is_empty()
    {
        var read = await Api.GetAsync("/api/clinicians?limit=1", "south");
        await using var other = await ApiHost.StartAsync(await SampleDatabase.CreateAsync());

        var list = await other.GetAsync("/api/patients");

        Assert.That((list.Body, list.ContentType, read.Names), Is.EqualTo(("""{"items":[]}""", "application/json", new[] { "Sam" })));
    }

    [Test]
    public async Task A_page_of_large_rows_ends_early_and_goes_on()
    {
        await using var other = await ApiHost.StartAsync(await SampleDatabase.CreateAsync());
        var large = "\"notes\":\"" + new string('x', 900_000) + "\"";
        for (var at = 0; at < 7; at++)
        {
            await other.PostAsync("/api/patients", PatientBody(NewName(), large));
        }

        var first = await other.GetAsync("/api/patients");
        var second = await other.GetAsync("/api/patients?after=" + first.Next);

        Assert.That((first.Names.Length, second.Names.Length, second.Next), Is.EqualTo((5, 2, (string?)null)));
    }

    [TestCase("limit=0", "?limit range")]
    [TestCase("limit=201", "?limit range")]
    [TestCase("limit=-1", "?limit range")]
    [TestCase("limit=2147483648", "?limit range")]
    [TestCase("limit=ten", "?limit range")]
    [TestCase("limit=", "?limit range")]
    [TestCase("limit=1&limit=2", "?limit duplicate")]
    [TestCase("sort=name", "?sort unknown")]
    [TestCase("%00=1", "?\0 unknown")]
    [TestCase("after=", "?after cursor")]
    [TestCase("after=AAAA", "?after cursor")]
    [TestCase("after=%00", "?after cursor")]
    [TestCase("after=0198c6e0-0000-7000-8000-000000000001", "?after cursor")]
    public async Task A_query_that_the_list_does_not_offer_is_refused(string query, string finding)
    {
        var answer = await Api.GetAsync("/api/patients?" + query);

        Assert.That((answer.Status, answer.Problem, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "query", new[] { finding })));
    }

    [Test]
    public async Task A_cursor_is_good_for_its_own_list_only()
    {
        await NewPatientAsync();
        await NewPatientAsync();
        var cursor = (await Api.GetAsync("/api/patients?limit=1")).Next!;
        var altered = (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..];

        var own = await Api.GetAsync("/api/patients?after=" + cursor);
        var otherEntity = await Api.GetAsync("/api/clinicians?after=" + cursor);
        var otherTenant = await Api.GetAsync("/api/patients?after=" + cursor, "south");
        var forged = await Api.GetAsync("/api/patients?after=" + altered);
        var otherRole = await Api.GetAsync("/api/patients?after=" + cursor, "clinician");

        Assert.Multiple(() =>
        {
            Assert.That((own.Status, otherRole.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
            Assert.That(new[] { otherEntity, otherTenant, forged }.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.UnprocessableEntity));
        });
    }
}
