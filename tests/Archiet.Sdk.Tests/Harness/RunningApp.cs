using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>An app that a dotnet command started, in Development unless it was told otherwise, with a database folder of its own, on a port that the system chose.</summary>
internal sealed partial class RunningApp : IAsyncDisposable
{
    private const string Crash = "Unhandled exception.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly string _databaseFolder;
    private readonly StringBuilder _output = new();
    private readonly HttpClient _http = new();

    private RunningApp(Process process, string databaseFolder)
    {
        (_process, _databaseFolder) = (process, databaseFolder);
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

    public static RunningApp Start(string folder, string databaseFolder, params string[] arguments) => Start(folder, databaseFolder, [], arguments);

    /// <summary>Starts it with environment variables of the test's.</summary>
    public static RunningApp Start(string folder, string databaseFolder, Dictionary<string, string> variables, string[] arguments)
    {
        variables.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        variables.TryAdd("ASPNETCORE_URLS", "http://127.0.0.1:0");
        variables.TryAdd("Archiet__Development__Folder", databaseFolder);
        return new(Dotnet.Start(folder, arguments, variables), databaseFolder);
    }

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

    /// <summary>Ends the command and the app, and leaves the database to others that use it.</summary>
    public async Task EndAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>Ends the command, the app and its database; the last by itself, also when the others were given no time to say goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
        _http.Dispose();
        var clock = Stopwatch.StartNew();
        while (Directory.EnumerateFiles(_databaseFolder, "postmaster.pid", SearchOption.AllDirectories).Any())
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience), $"The database in {_databaseFolder} goes on without its app.");
            await Task.Delay(100);
        }
    }

    /// <summary>Sends one request, whatever comes of it.</summary>
    public Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request)
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

    [GeneratedRegex(@"Now listening on: (?<address>http://[^\s""]+)")]
    private static partial Regex ListeningLine { get; }
}
