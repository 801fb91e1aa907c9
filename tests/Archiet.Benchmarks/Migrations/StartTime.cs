using System.Diagnostics;
using System.Globalization;
using Archiet.Benchmarks.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet.Benchmarks.Migrations;

/// <summary>
/// What it takes an app to find that its database is up to date, over connecting to it: each in a process of its own, as at a start, where nothing is compiled yet and
/// no connection is open.
/// </summary>
internal static class StartTime
{
    private const int Rounds = 15;
    private const double Goal = 50;
    private const string Connect = "connect", Start = "start";

    /// <summary>Measures both by turns.</summary>
    public static async Task MeasureAsync(Measures measures)
    {
        using var database = await BenchDatabase.StartAsync().ConfigureAwait(false);
        using (await ServerProcess.StartAsync(database.App(), database).ConfigureAwait(false))
        {
            Console.WriteLine("the database is up to date");
        }
        for (var round = 1; round <= Rounds; round++)
        {
            var (connect, start) = (Time(Connect), Time(Start));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: to connect {connect:0.0} ms, to start {start:0.0} ms"));
            measures.Add("migrations.start.over-connecting.ms", start - connect, Goal);
        }

        double Time(string what) => double.Parse(ChildProcess.RunSelf("migrations", what, database.App()), CultureInfo.InvariantCulture);
    }

    /// <summary>In a process of its own: prints milliseconds.</summary>
    public static async Task<int> RunAsync(string what, string connectionString)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production", "--ConnectionStrings:Archiet", connectionString, "--Logging:LogLevel:Default", "Warning"]);
        BenchServer.AddClinic(builder);
        await using var app = builder.Build();
        var database = app.Services.GetRequiredService<AppDatabase>();
        var since = Stopwatch.GetTimestamp();
        switch (what)
        {
            case Connect:
                await using (var connection = await database.Source.OpenConnectionAsync().ConfigureAwait(false))
                {
                    await using var nothing = new NpgsqlCommand("SELECT 1", connection);
                    await nothing.ExecuteScalarAsync().ConfigureAwait(false);
                }
                break;
            case Start:
                await database.StartAsync(CancellationToken.None).ConfigureAwait(false);
                break;
            default:
                throw new ArgumentException($"Neither {Connect} nor {Start}: {what}.", nameof(what));
        }
        Console.WriteLine(Stopwatch.GetElapsedTime(since).TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture));
        return 0;
    }
}
