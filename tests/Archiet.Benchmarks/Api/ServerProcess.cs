using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Archiet.Benchmarks.Api;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new();

    private ServerProcess(Process process, string address)
    {
        this.process = process;
        Address = address;
    }

    public string Address { get; }

    /// <summary>Starts a server that may migrate, in production and quiet, with the garbage collector that web apps have.</summary>
    public static async Task<ServerProcess> StartAsync(string app, BenchDatabase database)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. ChildProcess.SelfPrefix(), "api", "serve", app])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ConnectionStrings__Archiet"] = app,
                ["ConnectionStrings__ArchietMigrator"] = database.Migrator,
                ["ConnectionStrings__ArchietLogin"] = database.Login,
                ["Logging__LogLevel__Default"] = "Warning",
                ["DOTNET_gcServer"] = "1",
            },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("http://", StringComparison.Ordinal))
            {
                return new(process, line);
            }
            Console.WriteLine(line);
        }
        throw new InvalidOperationException("The server ended before it served.");
    }

    /// <summary>Bytes allocated and milliseconds of processor time since the server's start.</summary>
    public async Task<(double Allocated, double Milliseconds)> StatisticsAsync()
    {
        var text = await client.GetStringAsync(new Uri(Address + BenchServer.Statistics)).ConfigureAwait(false);
        var figures = text.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return (figures[0], figures[1]);
    }

    /// <summary>A GET by somebody of a practice; the body of the answer.</summary>
    public Task<string> GetAsync(string path, int tenant, string role = BenchDatabase.Owner) => SendAsync(HttpMethod.Get, path, null, tenant, role);

    /// <summary>A POST by a practice's owner; the body of the answer.</summary>
    public Task<string> PostAsync(string path, string json, int tenant) => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), tenant, BenchDatabase.Owner);

    public void Dispose()
    {
        client.Dispose();
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task<string> SendAsync(HttpMethod method, string path, HttpContent? body, int tenant, string role)
    {
        using var request = new HttpRequestMessage(method, Address + path) { Content = body, Headers = { { "Cookie", BenchDatabase.Cookie(tenant, role) }, { "X-Archiet", "1" } } };
        using var response = await client.SendAsync(request).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        return response.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path} was answered with {response.StatusCode}: {text}");
    }
}
