using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>An app that a dotnet command started in Development, with a database folder of its own, on a port that the system chose.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private const int Terminate = 15;
    private const string Crash = "Unhandled exception.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly HttpClient _http = new();

    private RunningApp(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // Nobody at the keyboard: a question would be answered by the end of the input.
        process.StandardInput.Close();
    }

    /// <summary>All that was written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Where the app listens: the last address it wrote, since each restart takes a new one.</summary>
    private Uri? Address => ListeningLine.Matches(Output) is { Count: > 0 } lines ? new Uri(lines[^1].Groups["address"].Value) : null;

    public static RunningApp Start(string folder, string databaseFolder, params string[] arguments) =>
        new(Dotnet.Start(folder, arguments, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Archiet__Development__Folder"] = databaseFolder,
        }));

    /// <summary>Asks a path until it answers as wanted: the app may be starting, or between two starts.</summary>
    public async Task<string> UntilAsync(string path, Func<string, bool> wanted)
    {
        var (clock, last) = (Stopwatch.StartNew(), "nothing answered");
        while (clock.Elapsed < Patience)
        {
            Assert.That(_process.HasExited || Output.Contains(Crash, StringComparison.Ordinal), Is.False, Output);
            try
            {
                using var response = await AnswerAsync(new HttpRequestMessage(HttpMethod.Get, path));
                var text = await response.Content.ReadAsStringAsync();
                if (response.IsSuccessStatusCode && wanted(text))
                {
                    return text;
                }
                last = $"{(int)response.StatusCode} {text}";
            }
            catch (HttpRequestException refused)
            {
                last = refused.Message;
            }
            await Task.Delay(100);
        }
        throw new AssertionException($"Within {Patience}: {last}\n{Output}");
    }

    /// <summary>Sends one request; a refused one fails the test.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var response = await AnswerAsync(request);
        Assert.That(response.IsSuccessStatusCode, Is.True, $"{request.RequestUri}: {response}\n{await response.Content.ReadAsStringAsync()}\n{Output}");
        return response;
    }

    public async ValueTask DisposeAsync()
    {
        // The terminal's way to stop it, so that the app takes its database along.
        if (!_process.HasExited && (OperatingSystem.IsWindows() || Kill(_process.Id, Terminate) != 0 || !_process.WaitForExit(TimeSpan.FromSeconds(20))))
        {
            _process.Kill(entireProcessTree: true);
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(Address ?? throw new HttpRequestException("It listens nowhere yet."), request.RequestUri!);
        return _http.SendAsync(request);
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.Append(line).Append('\n');
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex ListeningLine { get; }
}
