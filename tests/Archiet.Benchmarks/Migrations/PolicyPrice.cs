using System.Globalization;
using Archiet.Benchmarks.Api;

namespace Archiet.Benchmarks.Migrations;

/// <summary>
/// What row-level security costs a request: one server and one database, the policies on and off by turns within a round. The server sends the same statements both
/// times, so that the difference is PostgreSQL's.
/// </summary>
internal static class PolicyPrice
{
    private const int Rounds = 5;
    private const double WarmSeconds = 4, RunSeconds = 3;
    private const double Goal = 0.9;
    private const string Path = "/api/patients";

    /// <summary>Measures get, list and create.</summary>
    public static async Task MeasureAsync(Measures measures)
    {
        Console.WriteLine("starting PostgreSQL and a server, seeding 100,000 patients of 100 practices");
        using var database = await BenchDatabase.StartAsync().ConfigureAwait(false);
        using var server = await ServerProcess.StartAsync(database.App(), database).ConfigureAwait(false);
        await database.SeedAsync().ConfigureAwait(false);
        var created = 0;
        string[] operations = ["get", "list", "create"];
        foreach (var operation in operations)
        {
            Load(operation, WarmSeconds);
        }
        Console.WriteLine("round operation policies   req/s   db us");
        for (var round = 1; round <= Rounds; round++)
        {
            foreach (var operation in operations)
            {
                var on = await RunAsync(round, operation, on: true).ConfigureAwait(false);
                var off = await RunAsync(round, operation, on: false).ConfigureAwait(false);
                measures.Add($"migrations.policies.{operation}.times-without", on / off, Goal, atLeast: true);
            }
        }

        async Task<double> RunAsync(int round, string operation, bool on)
        {
            await database.UsePoliciesAsync(on).ConfigureAwait(false);
            // Statements are planned anew after the change.
            Load(operation, 0.5);
            var before = DatabaseTime.Milliseconds(database.ServerProcess);
            var (count, milliseconds) = Load(operation, RunSeconds);
            var spent = DatabaseTime.Milliseconds(database.ServerProcess) - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round,-5} {operation,-9} {(on ? "on" : "off"),-8} {count / milliseconds * 1000,7:0} {spent / count * 1000,7:0.0}"));
            return count / milliseconds;
        }

        (int Count, double Milliseconds) Load(string operation, double seconds)
        {
            var output = ChildProcess.RunSelf(
                "api", "load", server.Address, operation, Path, seconds.ToString(CultureInfo.InvariantCulture), created.ToString(CultureInfo.InvariantCulture)).Split(' ');
            var count = int.Parse(output[0], CultureInfo.InvariantCulture);
            created += count + Api.Load.Connections;
            return (count, double.Parse(output[1], CultureInfo.InvariantCulture));
        }
    }
}
