using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Many-to-many references over HTTP.</summary>
public sealed class LinkTests : ApiTests
{
    private static int names;

    [Test]
    public async Task A_link_is_made_listed_and_removed_and_each_may_be_asked_for_again()
    {
        var (invoice, reviewer) = (await NewInvoiceAsync(), await NewClinicianAsync());

        foreach (var (method, expected) in new[] { (HttpMethod.Put, new[] { reviewer.Body }), (HttpMethod.Put, [reviewer.Body]), (HttpMethod.Delete, []), (HttpMethod.Delete, []) })
        {
            var answer = await ChangeAsync(method, invoice.Id, reviewer.Id);
            var list = await ListAsync(invoice.Id);

            Assert.That((answer.Status, answer.Body), Is.EqualTo((HttpStatusCode.NoContent, "")), method.Method);
            Assert.That(list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()), Is.EqualTo(expected), method.Method);
        }
    }

    [Test]
    public async Task Links_do_not_change_the_version_of_the_row()
    {
        var (invoice, reviewer) = (await NewInvoiceAsync(), await NewClinicianAsync());

        await ChangeAsync(HttpMethod.Put, invoice.Id, reviewer.Id);

        Assert.That((await Api.GetAsync("/api/invoices/" + invoice.Id)).Tag, Is.EqualTo(invoice.Tag));
    }

    [Test]
    public async Task A_list_goes_on_behind_its_cursor_and_the_cursor_is_good_for_that_row_alone()
    {
        var (invoice, other) = (await NewInvoiceAsync(), await NewInvoiceAsync());
        var reviewers = new List<string>();
        for (var at = 0; at < 5; at++)
        {
            reviewers.Insert(0, (await NewClinicianAsync()).Id);
            await ChangeAsync(HttpMethod.Put, invoice.Id, reviewers[0]);
        }
        await ChangeAsync(HttpMethod.Put, other.Id, reviewers[0]);

        var first = await ListAsync(invoice.Id, "?limit=2");
        var second = await ListAsync(invoice.Id, "?limit=2&after=" + first.Next);
        var last = await ListAsync(invoice.Id, "?limit=2&after=" + second.Next);
        var elsewhere = await ListAsync(other.Id, "?limit=2&after=" + first.Next);
        var whole = await Api.GetAsync("/api/clinicians?limit=2&after=" + first.Next);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { first, second, last }.SelectMany(Ids), Is.EqualTo(reviewers));
            Assert.That(last.Next, Is.Null);
            Assert.That((elsewhere.Findings, whole.Findings), Is.EqualTo((new[] { "?after cursor" }, new[] { "?after cursor" })));
        });
    }

    [Test]
    public async Task Rows_that_are_not_there_and_rows_of_another_tenant_are_the_same_404()
    {
        var (invoice, reviewer) = (await NewInvoiceAsync(), await NewClinicianAsync());
        var nothing = Guid.CreateVersion7().ToString();
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete })
        {
            var answers = new[]
            {
                await ChangeAsync(method, invoice.Id, nothing), await ChangeAsync(method, invoice.Id, SampleDatabase.SouthMember.ToString()), await ChangeAsync(method, invoice.Id, "no-id"),
                await ChangeAsync(method, nothing, reviewer.Id), await ChangeAsync(method, invoice.Id, SampleDatabase.SouthMember.ToString(), "south"),
            };
            Assert.That(answers.Select(answer => (answer.Status, answer.WithoutTrace)), Is.All.EqualTo((HttpStatusCode.NotFound, answers[0].WithoutTrace)));
        }
        var (list, foreign) = (await ListAsync(nothing), await ListAsync(invoice.Id, caller: "south"));

        Assert.That((list.Status, foreign.Status, foreign.WithoutTrace), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound, list.WithoutTrace)));
        Assert.That(Ids(await ListAsync(invoice.Id)), Is.Empty);
    }

    [Test]
    public async Task Who_may_not_read_the_row_or_list_its_targets_is_refused_and_so_is_who_may_not_update_it()
    {
        var (invoice, reviewer) = (await NewInvoiceAsync(), await NewClinicianAsync());

        Assert.Multiple(async () =>
        {
            Assert.That((await ListAsync(invoice.Id, caller: "clinician")).Status, Is.EqualTo(HttpStatusCode.Forbidden), "reads invoices, lists no clinicians");
            Assert.That((await ChangeAsync(HttpMethod.Put, invoice.Id, reviewer.Id, "clinician")).Status, Is.EqualTo(HttpStatusCode.Forbidden), "does not update invoices");
            Assert.That((await ListAsync(invoice.Id, caller: "receptionist")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await ListAsync(invoice.Id, caller: null)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await ChangeAsync(HttpMethod.Put, invoice.Id, reviewer.Id, "tenantless")).Problem, Is.EqualTo("noTenant"));
        });
    }

    [Test]
    public async Task A_parameter_that_lists_do_not_have_is_refused_here_too() =>
        Assert.That((await ListAsync((await NewInvoiceAsync()).Id, "?nope=1")).Findings, Is.EqualTo(new[] { "?nope unknown" }));

    [Test]
    public async Task A_link_goes_with_either_of_its_rows()
    {
        var (invoice, kept, reviewer) = (await NewInvoiceAsync(), await NewInvoiceAsync(), await NewClinicianAsync());
        await ChangeAsync(HttpMethod.Put, invoice.Id, reviewer.Id);
        await ChangeAsync(HttpMethod.Put, kept.Id, reviewer.Id);

        var first = await Api.DeleteAsync("/api/invoices/" + invoice.Id, invoice.Tag);
        var second = await Api.DeleteAsync("/api/clinicians/" + reviewer.Id, reviewer.Tag);

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.NoContent)));
        Assert.That(Ids(await ListAsync(kept.Id)), Is.Empty);
    }

    private static string[] Ids(ApiAnswer list) => [.. list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private Task<ApiAnswer> ListAsync(string invoice, string query = "", string? caller = "north") => Api.GetAsync($"/api/invoices/{invoice}/reviewers{query}", caller);

    private Task<ApiAnswer> ChangeAsync(HttpMethod method, string invoice, string reviewer, string? caller = "north") =>
        Api.SendAsync(method, $"/api/invoices/{invoice}/reviewers/{reviewer}", caller, null);

    private Task<ApiAnswer> NewInvoiceAsync() => Api.PostAsync("/api/invoices", """{"number":"linked"}""");

    private Task<ApiAnswer> NewClinicianAsync()
    {
        var name = $"reviewer{Interlocked.Increment(ref names)}";
        return Api.PostAsync("/api/clinicians", $$"""{"name":"{{name}}","email":"{{name}}@north.example"}""");
    }
}
