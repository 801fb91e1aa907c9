using Archiet.Draft.Server;
using Archiet.Draft.Tests.Wire.Kit;

namespace Archiet.Draft.Tests.Wire;

/// <summary>What requests may cost: the one that could exceed it is not sent.</summary>
[TestFixtureSource(typeof(Dialects), nameof(Dialects.Each))]
internal sealed class BudgetTests(ServerDialect dialect)
{
    [Test]
    public async Task A_first_request_that_could_exceed_it_is_not_sent()
    {
        var (outcome, server) = await RunAsync(16_000, static request => ServerAnswer.Of(GoodAnswers.For(request)));

        Assert.That(outcome.Errors, Is.EqualTo(new[] { "ARC6024", "ARC6012" }));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(true, TestName = "What the server says is counted")]
    [TestCase(false, TestName = "Where it says nothing the size is counted")]
    public async Task Later_requests_stop_before_it(bool hasUsage)
    {
        var (outcome, server) = await RunAsync(20_000, request => (Written)ServerAnswer.Of(GoodAnswers.For(request)) with { HasUsage = hasUsage, InputTokens = 900, OutputTokens = 500 });

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6024"));
        Assert.That(server.Requests, Has.Count.InRange(1, 3), "of about eight passes");
    }

    [Test]
    public async Task An_answer_that_cannot_be_read_costs_as_well()
    {
        var (outcome, server) = await RunAsync(20_000, static _ => (Written)ServerAnswer.Of("no JSON") with { InputTokens = 3_000 });

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6024"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private async Task<(DraftOutcome Outcome, DraftServer Server)> RunAsync(long most, Func<ServerRequest, ServerAnswer> answer)
    {
        using var draft = new DraftOnDisk();
        await using var server = await DraftServer.StartAsync(answer, new() { Key = DraftOnDisk.Key });
        var outcome = await draft.DraftAsync(draft.Options(dialect, server) with { MaxTokens = most });
        Assert.That(draft.Drafted, Is.Empty);
        return (outcome, server);
    }
}
