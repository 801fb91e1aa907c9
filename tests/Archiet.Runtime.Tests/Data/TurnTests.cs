using Archiet.Benchmarks.Api;
using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Round trips to the database, counted between the app and the server.</summary>
public sealed class TurnTests : CaseTests, IDisposable
{
    private TurnCounter? counter;

    private TurnCounter Counter => counter ?? throw new InvalidOperationException("The counter runs during tests only.");

    public void Dispose() => counter?.Dispose();

    private protected override string ConnectionOf(string made)
    {
        var direct = new NpgsqlConnectionStringBuilder(base.ConnectionOf(made));
        counter = new TurnCounter(direct.Host ?? throw new InvalidOperationException("The cluster listens on a socket."));

        // The counter follows messages only, and not the questions before them whether the line is to be encrypted.
        direct.SslMode = SslMode.Disable;
        direct.GssEncryptionMode = GssEncryptionMode.Disable;
        direct.Host = counter.Folder;
        return direct.ConnectionString;
    }

    [Test]
    public async Task A_request_under_row_conditions_and_field_lists_is_one_round_trip()
    {
        var own = await NewOwnAsync();
        var foreign = await NewForeignAsync();
        await Api.GetAsync($"{Path}/{own.Id}", "agentAndLead");

        var tag = own.Tag;
        var turns = new Dictionary<string, long>
        {
            ["get"] = await CountAsync(() => Api.GetAsync($"{Path}/{own.Id}", "agentAndLead")),
            ["list"] = await CountAsync(() => Api.GetAsync($"{Path}?state=open&sort=-title", "agentAndLead")),
            ["create"] = await CountAsync(() => Api.PostAsync(Path, Body(NewTitle(), $"\"assignee\":\"{SampleDatabase.NorthMember}\""), "agentAndLead")),
            ["patch"] = await CountAsync(async () => tag = (await Api.PatchAsync($"{Path}/{own.Id}", """{"priority":5,"state":"closed"}""", tag, "agentAndLead")).Tag),
            ["refused create"] = await CountAsync(() => Api.PostAsync(Path, Body(NewTitle()), "agent")),
            ["refused move"] = await CountAsync(() => Api.PatchAsync($"{Path}/{own.Id}", """{"assignee":null}""", tag, "agent")),
            ["delete"] = await CountAsync(() => Api.DeleteAsync($"{Path}/{own.Id}", tag, "agentAndLead")),
            ["restore"] = await CountAsync(() => Api.SendAsync(HttpMethod.Post, $"{Path}/{own.Id}/restore", "agent", null)),
        };
        var unwritten = await CountAsync(() => Api.PatchAsync($"{Path}/{foreign.Id}", """{"priority":5}""", foreign.Tag, "agentAndLead"));

        Assert.That(turns, Is.All.Property("Value").EqualTo(1), string.Join(", ", turns));
        Assert.That(unwritten, Is.EqualTo(2));
    }

    private async Task<long> CountAsync(Func<Task> request)
    {
        var before = Counter.Turns;
        await request();
        return Counter.Turns - before;
    }
}
