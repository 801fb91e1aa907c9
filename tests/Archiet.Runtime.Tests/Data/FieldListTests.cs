using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class FieldListTests : CaseTests
{
    private static readonly string[] Few = ["id", "version", "title", "state", "opened"];
    private static readonly string[] Most = ["id", "version", "title", "state", "priority", "opened", "budget", "assignee", "place"];

    [Test]
    public async Task A_hidden_field_is_absent_from_what_is_read()
    {
        var row = await NewForeignAsync();

        var one = await Api.GetAsync($"{Path}/{row.Id}", "reader");
        var list = await Api.GetAsync(Path, "reader");

        Assert.Multiple(() =>
        {
            Assert.That(Members(one.Json), Is.EqualTo(Few));
            Assert.That(list.Json.GetProperty("items").EnumerateArray().Select(Members), Is.All.EqualTo(Few));
            Assert.That(Members(row.Json), Is.EqualTo((string[])[.. Most, "margin"]));
        });
    }

    [Test]
    public async Task Two_roles_show_of_each_row_what_either_shows_of_it()
    {
        var own = await NewOwnAsync();
        var foreign = await NewForeignAsync();

        var list = await Api.GetAsync(Path, "agentAndReader");
        var shown = list.Json.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!, Members);
        var one = await Api.GetAsync($"{Path}/{own.Id}", "agentAndReader");
        var other = await Api.GetAsync($"{Path}/{foreign.Id}", "agentAndReader");

        Assert.Multiple(() =>
        {
            Assert.That((shown[own.Id], shown[foreign.Id]), Is.EqualTo((Most, Few)));
            Assert.That((Members(one.Json), Members(other.Json)), Is.EqualTo((Most, Few)));
            Assert.That(one.Json.GetProperty("place").GetRawText(), Is.EqualTo("""{"street":"Main Street 1","city":"York"}"""));
        });
    }

    [TestCase("margin", "\"wide\"", "/margin notSettable")]
    [TestCase("budget", "1", "/budget notSettable")]
    public async Task A_field_that_the_caller_may_not_set_is_refused(string field, string value, string finding)
    {
        var own = await NewOwnAsync();

        var patched = await Api.PatchAsync($"{Path}/{own.Id}", $$"""{"{{field}}":{{value}}}""", own.Tag, "agent");
        var made = await Api.PostAsync(Path, Body(NewTitle(), $"\"{field}\":{value},\"assignee\":\"{SampleDatabase.NorthMember}\""), "agent");

        Assert.Multiple(() =>
        {
            Assert.That((patched.Status, patched.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { finding })));
            Assert.That((made.Status, made.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { finding })));
        });
    }

    [Test]
    public async Task A_value_that_the_caller_may_not_set_is_refused_as_a_whole()
    {
        var row = await NewForeignAsync();

        var patched = await Api.PatchAsync($"{Path}/{row.Id}", """{"place":{"city":"Leeds"}}""", row.Tag, "agentAndLead");
        var lead = await Api.PatchAsync($"{Path}/{row.Id}", """{"place":null,"state":"closed"}""", row.Tag, "clerk");

        Assert.That((patched.Status, lead.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)));
    }

    [TestCase("sort=priority", "?sort notVisible")]
    [TestCase("sort=-budget", "?sort notVisible")]
    [TestCase("priority=3", "?priority notVisible")]
    [TestCase("priority.min=3", "?priority.min notVisible")]
    [TestCase("assignee=0198c6e0-0000-7000-8000-000000000011", "?assignee notVisible")]
    public async Task A_field_that_some_row_hides_neither_sorts_nor_filters(string query, string finding)
    {
        var list = await Api.GetAsync($"{Path}?{query}", "agentAndReader");

        Assert.That((list.Status, list.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { finding })));
    }

    [Test]
    public async Task A_natural_order_that_is_hidden_gives_way_to_the_newest_first()
    {
        var first = await Api.PostAsync(Path, """{"title":"zz natural","opened":"2031-01-01"}""", "manager");
        var second = await Api.PostAsync(Path, """{"title":"aa natural","opened":"2001-01-01"}""", "manager");

        var list = await Api.GetAsync($"{Path}?limit=2", "clerk");

        Assert.That(
            list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()), Is.EqualTo(new[] { second.Id, first.Id }), list.Body);
        Assert.That(Members(list.Json.GetProperty("items")[0]), Is.EqualTo(new[] { "id", "version", "state" }));
    }

    [Test]
    public async Task What_a_write_answers_shows_no_more_than_a_read()
    {
        var made = await Api.PostAsync(Path, Body(NewTitle()), "clerk");
        var own = await NewOwnAsync();
        var patched = await Api.PatchAsync($"{Path}/{own.Id}", """{"state":"closed"}""", own.Tag, "agent");

        Assert.That((Members(made.Json), Members(patched.Json)), Is.EqualTo((new[] { "id", "version", "state" }, Most)));
    }
}
