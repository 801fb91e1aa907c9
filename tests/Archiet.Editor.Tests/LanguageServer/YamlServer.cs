using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archiet.Editor.Tests.LanguageServer;

/// <summary>yaml-language-server as an editor starts it, spoken to over its standard streams in the Language Server Protocol.</summary>
internal sealed class YamlServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> asked = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> findings = new(StringComparer.Ordinal);
    private readonly Lock writing = new();
    private int lastId;

    private YamlServer(Process process)
    {
        this.process = process;
        _ = Task.Factory.StartNew(Listen, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Starts the server and greets it.</summary>
    public static async Task<YamlServer> StartAsync()
    {
        var script = Path.Combine(NodePackages.Installed(), "node_modules", "yaml-language-server", "bin", "yaml-language-server");
        var process = Process.Start(new ProcessStartInfo("node", [script, "--stdio"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var server = new YamlServer(process);
        await server.AskAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = null,
            ["capabilities"] = JsonNode.Parse("""
                {
                  "workspace": { "configuration": true },
                  "textDocument": {
                    "completion": { "completionItem": { "documentationFormat": ["markdown"], "snippetSupport": true } },
                    "hover": { "contentFormat": ["markdown"] },
                    "publishDiagnostics": {}
                  }
                }
                """),
        });
        server.Tell("initialized", new JsonObject());
        return server;
    }

    /// <summary>Opens a document and waits for what the server finds wrong with it.</summary>
    /// <param name="path">Where the document stands, or would stand.</param>
    /// <param name="text">What it says.</param>
    public async Task<IReadOnlyList<JsonNode>> OpenAsync(string path, string text)
    {
        var uri = UriOf(path);
        var found = findings[uri] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "yaml", ["version"] = 1, ["text"] = text },
        });
        return [.. (await found.Task.WaitAsync(Patience))!];
    }

    /// <summary>Asks about a place in an open document.</summary>
    /// <param name="method">What: textDocument/completion, textDocument/hover.</param>
    /// <param name="path">The document.</param>
    /// <param name="line">The zero-based line.</param>
    /// <param name="column">The zero-based column.</param>
    public Task<JsonNode?> AskAtAsync(string method, string path, int line, int column) => AskAsync(method, new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = column },
    });

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static string UriOf(string path) => new Uri(path).AbsoluteUri;

    private Task<JsonNode?> AskAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref lastId);
        var answer = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return answer.Task.WaitAsync(Patience);
    }

    private void Tell(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    private void Send(JsonObject message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message);
        lock (writing)
        {
            var stream = process.StandardInput.BaseStream;
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
            stream.Write(body);
            stream.Flush();
        }
    }

    private void Listen()
    {
        var stream = new BufferedStream(process.StandardOutput.BaseStream);
        while (ReadLength(stream) is { } length)
        {
            var body = new byte[length];
            stream.ReadExactly(body);
            Receive(JsonNode.Parse(body)!.AsObject());
        }
    }

    /// <summary>The length that a message's header gives, or null at the end.</summary>
    private static int? ReadLength(Stream stream)
    {
        int? length = null;
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next >= 0; next = stream.ReadByte())
        {
            if (next != '\n')
            {
                line.Append((char)next);
                continue;
            }
            var header = line.ToString().TrimEnd('\r');
            line.Clear();
            if (header.Length == 0)
            {
                return length;
            }
            if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.Parse(header["Content-Length:".Length..], CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

    private void Receive(JsonObject message)
    {
        var method = message["method"]?.GetValue<string>();
        if (method is null)
        {
            if (asked.TryRemove(message["id"]!.GetValue<int>(), out var answer))
            {
                answer.SetResult(message["result"]?.DeepClone());
            }
        }
        else if (method == "textDocument/publishDiagnostics")
        {
            var uri = message["params"]!["uri"]!.GetValue<string>();
            if (findings.TryGetValue(Uri.UnescapeDataString(uri), out var found) || findings.TryGetValue(uri, out found))
            {
                found.TrySetResult(message["params"]!["diagnostics"]!.DeepClone().AsArray());
            }
        }
        else if (message["id"] is { } id)
        {
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["result"] = method == "workspace/configuration" ? Settings(message) : null });
        }
    }

    /// <summary>The settings of someone who set nothing, without the catalogue of schemas in the network.</summary>
    private static JsonArray Settings(JsonObject request) => new(
    [
        .. request["params"]!["items"]!.AsArray().Select(static item => item!["section"]?.GetValue<string>() == "yaml"
            ? JsonNode.Parse("""{ "validate": true, "completion": true, "hover": true, "yamlVersion": "1.2", "schemaStore": { "enable": false } }""")
            : null),
    ]);
}
