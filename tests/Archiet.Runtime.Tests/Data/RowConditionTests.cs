using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class RowConditionTests : CaseTests
{
    [Test]
    public async Task A_row_that_no_grant_means_is_unknown()
    {
        var foreign = await NewForeignAsync();

        var read = await Api.GetAsync($"{Path}/{foreign.Id}", "agent");
        var patched = await Api.PatchAsync($"{Path}/{foreign.Id}", """{"state":"closed"}""", foreign.Tag, "agent");
        var deleted = await Api.DeleteAsync($"{Path}/{foreign.Id}", foreign.Tag, "agent");
        var missing = await Api.GetAsync($"{Path}/{Guid.CreateVersion7()}", "agent");
        var list = await Api.GetAsync($"{Path}?limit=200", "agent");

        Assert.Multiple(() =>
        {
            Assert.That((read.Status, patched.Status, deleted.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
            Assert.That(read.WithoutTrace, Is.EqualTo(missing.WithoutTrace));
            Assert.That(list.Body, Does.Not.Contain(foreign.Id));
        });
    }

    [Test]
    public async Task A_row_that_a_grant_means_is_the_callers_to_work_on()
    {
        var own = await NewOwnAsync();

        var read = await Api.GetAsync($"{Path}/{own.Id}", "agent");
        var list = await Api.GetAsync($"{Path}?limit=200", "agent");
        var patched = await Api.PatchAsync($"{Path}/{own.Id}", """{"state":"closed","place":{"city":"Leeds"}}""", read.Tag, "agent");
        var stale = await Api.PatchAsync($"{Path}/{own.Id}", """{"state":"open"}""", read.Tag, "agent");
        var deleted = await Api.DeleteAsync($"{Path}/{own.Id}", patched.Tag, "agent");

        Assert.Multiple(() =>
        {
            Assert.That((read.Status, patched.Status, deleted.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent)));
            Assert.That(list.Body, Does.Contain(own.Id));
            Assert.That(patched.Json.GetProperty("state").GetString(), Is.EqualTo("closed"));
            Assert.That((stale.Status, stale.Problem), Is.EqualTo((HttpStatusCode.PreconditionFailed, "changed")));
        });
    }

    [Test]
    public async Task A_row_that_is_seen_and_not_the_callers_to_change_is_forbidden()
    {
        var foreign = await NewForeignAsync();

        var patched = await Api.PatchAsync($"{Path}/{foreign.Id}", """{"state":"closed"}""", foreign.Tag, "agentAndReader");
        var stale = await Api.PatchAsync($"{Path}/{foreign.Id}", """{"state":"closed"}""", "\"00000001\"", "agentAndReader");
        var deleted = await Api.DeleteAsync($"{Path}/{foreign.Id}", foreign.Tag, "agentAndReader");
        var now = await Api.GetAsync($"{Path}/{foreign.Id}", "manager");

        Assert.Multiple(() =>
        {
            Assert.That(new[] { patched, stale, deleted }.Select(answer => (answer.Status, answer.Problem)), Is.All.EqualTo((HttpStatusCode.Forbidden, "forbidden")));
            Assert.That(now.Tag, Is.EqualTo(foreign.Tag));
        });
    }

    [Test]
    public async Task A_row_is_made_where_the_caller_may_have_it()
    {
        var own = await Api.PostAsync(Path, Body(NewTitle(), $"\"assignee\":\"{SampleDatabase.NorthMember}\""), "agent");
        var title = NewTitle();
        var foreign = await Api.PostAsync(Path, Body(title, $"\"assignee\":\"{SampleDatabase.SouthMember}\""), "agent");
        var unassigned = await Api.PostAsync(Path, Body(title), "agent");
        var found = await Api.GetAsync($"{Path}?title={Uri.EscapeDataString(title)}", "manager");

        Assert.Multiple(() =>
        {
            Assert.That(own.Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(new[] { foreign, unassigned }.Select(answer => (answer.Status, answer.Problem)), Is.All.EqualTo((HttpStatusCode.Forbidden, "forbidden")));
            Assert.That(Titles(found), Is.Empty);
        });
    }

    [Test]
    public async Task A_row_cannot_be_moved_out_of_the_callers_reach()
    {
        var own = await NewOwnAsync();

        var moved = await Api.PatchAsync($"{Path}/{own.Id}", $$"""{"assignee":"{{SampleDatabase.SouthMember}}"}""", own.Tag, "agent");
        var now = await Api.GetAsync($"{Path}/{own.Id}", "agent");

        Assert.That((moved.Status, now.Status, now.Tag), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.OK, own.Tag)));
    }

    [Test]
    public async Task A_field_is_set_where_some_grant_lists_it_on_the_row_as_it_was_and_as_it_is_written()
    {
        var own = await NewOwnAsync();
        var foreign = await NewForeignAsync();
        var assignee = $"\"assignee\":\"{SampleDatabase.SouthMember}\"";

        var stateOfForeign = await PatchAsync(foreign, """{"state":"closed"}""");
        var titleOfForeign = await PatchAsync(stateOfForeign, $$"""{"title":"{{NewTitle()}}"}""");
        var titleOfOwn = await PatchAsync(own, $$"""{"title":"{{NewTitle()}}","state":"closed"}""");
        var titleOfMoved = await PatchAsync(titleOfOwn, $$"""{"title":"{{NewTitle()}}",{{assignee}}}""");
        var moved = await PatchAsync(titleOfOwn, $$"""{{{assignee}}}""");

        Assert.That(
            new[] { stateOfForeign, titleOfForeign, titleOfOwn, titleOfMoved, moved }.Select(answer => (int)answer.Status), Is.EqualTo(new[] { 200, 403, 200, 403, 200 }));

        Task<ApiAnswer> PatchAsync(ApiAnswer row, string body) => Api.PatchAsync($"{Path}/{row.Id}", body, row.Tag, "agentAndLead");
    }

    [Test]
    public async Task An_empty_patch_needs_a_row_that_may_be_changed()
    {
        var own = await NewOwnAsync();
        var foreign = await NewForeignAsync();

        var allowed = await Api.PatchAsync($"{Path}/{own.Id}", "{}", own.Tag, "agentAndReader");
        var refused = await Api.PatchAsync($"{Path}/{foreign.Id}", "{}", foreign.Tag, "agentAndReader");

        Assert.That((allowed.Status, refused.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Forbidden)));
    }

    [Test]
    public async Task An_account_without_a_member_row_is_nobodys_user()
    {
        await Api.PostAsync(Path, Body(NewTitle()), "manager");

        var list = await Api.GetAsync(Path, "nobody");

        Assert.That(Titles(list), Is.Empty);
    }
}
