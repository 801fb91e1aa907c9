using Archiet.Conformance;
using Archiet.Conformance.Apps;
using Archiet.Conformance.Checks;
using Archiet.Conformance.Worlds;

namespace Archiet.Tour;

/// <summary>The tour of one sample: start it, sign everyone in, make every check, stop it.</summary>
internal static class Journey
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;
    private const int NotMade = 2;

    /// <summary>Makes the tour, one line a check, and returns the exit code.</summary>
    public static async Task<int> MakeAsync(string sample, TextWriter console, CancellationToken cancel)
    {
        if (!SampleApps.Names.Contains(sample, StringComparer.Ordinal))
        {
            return Usage.Show();
        }
        var report = new CheckReport(check => Print(console, check));
        try
        {
            await using var app = await AppProcess.StartAsync(SampleApps.DllOf(sample), cancel);
            await console.WriteLineAsync($"{sample} listens on {app.Address}");
            using var world = await World.EnterAsync(app.Address, await DevelopmentAccounts.ReadAsync(app.Folder));
            foreach (var group in CheckGroup.All)
            {
                cancel.ThrowIfCancellationRequested();
                await group.RunAsync(world, report);
            }
        }
        catch (ConformanceException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return NotMade;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return NotMade;
        }
        var failed = report.Results.Count(check => !check.Passed);
        await console.WriteLineAsync($"{report.Results.Count - failed} passed, {failed} failed");
        return failed == 0 ? AllPassed : SomeFailed;
    }

    private static void Print(TextWriter console, CheckResult check)
    {
        console.WriteLine($"{(check.Passed ? "ok  " : "FAIL")} {check.Group}: {check.Name}");
        foreach (var fault in check.Faults)
        {
            console.WriteLine($"     {fault.ReplaceLineEndings($"{Environment.NewLine}     ")}");
        }
    }
}
