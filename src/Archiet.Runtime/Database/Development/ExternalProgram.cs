using System.Diagnostics;

namespace Archiet;

/// <summary>What a program of another's said and how it ended.</summary>
internal readonly record struct ProgramRun(int ExitCode, string Output);

/// <summary>Runs other programs to their end.</summary>
internal static class ExternalProgram
{
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a program with exactly these arguments; no shell reads them.</summary>
    public static async Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // One that every user can enter: the server's may not be able to enter ours.
            WorkingDirectory = OperatingSystem.IsWindows() ? "" : "/",
        };
        // Messages are looked at and shown: one language.
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        // A server that the program started may keep its pipes open: what it said itself has arrived by now.
        var said = Task.WhenAll(output, errors);
        await Task.WhenAny(said, Task.Delay(LastWords, CancellationToken.None)).ConfigureAwait(false);
        return new(process.ExitCode, said.IsCompletedSuccessfully ? string.Join('\n', said.Result).Trim() : "");
    }

    /// <summary>Runs a program that must succeed.</summary>
    public static async Task DemandAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var run = await RunAsync(program, arguments, cancel).ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            throw new ArchietStartupException($"{Path.GetFileName(program)} ended with {run.ExitCode}: {run.Output}");
        }
    }
}
