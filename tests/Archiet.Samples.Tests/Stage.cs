using System.Collections.Concurrent;
using Archiet.Conformance.Apps;
using Archiet.Conformance.Worlds;
using NUnit.Framework;

namespace Archiet.Samples.Tests;

/// <summary>A sample that runs, with both tenants stocked and everyone signed in. Each sample is started once, by the first test that asks.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Stage>>> Stages = new(StringComparer.Ordinal);

    private readonly AppProcess process;

    private Stage(AppProcess process, World world)
    {
        this.process = process;
        World = world;
    }

    public static string[] Samples { get; } = ["Clinic", "Crm", "Northwind", "Taskforge", "TriggerDev"];

    public World World { get; }

    public string DevelopmentFolder => process.Folder;

    public static Task<Stage> OfAsync(string sample) => Stages.GetOrAdd(sample, name => new Lazy<Task<Stage>>(() => StartAsync(name))).Value;

    public static async Task StopAllAsync()
    {
        foreach (var stage in Stages.Values.Where(stage => stage.IsValueCreated && stage.Value.IsCompletedSuccessfully))
        {
            await (await stage.Value).DisposeAsync();
        }
        Stages.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        World.Dispose();
        await process.DisposeAsync();
    }

    private static async Task<Stage> StartAsync(string sample)
    {
        var process = await AppProcess.StartAsync(SampleApps.DllOf(sample));
        try
        {
            return new Stage(process, await World.EnterAsync(process.Address, await DevelopmentAccounts.ReadAsync(process.Folder)));
        }
        catch
        {
            await TestContext.Error.WriteLineAsync(process.Output);
            await process.DisposeAsync();
            throw;
        }
    }
}

/// <summary>Stops what the tests started.</summary>
[SetUpFixture]
internal sealed class StageSetUp
{
    [OneTimeTearDown]
    public Task StopAllAsync() => Stage.StopAllAsync();
}
