using System.Net;
using System.Text.Json;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Owned rows over HTTP: made, read, listed, replaced and refused with their owner.</summary>
public sealed class ChildrenTests : ApiTests
{
    private static int numbers;

    [Test]
    public async Task A_row_is_made_with_its_children_and_read_with_them()
    {
        var created = await NewInvoiceAsync("""{"label":"b","amount":1.5},{"label":"a","amount":2}""");
        var read = await Api.GetAsync("/api/invoices/" + created.Id);

        Assert.Multiple(() =>
        {
            Assert.That(read.Body, Is.EqualTo(created.Body));
            Assert.That(Lines(read), Is.EqualTo(new[] { "b 1.50", "a 2.00" }));
            Assert.That(read.Json.GetProperty("lines")[0].GetProperty("id").GetGuid().Version, Is.EqualTo(7));
        });
    }

    [Test]
    public async Task A_row_without_children_has_an_empty_array()
    {
        var given = await NewInvoiceAsync("");
        var left = await Api.PostAsync("/api/invoices", """{"number":"no lines"}""");

        Assert.That((Lines(given), Lines(left), left.Json.GetProperty("lines").GetRawText()), Is.EqualTo((Array.Empty<string>(), Array.Empty<string>(), "[]")));
    }

    [Test]
    public async Task A_list_shows_every_row_with_its_own_children()
    {
        var first = await NewInvoiceAsync("""{"label":"first","amount":1}""");
        var second = await NewInvoiceAsync("""{"label":"second","amount":2},{"label":"third","amount":3}""");

        var items = (await Api.GetAsync("/api/invoices?limit=2")).Json.GetProperty("items").EnumerateArray().Select(item => item.GetRawText());

        Assert.That(items, Is.EqualTo(new[] { second.Body, first.Body }));
    }

    [Test]
    public async Task A_patch_of_other_fields_leaves_the_children_alone()
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1}""");

        var patched = await Api.PatchAsync(Path(created), """{"number":"changed"}""", created.Tag);

        Assert.That((patched.Status, patched.Json.GetProperty("lines").GetRawText()), Is.EqualTo((HttpStatusCode.OK, created.Json.GetProperty("lines").GetRawText())));
    }

    [Test]
    public async Task A_patch_changes_the_rows_it_names_makes_the_others_and_removes_the_rest()
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1,"count":7,"paid":true},{"label":"b","amount":2},{"label":"c","amount":3}""");
        var kept = LineId(created, 0);

        var patched = await Api.PatchAsync(Path(created), $$"""{"lines":[{"label":"d","amount":4},{"id":"{{kept}}","label":"c","amount":10}]}""", created.Tag);
        var before = created.Json.GetProperty("lines")[0];
        var after = patched.Json.GetProperty("lines")[0];

        Assert.Multiple(() =>
        {
            Assert.That(Lines(patched), Is.EqualTo(new[] { "c 10.00", "d 4.00" }));
            Assert.That(LineId(patched, 0), Is.EqualTo(kept));
            Assert.That(after.GetProperty("count").ValueKind, Is.EqualTo(JsonValueKind.Null), "a row is given as a whole");
            Assert.That(after.GetProperty("createdAt").GetRawText(), Is.EqualTo(before.GetProperty("createdAt").GetRawText()));
            Assert.That(after.GetProperty("updatedAt").GetDateTimeOffset(), Is.GreaterThan(before.GetProperty("updatedAt").GetDateTimeOffset()));
            Assert.That(patched.Tag, Is.Not.EqualTo(created.Tag), "the owner has another version though only its rows changed");
        });
        Assert.That((await Api.GetAsync(Path(created))).Body, Is.EqualTo(patched.Body));
    }

    [Test]
    public async Task A_patch_with_an_empty_array_removes_every_row()
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1}""");

        var patched = await Api.PatchAsync(Path(created), """{"lines":[]}""", created.Tag);

        Assert.That((patched.Status, Lines(patched)), Is.EqualTo((HttpStatusCode.OK, Array.Empty<string>())));
    }

    [Test]
    public async Task A_patch_of_a_stale_version_changes_no_child()
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1},{"label":"b","amount":2}""");
        var patched = await Api.PatchAsync(Path(created), """{"number":"newer"}""", created.Tag);

        var answer = await Api.PatchAsync(Path(created), $$"""{"number":"stale","lines":[{"id":"{{LineId(created, 0)}}","label":"x","amount":9},{"label":"y","amount":9}]}""", created.Tag);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.PreconditionFailed, "changed")));
        Assert.That((await Api.GetAsync(Path(created))).Body, Is.EqualTo(patched.Body));
    }

    [Test]
    public async Task Of_patches_at_the_same_time_one_takes_effect_as_a_whole()
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1}""");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(at =>
            Api.PatchAsync(Path(created), $$"""{"number":"{{at}}","lines":[{"label":"{{at}}","amount":{{at}}},{"label":"{{at}}b","amount":{{at}}}]}""", created.Tag)));
        var winner = answers.Single(answer => answer.Status == HttpStatusCode.OK);

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed), Is.EqualTo(7));
        Assert.That((await Api.GetAsync(Path(created))).Body, Is.EqualTo(winner.Body));
    }

    [Test]
    public async Task Findings_name_the_row_and_the_field()
    {
        var answer = await Api.PostAsync("/api/invoices", """
            {"number":"n","lines":[{"label":"a","amount":1},{"label":"","amount":-1,"site":{"city":"x"}},7,{"amount":1,"id":"0198c6e0-0000-7000-8000-0000000000ff","nope":1,"createdAt":null}]}
            """);

        Assert.That(answer.Findings, Is.EquivalentTo(new[]
        {
            "/lines/1/label length", "/lines/1/amount range", "/lines/1/site/street required", "/lines/2 type", "/lines/3/id unknown", "/lines/3/nope unknown",
            "/lines/3/createdAt notSettable", "/lines/3/label required",
        }));
    }

    [TestCase("""{"lines":null}""", "/lines type")]
    [TestCase("""{"lines":{}}""", "/lines type")]
    [TestCase("""{"lines":[{"id":1,"label":"a","amount":1}]}""", "/lines/0/id type")]
    [TestCase("""{"lines":[{"label":"a","amount":1,"count":-1}]}""", "/lines/0/count counted")]
    [TestCase("""{"lines":[],"lines":[]}""", "/lines duplicate")]
    public async Task A_patch_that_is_not_valid_is_refused(string body, string finding)
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1}""");

        var answer = await Api.PatchAsync(Path(created), body, created.Tag);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { finding })));
    }

    [Test]
    public async Task A_row_that_is_named_twice_is_refused()
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1}""");
        var id = LineId(created, 0);

        var answer = await Api.PatchAsync(Path(created), $$"""{"lines":[{"id":"{{id}}","label":"a","amount":1},{"label":"b","amount":1,"id":"{{id}}"}]}""", created.Tag);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/lines/1/id duplicate" })));
    }

    [TestCase("north")]
    [TestCase("south")]
    public async Task A_row_of_another_owner_or_tenant_is_unknown(string caller)
    {
        var created = await NewInvoiceAsync("""{"label":"a","amount":1}""");
        var other = await NewInvoiceAsync("""{"label":"b","amount":1}""", caller);

        var answer = await Api.PatchAsync(
            Path(created), $$"""{"number":"x","lines":[{"label":"new","amount":1},{"id":"{{LineId(other, 0)}}","label":"mine","amount":1}]}""", created.Tag);

        Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/lines/1/id unknown" })));
        Assert.That((await Api.GetAsync(Path(created))).Body, Is.EqualTo(created.Body));
        Assert.That((await Api.GetAsync(Path(other), caller)).Body, Is.EqualTo(other.Body));
    }

    [Test]
    public async Task A_child_that_the_database_refuses_leaves_no_trace_of_its_owner()
    {
        var number = NewNumber();
        var answer = await Api.PostAsync("/api/invoices", $$"""{"number":"{{number}}","lines":[{"label":"a","amount":1},{"label":"a","amount":2}]}""");
        var reference = await Api.PostAsync(
            "/api/invoices", $$"""{"number":"{{number}}","lines":[{"label":"a","amount":1,"clinician":"{{SampleDatabase.SouthMember}}"}]}""");
        var list = await Api.GetAsync("/api/invoices?limit=200");

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, answer.Findings), Is.EqualTo((HttpStatusCode.Conflict, new[] { "/lines unique" })));
            Assert.That((reference.Status, reference.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/lines reference" })));
            Assert.That(list.Body, Does.Not.Contain($"\"{number}\""));
        });
    }

    [Test]
    public async Task More_rows_than_there_may_be_are_refused_and_as_many_are_written()
    {
        var most = await NewInvoiceAsync(string.Join(',', Enumerable.Range(0, 300).Select(at => $$"""{"label":"{{at}}","amount":{{at}}}""")));
        var answer = await Api.PatchAsync(Path(most), $$"""{"lines":[{{string.Join(',', Enumerable.Repeat("""{"label":"a","amount":1}""", 301))}}]}""", most.Tag);

        Assert.That((Lines(most).Length, answer.Status, answer.Findings), Is.EqualTo((300, HttpStatusCode.UnprocessableEntity, new[] { "/lines count" })));
    }

    [Test]
    public async Task Children_go_with_their_owner()
    {
        var created = await NewInvoiceAsync("""{"label":"gone with it","amount":1}""");

        var deleted = await Api.DeleteAsync(Path(created), created.Tag);

        Assert.That(deleted.Status, Is.EqualTo(HttpStatusCode.NoContent));
        await PostgresFixture.ExecuteAsync(Database, "DO $$ BEGIN ASSERT NOT EXISTS (SELECT FROM invoice_lines WHERE label = 'gone with it'); END $$");
    }

    [Test]
    public async Task A_row_of_another_tenant_shows_no_children_and_takes_none()
    {
        var created = await NewInvoiceAsync("""{"label":"north only","amount":1}""");

        var read = await Api.GetAsync(Path(created), "south");
        var patched = await Api.PatchAsync(Path(created), """{"lines":[]}""", created.Tag, "south");
        var list = await Api.GetAsync("/api/invoices?limit=200", "south");

        Assert.That((read.Status, patched.Status), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        Assert.That(list.Body, Does.Not.Contain("north only"));
        Assert.That((await Api.GetAsync(Path(created))).Body, Is.EqualTo(created.Body));
    }

    [Test]
    public async Task An_owned_entity_has_no_endpoints_of_its_own() => Assert.That((await Api.GetAsync("/api/invoice-lines")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    private static string Path(ApiAnswer invoice) => "/api/invoices/" + invoice.Id;

    private static string NewNumber() => $"Invoice {Interlocked.Increment(ref numbers)}";

    private static string[] Lines(ApiAnswer invoice) =>
        [.. invoice.Json.GetProperty("lines").EnumerateArray().Select(line => $"{line.GetProperty("label").GetString()} {line.GetProperty("amount").GetRawText()}")];

    private static string LineId(ApiAnswer invoice, int at) => invoice.Json.GetProperty("lines")[at].GetProperty("id").GetString()!;

    private async Task<ApiAnswer> NewInvoiceAsync(string lines, string caller = "north")
    {
        var answer = await Api.PostAsync("/api/invoices", $$"""{"number":"{{NewNumber()}}","lines":[{{lines}}]}""", caller);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Body);
        return answer;
    }
}
