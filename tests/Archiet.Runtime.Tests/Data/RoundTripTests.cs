using System.Net;
using Archiet.Benchmarks.Api;
using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

/// <summary>A row with its owned rows costs one round trip, whatever is done with it. Counted on the wire, behind the first requests, which open connections.</summary>
public sealed class RoundTripTests
{
    [Test]
    public async Task A_row_with_children_is_made_read_listed_and_replaced_in_one_round_trip_each()
    {
        var database = await SampleDatabase.CreateAsync();
        using var counter = new TurnCounter(new NpgsqlConnectionStringBuilder(database).Host!);
        await using var api = await ApiHost.StartAsync(Through(counter, database));
        await ReplaceAsync(api, await CreateAsync(api), null);

        var created = await CountAsync(counter, () => CreateAsync(api));
        var path = "/api/invoices/" + created.Answer.Id;
        var kept = created.Answer.Json.GetProperty("lines")[1].GetProperty("id").GetString();
        var read = await CountAsync(counter, () => api.GetAsync(path));
        var listed = await CountAsync(counter, () => api.GetAsync("/api/invoices"));
        var replaced = await CountAsync(counter, () => ReplaceAsync(api, created.Answer, kept));
        var emptied = await CountAsync(counter, () => api.PatchAsync(path, """{"lines":[]}""", replaced.Answer.Tag));

        Assert.That(
            new[] { created, read, listed, replaced, emptied }.Select(step => (step.Answer.Status, step.Turns)),
            Is.EqualTo(new[] { (HttpStatusCode.Created, 1), (HttpStatusCode.OK, 1), (HttpStatusCode.OK, 1), (HttpStatusCode.OK, 1), (HttpStatusCode.OK, 1) }));
    }

    [Test]
    public async Task Links_are_made_listed_and_removed_in_one_round_trip_each()
    {
        var database = await SampleDatabase.CreateAsync();
        using var counter = new TurnCounter(new NpgsqlConnectionStringBuilder(database).Host!);
        await using var api = await ApiHost.StartAsync(Through(counter, database));
        var invoice = await CreateAsync(api);
        var links = $"/api/invoices/{invoice.Id}/reviewers";
        var link = $"{links}/{SampleDatabase.NorthMember}";

        var made = await CountAsync(counter, () => api.SendAsync(HttpMethod.Put, link, "north", null));
        var listed = await CountAsync(counter, () => api.GetAsync(links));
        var removed = await CountAsync(counter, () => api.SendAsync(HttpMethod.Delete, link, "north", null));

        Assert.That(listed.Answer.Names, Is.EqualTo(new[] { "Nora" }));
        Assert.That(
            new[] { made, listed, removed }.Select(step => (step.Answer.Status, step.Turns)),
            Is.EqualTo(new[] { (HttpStatusCode.NoContent, 1), (HttpStatusCode.OK, 1), (HttpStatusCode.NoContent, 1) }));
    }

    // The counter follows messages only, and not the questions before them whether the line is to be encrypted.
    private static string Through(TurnCounter counter, string database) => new NpgsqlConnectionStringBuilder(database)
    {
        Host = counter.Folder,
        MaxPoolSize = 1,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private static Task<ApiAnswer> CreateAsync(ApiHost api) =>
        api.PostAsync("/api/invoices", """{"number":"n","lines":[{"label":"a","amount":1},{"label":"b","amount":2},{"label":"c","amount":3}]}""");

    private static Task<ApiAnswer> ReplaceAsync(ApiHost api, ApiAnswer invoice, string? kept) => api.PatchAsync(
        "/api/invoices/" + invoice.Id,
        $$"""{"lines":[{"label":"d","amount":1}{{(kept is null ? "" : $$""",{"id":"{{kept}}","label":"e","amount":2}""")}}]}""",
        invoice.Tag);

    private static async Task<(ApiAnswer Answer, int Turns)> CountAsync(TurnCounter counter, Func<Task<ApiAnswer>> request)
    {
        var before = counter.Turns;
        var answer = await request();
        return (answer, (int)(counter.Turns - before));
    }
}
