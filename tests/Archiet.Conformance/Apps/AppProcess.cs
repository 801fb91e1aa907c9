using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Archiet.Conformance.Apps;

/// <summary>A built app in a process of its own: Development, a port that the system picks, a development folder of its own that goes with it.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process, string folder)
    {
        this.process = process;
        Folder = folder;
    }

    /// <summary>Where the app listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The development folder: the private cluster and the accounts.</summary>
    public string Folder { get; }

    /// <summary>What the app wrote to its console so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts a dll and waits until it listens.</summary>
    /// <exception cref="ConformanceException">The app ended, or did not listen in time; the message has what it wrote.</exception>
    public static async Task<AppProcess> StartAsync(string dll, CancellationToken cancel = default)
    {
        if (!File.Exists(dll))
        {
            throw new ConformanceException($"There is no {dll}; build it first.");
        }
        var folder = Directory.CreateTempSubdirectory("archiet-").FullName;
        var start = new ProcessStartInfo("dotnet", [dll])
        {
            WorkingDirectory = Path.GetDirectoryName(dll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Archiet__Development__Folder"] = folder,
                ["NO_COLOR"] = "1",
            },
        };
        var app = new AppProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, folder);
        try
        {
            await app.ListenAsync(cancel);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks the app to end, waits until it has, and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await StopAsync();
        }
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new ConformanceException($"The app ended before it listened:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await listening.Task.WaitAsync(StartTimeout, cancel);
        }
        catch (TimeoutException timeout)
        {
            throw new ConformanceException($"The app did not listen within {StartTimeout}:\n{Output}", timeout);
        }
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }
        output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    /// <summary>By the signal that a terminal sends where there is one, so that the app stops its database in order.</summary>
    private async Task StopAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
        using var patience = new CancellationTokenSource(StopTimeout);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new ConformanceException($"The app did not end within {StopTimeout}:\n{Output}");
        }
    }

    [GeneratedRegex(@"Now listening on: (http://[^\s/]+)")]
    private static partial Regex ListeningLine();
}
