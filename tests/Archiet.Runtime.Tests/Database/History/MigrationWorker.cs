using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>
/// A process that migrates: for each line on its input, a build of the club and a connection string, it writes a line that says what came of it. With
/// <c>--die-at=n</c> it kills itself at that place of <see cref="StatementCount"/>.
/// </summary>
internal sealed class MigrationWorker : IDisposable
{
    private const string DieAt = "--die-at=";

    private readonly Process process;

    private MigrationWorker(Process process) => this.process = process;

    /// <summary>What such a process does.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var dieAt = arguments.FirstOrDefault(argument => argument.StartsWith(DieAt, StringComparison.Ordinal)) is { } found
            ? int.Parse(found[DieAt.Length..], CultureInfo.InvariantCulture)
            : 0;
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (build, connectionString) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            using var count = new StatementCount(place =>
            {
                if (place == dieAt)
                {
                    using var self = Process.GetCurrentProcess();
                    self.Kill();
                }
            });
            await Console.Out.WriteLineAsync(await MigrateAsync(build, connectionString));
        }
    }

    /// <summary>Migrates in this process; "done", or what stands against it.</summary>
    public static async Task<string> MigrateAsync(string build, string connectionString)
    {
        try
        {
            var migrator = new Migrator(ClubHistories.App(build), TimeProvider.System, NullLogger<Migrator>.Instance);
            var outcome = await migrator.RunAsync(connectionString, PendingPolicy.Apply, identity: null, CancellationToken.None);
            return outcome.Refusal ?? (outcome.Comparison.IsCurrent ? "done" : "not current");
        }
        catch (Exception failure) when (failure is NpgsqlException or ArchietStartupException)
        {
            return $"failed: {failure.Message.ReplaceLineEndings(" ")}";
        }
    }

    public static MigrationWorker Start(int dieAt = 0)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["exec", typeof(MigrationWorker).Assembly.Location, "migrate"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (dieAt > 0)
        {
            start.ArgumentList.Add(DieAt + dieAt.ToString(CultureInfo.InvariantCulture));
        }
        return new(Process.Start(start)!);
    }

    /// <summary>What came of one; null when the process died over it.</summary>
    public async Task<string?> AskAsync(string build, string connectionString)
    {
        await process.StandardInput.WriteLineAsync($"{build} {connectionString}");
        await process.StandardInput.FlushAsync();
        return await process.StandardOutput.ReadLineAsync();
    }

    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
        process.Dispose();
    }
}
