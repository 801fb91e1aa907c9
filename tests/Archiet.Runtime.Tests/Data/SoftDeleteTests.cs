using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Runtime.Tests.Data;

public sealed class SoftDeleteTests : CaseTests
{
    [Test]
    public async Task A_deleted_row_is_gone_for_everyone_and_can_be_brought_back()
    {
        var row = await NewOwnAsync();

        var deleted = await Api.DeleteAsync($"{Path}/{row.Id}", row.Tag, "agent");
        var read = await Api.GetAsync($"{Path}/{row.Id}", "manager");
        var list = await Api.GetAsync($"{Path}?limit=200", "manager");
        var patched = await Api.PatchAsync($"{Path}/{row.Id}", "{}", row.Tag, "manager");
        var again = await Api.DeleteAsync($"{Path}/{row.Id}", row.Tag, "manager");
        var restored = await RestoreAsync(row.Id, "agent");
        var back = await Api.GetAsync($"{Path}/{row.Id}", "manager");

        Assert.Multiple(() =>
        {
            Assert.That(deleted.Status, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(new[] { read, patched, again }.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.NotFound));
            Assert.That(list.Body, Does.Not.Contain(row.Id));
            Assert.That((restored.Status, restored.Id, back.Tag), Is.EqualTo((HttpStatusCode.OK, row.Id, restored.Tag)));
            Assert.That(Members(restored.Json), Does.Not.Contain("margin"));
        });
    }

    [Test]
    public async Task What_is_not_deleted_is_not_restored()
    {
        var own = await NewOwnAsync();
        var foreign = await NewForeignAsync();
        await Api.DeleteAsync($"{Path}/{foreign.Id}", foreign.Tag, "manager");

        var live = await RestoreAsync(own.Id, "manager");
        var unknown = await RestoreAsync(Guid.CreateVersion7().ToString(), "manager");
        var foreigner = await RestoreAsync(foreign.Id, "agent");
        var reader = await RestoreAsync(foreign.Id, "reader");

        Assert.That(
            new[] { live, unknown, foreigner, reader }.Select(answer => (int)answer.Status), Is.EqualTo(new[] { 409, 404, 404, 403 }));
    }

    [Test]
    public async Task A_deleted_row_is_in_nobodys_way_until_it_is_brought_back()
    {
        var first = await NewOwnAsync();
        var title = first.Json.GetProperty("title").GetString()!;
        await Api.DeleteAsync($"{Path}/{first.Id}", first.Tag, "manager");

        var second = await Api.PostAsync(Path, Body(title), "manager");
        var restored = await RestoreAsync(first.Id, "manager");

        Assert.That((second.Status, restored.Status, restored.Findings), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Conflict, new[] { "/title unique" })));
    }

    [Test]
    public async Task Queries_of_the_users_own_pass_over_deleted_rows_and_removing_marks()
    {
        var row = await NewOwnAsync();
        var id = Guid.Parse(row.Id);
        await using (var context = Context())
        {
            context.Cases.Remove(await context.Cases.SingleAsync(one => one.Id == id));
            await context.SaveChangesAsync();
        }
        await using var later = Context();
        var found = await later.Cases.AnyAsync(one => one.Id == id);
        var marked = await later.Cases.IgnoreQueryFilters([EntityContext.DeletedFilter]).SingleAsync(one => one.Id == id);
        var restored = await RestoreAsync(row.Id, "manager");

        Assert.Multiple(() =>
        {
            Assert.That((found, marked.DeletedAt is not null, marked.DeletedById), Is.EqualTo((false, true, (Guid?)SampleDatabase.NorthMember)));
            Assert.That(restored.Status, Is.EqualTo(HttpStatusCode.OK));
        });

        CaseContext Context() =>
            Api.Services.GetRequiredService<ITenantContextFactory<CaseContext>>().Create(SampleDatabase.North, SampleDatabase.NorthMember);
    }

    private Task<ApiAnswer> RestoreAsync(string id, string caller) => Api.SendAsync(HttpMethod.Post, $"{Path}/{id}/restore", caller, null);
}
