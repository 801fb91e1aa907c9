using System.Text.Json;
using Archiet.Draft.Passes;
using Archiet.Draft.Server;
using Archiet.Draft.Tests.Wire.Kit;
using Archiet.Draft.Wire.Settings;

namespace Archiet.Draft.Tests.Wire;

/// <summary>Answers that are kept: what they depend on, and that a draft can be made of them alone.</summary>
[TestFixtureSource(typeof(Dialects), nameof(Dialects.Each))]
internal sealed class CacheTests(ServerDialect dialect)
{
    [Test]
    public async Task A_draft_is_made_again_without_asking_anybody()
    {
        using var draft = new DraftOnDisk();
        await using var server = await StartAsync();
        await draft.DraftAsync(draft.Options(dialect, server));
        var (asked, first) = (server.Requests.Count, Genome(draft));
        var again = await draft.DraftAsync(draft.Options(dialect, server) with { IsOffline = true, Key = "" });

        Assert.Multiple(() =>
        {
            Assert.That(again.Errors, Is.Empty);
            Assert.That(server.Requests, Has.Count.EqualTo(asked), "nobody was asked");
            Assert.That(Genome(draft), Is.EqualTo(first).And.Not.Null);
            Assert.That(again.Result.Passes.Select(static pass => pass.Usage), Has.All.Matches<PassUsage>(static usage => usage is { IsCached: true, Attempts: 0, InputTokens: 0, Model: "test-model-2026-09-01" }));
        });
    }

    [Test]
    public async Task Offline_a_missing_answer_is_named()
    {
        using var draft = new DraftOnDisk();
        await using var server = await StartAsync();
        var outcome = await draft.DraftAsync(draft.Options(dialect, server) with { IsOffline = true });

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Errors, Is.EqualTo(new[] { "ARC6025", "ARC6012" }));
            Assert.That(outcome.Message, Does.Contain("'vocabulary' over the lines 1 to 6").And.Contain("prd.draft.cache"));
            Assert.That(server.Requests, Is.Empty);
        });
    }

    [Test]
    public async Task Whatever_an_answer_depends_on_makes_it_another()
    {
        using var draft = new DraftOnDisk();
        await using var server = await DraftServer.StartAsync(static request => ServerAnswer.Of(GoodAnswers.For(request)), new() { Key = DraftOnDisk.Key, TakesSampling = true });
        var options = draft.Options(dialect, server);
        Func<WireOptions, WireOptions>[] changes =
        [
            static options => options, static options => options with { Model = "another" }, static options => options with { Temperature = 0 },
            static options => options with { Url = new Uri(options.Url.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)) },
        ];
        foreach (var change in changes)
        {
            var before = server.Requests.Count;
            await draft.DraftAsync(change(options));
            Assert.That(server.Requests, Has.Count.GreaterThan(before));
        }

        await File.AppendAllTextAsync(draft.Prd, "\n\nAn order has a date.\n");
        var (asked, offline) = (server.Requests.Count, await draft.DraftAsync(options with { IsOffline = true }));
        Assert.That(offline.Errors.First(), Is.EqualTo("ARC6025"));
        Assert.That(server.Requests, Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task A_file_can_be_read_by_people_and_says_nothing_of_the_key()
    {
        using var draft = new DraftOnDisk();
        await using var server = await DraftServer.StartAsync(
            static request => ServerAnswer.Of(GoodAnswers.For(request).Replace("Sees all orders.", $"Sees {DraftOnDisk.Key}.", StringComparison.Ordinal)), new() { Key = DraftOnDisk.Key });
        await draft.DraftAsync(draft.Options(dialect, server));
        var text = await File.ReadAllTextAsync(Directory.GetFiles(draft.Cache, "vocabulary-*.json").Single());

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.StartWith("{\n  \"key\": ").And.Contain("\n  \"pass\": \"vocabulary\",\n").And.EndWith("}\n"));
            Assert.That(text, Does.Not.Contain(DraftOnDisk.Key).And.Contain("Sees [key]."), "a server that repeats the key");
            Assert.That(JsonElement.Parse(text).GetProperty("sentences").GetArrayLength(), Is.EqualTo(5));
            Assert.That(draft.Drafted.Values, Has.None.Contain(DraftOnDisk.Key));
        });
    }

    [TestCase("<<<<<<< ours\n{}")]
    [TestCase("{}")]
    [TestCase("{ \"key\": \"0000\", \"pass\": \"vocabulary\", \"asked\": \"\", \"answered\": \"\", \"sentences\": [], \"answer\": {} }")]
    public async Task A_damaged_file_is_not_taken_for_absent(string damage)
    {
        using var draft = new DraftOnDisk();
        await using var server = await StartAsync();
        await draft.DraftAsync(draft.Options(dialect, server));
        var asked = server.Requests.Count;
        await File.WriteAllTextAsync(Directory.GetFiles(draft.Cache, "vocabulary-*.json").Single(), damage);
        var outcome = await draft.DraftAsync(draft.Options(dialect, server));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6026"));
        Assert.That(server.Requests, Has.Count.EqualTo(asked));
    }

    private static Task<DraftServer> StartAsync() => DraftServer.StartAsync(static request => ServerAnswer.Of(GoodAnswers.For(request)), new() { Key = DraftOnDisk.Key });

    private static string? Genome(DraftOnDisk draft) => draft.Drafted.GetValueOrDefault("prd.draft.genome.yaml");
}
