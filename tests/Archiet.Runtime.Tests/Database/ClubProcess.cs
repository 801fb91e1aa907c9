using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Archiet.Runtime.Tests.Database;

/// <summary>The club in a process of its own.</summary>
internal sealed class ClubProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<string> address = new();

    private ClubProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The process ended."));
        process.EnableRaisingEvents = true;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', output);

    /// <summary>Whether the process told of a place in code.</summary>
    public bool HasStack => output.Any(line => line.Contains("   at Archiet.", StringComparison.Ordinal));

    public static ClubProcess Start(string? folder, string environment = "Development", params string[] settings)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["exec", typeof(ClubProcess).Assembly.Location, $"--environment={environment}", "--urls=http://127.0.0.1:0", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "";
        if (folder is not null)
        {
            start.ArgumentList.Add($"--{DevelopmentFolder.Setting}={folder}");
        }
        return new(new Process { StartInfo = start });
    }

    /// <summary>The same with a terminal for its output.</summary>
    public static ClubProcess StartOnTerminal(string folder, string environment, params string[] settings)
    {
        string[] command = [Environment.ProcessPath!, "exec", typeof(ClubProcess).Assembly.Location, $"--environment={environment}", "--urls=http://127.0.0.1:0", $"--{DevelopmentFolder.Setting}={folder}", .. settings];
        return new(new Process
        {
            StartInfo = new("script", ["--quiet", "--return", "--command", string.Join(' ', command.Select(static part => $"'{part}'")), "/dev/null"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        });
    }

    /// <summary>Waits until the app has said where it is, and asks it whether it is ready.</summary>
    public async Task<ClubProcess> ReadyAsync()
    {
        try
        {
            using var client = await ClientAsync();
            Assert.That((int)(await client.GetAsync("/health/ready")).StatusCode, Is.EqualTo(200), Output);
        }
        catch (InvalidOperationException)
        {
            await process.WaitForExitAsync();
            Assert.Fail(Output);
        }
        return this;
    }

    public async Task<HttpClient> ClientAsync() => new() { BaseAddress = new(await address.Task.WaitAsync(Patience)) };

    /// <summary>Logs in over HTTP; the session, or null.</summary>
    public async Task<JsonElement?> LoginAsync(string email, string password)
    {
        using var client = await ClientAsync();
        client.DefaultRequestHeaders.Add(CrossSiteGuard.ProgramHeader, "1");
        using var response = await client.PostAsJsonAsync("/auth/login", new { email, password });
        return response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    /// <summary>Ends it as a terminal does.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Ends it without a last word.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Waits for the end of a process that cannot start.</summary>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
        process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }
        output.Enqueue(line);
        if (Regex.Match(line, "Now listening on: (http://\\S+)") is { Success: true } match)
        {
            address.TrySetResult(match.Groups[1].Value);
        }
    }
}
