using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Archiet.Draft.Server;
using Archiet.Draft.Tests.Wire.Kit;

namespace Archiet.Draft.Tests.Wire;

/// <summary>What is no reason to stop: the draft is the one that a server and a model without a fault give, byte by byte.</summary>
[TestFixtureSource(typeof(Dialects), nameof(Dialects.Each))]
internal sealed class AcceptedTests(ServerDialect dialect)
{
    private static IEnumerable<TestCaseData> Forms()
    {
        yield return Form("between fences", static answer => $"```json\n{answer}\n```");
        yield return Form("behind a sentence", static answer => $"Here is what {{the document}} says:\n\n{answer}\n\nTell me if you need more.");
        yield return Form("with a comma too many", static answer => answer.TrimEnd()[..^1] + ",}");
        yield return Form("with a byte order mark", static answer => "\uFEFF" + answer);
        yield return Form("with a property that nobody asked for", static answer => Changed(answer, static root => root["comment"] = "done"));
        yield return Form("with an item's property that nobody asked for", static answer => Changed(answer, static root => Items(root).ForEach(static item => item["confidence"] = 0.9)));
        yield return Form("with words in capitals", static answer => Changed(answer, static root => Items(root).ForEach(static item => item["basis"] = ((string)item["basis"]!).ToUpperInvariant())));
        yield return Form("with an item that has no name", static answer => Changed(answer, static root => ((JsonArray)root.First().Value!).Add(new JsonObject { ["name"] = "", ["basis"] = "stated" })));
        yield return Form("with an item that is no object", static answer => Changed(answer, static root => ((JsonArray)root.First().Value!).Add("Customer")));
        yield return Form("with a sentence that was not sent", static answer => Changed(answer, static root => Items(root).ForEach(static item => ((JsonArray)item["evidence"]!).Add("S9999"))));

        static TestCaseData Form(string name, Func<string, string> form) => new TestCaseData(form).SetArgDisplayNames(name);
    }

    private static IEnumerable<TestCaseData> Servers()
    {
        yield return Server("429, seconds", 1, ServerAnswer.Error(429) with { Headers = [("Retry-After", "7")] }, 7);
        yield return Server("429, date", 1, ServerAnswer.Error(429) with { Headers = [("Retry-After", "Sun, 01 Nov 2026 08:00:09 GMT")] }, 9);
        yield return Server("429, date in the past", 1, ServerAnswer.Error(429) with { Headers = [("Retry-After", "Sun, 01 Nov 1998 08:00:09 GMT")] }, 0.5);
        yield return Server("429, a day", 1, ServerAnswer.Error(429) with { Headers = [("Retry-After", "86400")] }, 60);
        yield return Server("429, absurd", 1, ServerAnswer.Error(429) with { Headers = [("Retry-After", "99999999999999999999")] }, 0.5);
        yield return Server("429, no number", 1, ServerAnswer.Error(429) with { Headers = [("Retry-After", "soon")] }, 0.5);
        yield return Server("429, absent", 3, ServerAnswer.Error(429), 0.5, 1, 2);
        yield return Server("408", 1, ServerAnswer.Error(408), 0.5);
        yield return Server("409", 1, ServerAnswer.Error(409), 0.5);
        yield return Server("500", 4, ServerAnswer.Error(500), 0.5, 1, 2, 4);
        yield return Server("503, a web page", 1, ServerAnswer.Raw(503, "text/html", "<html>busy</html>"), 0.5);
        yield return Server("529", 1, ServerAnswer.Error(529), 0.5);
        yield return Server("reset in the body", 2, ServerAnswer.Reset, 0.5, 1);
        yield return Server("empty", 1, ServerAnswer.Of(""));
        yield return Server("prose", 2, ServerAnswer.Of("Certainly! Let me think."));
        yield return Server("a key twice", 1, ServerAnswer.Of("{ \"roles\": [], \"entities\": [], \"entities\": [] }"));
        yield return Server("no UTF-8", 1, ServerAnswer.Raw(200, "application/json", [0x22, 0xFF, 0x22]));
        yield return Server("broken JSON around the answer", 1, ServerAnswer.Raw(200, "application/json", "{ \"choices\": [ { "));

        static TestCaseData Server(string name, int times, ServerAnswer first, params double[] pauses) => new TestCaseData(times, first, pauses).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Forms))]
    public async Task A_form_of_the_answer(Func<string, string> form) => await ExpectSameDraftAsync(request => ServerAnswer.Of(form(GoodAnswers.For(request))));

    [TestCaseSource(nameof(Servers))]
    public async Task A_server_that_gets_over_it(int times, ServerAnswer first, double[] pauses)
    {
        var sent = 0;
        var time = await ExpectSameDraftAsync(request => Interlocked.Increment(ref sent) <= times ? first : ServerAnswer.Of(GoodAnswers.For(request)));

        Assert.That(time.Pauses.Select(static pause => pause.TotalSeconds), Is.EqualTo(pauses));
    }

    [Test]
    public async Task A_server_that_stalls_once()
    {
        var time = new TestTime();
        var sent = 0;
        await ExpectSameDraftAsync(
            request => Interlocked.Increment(ref sent) == 1 ? ServerAnswer.StallInBody : ServerAnswer.Of(GoodAnswers.For(request)),
            time,
            async server =>
            {
                await server.StallAsync();
                time.Advance(TimeSpan.FromMinutes(5));
            });
    }

    [Test]
    public async Task An_answer_that_is_packed() => await ExpectSameDraftAsync(request =>
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Envelope(request));
        }
        return ServerAnswer.Raw(200, "application/json", packed.ToArray()) with { Headers = [("Content-Encoding", "gzip")] };
    });

    [TestCase("text/plain")]
    [TestCase("text/html")]
    [TestCase("application/octet-stream")]
    public async Task An_answer_of_another_content_type(string type) => await ExpectSameDraftAsync(request => ServerAnswer.Raw(200, type, Envelope(request)));

    [Test]
    public async Task An_answer_with_a_byte_order_mark_before_all() =>
        await ExpectSameDraftAsync(request => ServerAnswer.Raw(200, "application/json", [0xEF, 0xBB, 0xBF, .. Envelope(request)]));

    [Test]
    public async Task An_answer_that_does_not_say_what_it_cost() =>
        await ExpectSameDraftAsync(static request => (Written)ServerAnswer.Of(GoodAnswers.For(request)) with { HasUsage = false });

    [Test]
    public async Task An_answer_that_is_cut_once_is_asked_for_by_halves()
    {
        using var draft = new DraftOnDisk();
        var cuts = 0;
        await using var server = await DraftServer.StartAsync(
            request => request.Asks == "fields" && Interlocked.Increment(ref cuts) == 1 ? ServerAnswer.Cut("{ \"fields\": [ {") : ServerAnswer.Of(GoodAnswers.For(request)), new() { Key = DraftOnDisk.Key });
        var outcome = await draft.DraftAsync(draft.Options(dialect, server));

        Assert.That(outcome.Errors, Is.Empty);
        Assert.That(server.Requests.Count(static request => request.Asks == "fields"), Is.EqualTo(3), "whole, and two halves");
    }

    private async Task<TestTime> ExpectSameDraftAsync(Func<ServerRequest, ServerAnswer> answer, TestTime? time = null, Func<DraftServer, Task>? meanwhile = null)
    {
        var expected = await GenomeAsync(static request => ServerAnswer.Of(GoodAnswers.For(request)), new(), null);
        time ??= new();
        var actual = await GenomeAsync(answer, time, meanwhile);

        Assert.That(expected.Genome, Does.Contain("status: draft"));
        Assert.That(actual, Is.EqualTo(expected));
        return time;
    }

    private async Task<(string? Genome, string? Sources)> GenomeAsync(Func<ServerRequest, ServerAnswer> answer, TestTime time, Func<DraftServer, Task>? meanwhile)
    {
        using var draft = new DraftOnDisk { Time = time };
        await using var server = await DraftServer.StartAsync(answer, new() { Key = DraftOnDisk.Key });
        var drafting = draft.DraftAsync(draft.Options(dialect, server));
        if (meanwhile is not null)
        {
            await meanwhile(server);
        }
        var outcome = await drafting;
        Assert.Multiple(() =>
        {
            Assert.That(server.Faults, Is.Empty);
            Assert.That(outcome.Errors, Is.Empty, () => outcome.Message);
        });
        return (draft.Drafted.GetValueOrDefault("prd.draft.genome.yaml"), draft.Drafted.GetValueOrDefault("prd.draft.sources.yaml"));
    }

    private byte[] Envelope(ServerRequest request) => Encoding.UTF8.GetBytes(dialect.Envelope((Written)ServerAnswer.Of(GoodAnswers.For(request))).ToJsonString());

    private static string Changed(string answer, Action<JsonObject> change)
    {
        var root = (JsonObject)JsonNode.Parse(answer)!;
        change(root);
        return root.ToJsonString();
    }

    private static List<JsonObject> Items(JsonObject root) => [.. root.SelectMany(static array => (array.Value as JsonArray ?? []).OfType<JsonObject>())];
}
