using Archiet.Draft.Server;
using Archiet.Draft.Tests.Wire.Kit;

namespace Archiet.Draft.Tests.Wire;

/// <summary>Whoever stops a draft stops it at once, wherever it is, and finds the folder as it was.</summary>
[TestFixtureSource(typeof(Dialects), nameof(Dialects.Each))]
internal sealed class CancellationTests(ServerDialect dialect)
{
    [Test]
    public async Task Before_the_first_request()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await ExpectStopAsync(static request => ServerAnswer.Of(GoodAnswers.For(request)), stop, static _ => Task.CompletedTask, requests: 0);
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task While_the_server_keeps_us_waiting(bool inBody)
    {
        using var stop = new CancellationTokenSource();
        await ExpectStopAsync(_ => inBody ? ServerAnswer.StallInBody : ServerAnswer.StallBeforeHeaders, stop, static server => server.StallAsync(), requests: 1);
    }

    [Test]
    public async Task In_a_later_pass()
    {
        using var stop = new CancellationTokenSource();
        await ExpectStopAsync(static request => request.Asks == "permissions" ? ServerAnswer.StallInBody : ServerAnswer.Of(GoodAnswers.For(request)), stop, static server => server.StallAsync());
    }

    [Test]
    public async Task Between_two_attempts()
    {
        using var stop = new CancellationTokenSource();
        var time = new TestTime { HoldsPauses = true };
        await ExpectStopAsync(static _ => ServerAnswer.Error(503), stop, _ => time.Paused.Task, requests: 1, time);
    }

    private async Task ExpectStopAsync(Func<ServerRequest, ServerAnswer> answer, CancellationTokenSource stop, Func<DraftServer, Task> until, int? requests = null, TestTime? time = null)
    {
        using var draft = new DraftOnDisk { Time = time ?? new() };
        await using var server = await DraftServer.StartAsync(answer, new() { Key = DraftOnDisk.Key });
        var drafting = draft.DraftAsync(draft.Options(dialect, server), cancellation: stop.Token);
        await until(server);
        await stop.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => drafting);
        Assert.That(draft.Drafted, Is.Empty);
        Assert.That(server.Requests, requests is { } count ? Has.Count.EqualTo(count) : Is.Not.Empty);
    }
}
