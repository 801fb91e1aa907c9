using System.Globalization;
using Archiet.Benchmarks.Api.Peers;

namespace Archiet.Benchmarks.Api;

/// <summary>
/// Clinic's generated endpoints against the same ones by hand: idiomatic minimal API and Entity Framework, and raw Npgsql. Three servers, one database, the
/// load by turns; what counts is the ratio within a round.
/// </summary>
internal sealed class ApiCommand : ICommand
{
    // Short and many: what else the machine does comes in bursts, and a ratio is of neighbours in time.
    private const int Rounds = 15;
    private const double WarmSeconds = 4, RunSeconds = 1;
    private const int Counted = 200;

    private static readonly Peer[] Peers = [new("generated", "/api/patients"), new("idiomatic", IdiomaticEndpoints.Path), new("raw", RawEndpoints.Path)];
    private static readonly Operation[] Operations = [new("get", 3, 7 * 1024), new("list", 2.3, 8 * 1024), new("create", 2.7, null)];

    private readonly Measures measures = new();
    private int created;

    /// <inheritdoc/>
    public string Name => "api";

    /// <inheritdoc/>
    public string Purpose => "requests per second, processor time, bytes and round trips of generated endpoints against two by hand";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["serve", var connectionString]:
                return await BenchServer.RunAsync(connectionString).ConfigureAwait(false);
            case ["load", var address, var operation, var path, var seconds, var start]:
                return Load.Run(address, operation, path, seconds, start);
            default:
                await MeasureAsync().ConfigureAwait(false);
                return 0;
        }
    }

    private async Task MeasureAsync()
    {
        Console.WriteLine("starting PostgreSQL and three servers, seeding 100,000 patients of 100 practices");
        using var database = await BenchDatabase.StartAsync().ConfigureAwait(false);
        var servers = new List<ServerProcess>();
        try
        {
            foreach (var _ in Peers)
            {
                servers.Add(await ServerProcess.StartAsync(database.App(), database).ConfigureAwait(false));
            }
            await database.SeedAsync().ConfigureAwait(false);
            await new PeerComparison([.. servers.Zip(Peers, (server, peer) => (server, peer.Path))]).RunAsync().ConfigureAwait(false);
            await RunRoundsAsync(servers, database.ServerProcess).ConfigureAwait(false);
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
        await CountTurnsAsync(database).ConfigureAwait(false);
        measures.Print();
    }

    private async Task RunRoundsAsync(List<ServerProcess> servers, int databaseProcess)
    {
        foreach (var operation in Operations)
        {
            for (var at = 0; at < Peers.Length; at++)
            {
                LoadOn(servers[at], operation, Peers[at], WarmSeconds);
            }
        }
        Console.WriteLine("round operation peer        req/s   app us    db us    bytes");
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var operation in Operations)
            {
                var rates = new double[Peers.Length];
                for (var at = 0; at < Peers.Length; at++)
                {
                    rates[at] = await RunAsync(round, operation, Peers[at], servers[at], databaseProcess).ConfigureAwait(false);
                }
                measures.Add($"api.{operation.Name}.times-idiomatic", rates[0] / rates[1], operation.TimesIdiomatic, atLeast: true);
                measures.Add($"api.{operation.Name}.times-raw", rates[0] / rates[2], 0.85, atLeast: true);
            }
        }
    }

    private async Task<double> RunAsync(int round, Operation operation, Peer peer, ServerProcess server, int databaseProcess)
    {
        var before = await server.StatisticsAsync().ConfigureAwait(false);
        var databaseBefore = DatabaseTime.Milliseconds(databaseProcess);
        var (count, milliseconds) = LoadOn(server, operation, peer, RunSeconds);
        var after = await server.StatisticsAsync().ConfigureAwait(false);
        var bytes = (after.Allocated - before.Allocated) / count;
        var rate = count / milliseconds * 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,-5} {operation.Name,-9} {peer.Name,-9} {rate,7:0} {(after.Milliseconds - before.Milliseconds) / count * 1000,8:0} {(DatabaseTime.Milliseconds(databaseProcess) - databaseBefore) / count * 1000,8:0} {bytes,8:0}"));
        if (peer == Peers[0] && operation.MostBytes is { } most)
        {
            measures.Add($"api.{operation.Name}.bytes", bytes, most);
        }
        return rate;
    }

    private (int Count, double Milliseconds) LoadOn(ServerProcess server, Operation operation, Peer peer, double seconds)
    {
        var output = ChildProcess.RunSelf(
            Name, "load", server.Address, operation.Name, peer.Path, seconds.ToString(CultureInfo.InvariantCulture), created.ToString(CultureInfo.InvariantCulture)).Split(' ');
        var count = int.Parse(output[0], CultureInfo.InvariantCulture);
        created += count + Load.Connections;
        return (count, double.Parse(output[1], CultureInfo.InvariantCulture));
    }

    /// <summary>A server of its own behind a counter. The median is of single requests: once a second one of them looks its session up.</summary>
    private async Task CountTurnsAsync(BenchDatabase database)
    {
        using var counter = new TurnCounter(database.SocketFolder);
        using var server = await ServerProcess.StartAsync(database.App(counter.Folder), database).ConfigureAwait(false);
        var path = Peers[0].Path;
        await CountAsync("get", at => server.GetAsync($"{path}/{BenchDatabase.PatientId(BenchDatabase.Tenants * at)}", 1)).ConfigureAwait(false);
        await CountAsync("list", _ => server.GetAsync(path + "?limit=50", 1)).ConfigureAwait(false);
        await CountAsync("create", at => server.PostAsync(path, $$"""{"name":"Counted {{at}}","dateOfBirth":"1980-02-29"}""", 1)).ConfigureAwait(false);

        async Task CountAsync(string operation, Func<int, Task<string>> ask)
        {
            var turns = new List<double>();
            for (var at = 0; at < Counted; at++)
            {
                var before = counter.Turns;
                await ask(at).ConfigureAwait(false);
                turns.Add(counter.Turns - before);
            }
            measures.Add($"api.{operation}.round-trips", Measures.Median(turns), 1);
        }
    }

    private sealed record Peer(string Name, string Path);

    private sealed record Operation(string Name, double TimesIdiomatic, double? MostBytes);
}
