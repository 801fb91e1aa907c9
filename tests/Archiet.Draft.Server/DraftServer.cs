using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archiet.Draft.Server;

/// <summary>A server on loopback that speaks both dialects, judges every request, and answers as it is told.</summary>
public sealed class DraftServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<ServerRequest, ServerAnswer> _answer;
    private readonly ServerRules _rules;
    private readonly ConcurrentQueue<ServerRequest> _requests = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly SemaphoreSlim _stalls = new(0);
    private readonly CancellationTokenSource _ending = new();

    private DraftServer(WebApplication app, Func<ServerRequest, ServerAnswer> answer, ServerRules rules) => (_app, _answer, _rules) = (app, answer, rules);

    /// <summary>The address, without a path.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Every request that came, in its order.</summary>
    public IReadOnlyList<ServerRequest> Requests => [.. _requests];

    /// <summary>What was wrong with them.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    /// <summary>Starts a server.</summary>
    /// <param name="answer">What it does with a request that has no fault; one that has is answered with 400.</param>
    /// <param name="rules">What it holds requests to.</param>
    public static async Task<DraftServer> StartAsync(Func<ServerRequest, ServerAnswer> answer, ServerRules? rules = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new DraftServer(app, answer, rules ?? new());
        foreach (var dialect in (ServerDialect[])[ServerDialect.OpenAi, ServerDialect.Anthropic])
        {
            app.MapPost(dialect.Path, context => server.AnswerAsync(dialect, context));
        }
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return server;
    }

    /// <summary>Waits until the server keeps somebody waiting, whom nobody waited for yet.</summary>
    public async Task StallAsync()
    {
        if (!await _stalls.WaitAsync(TimeSpan.FromMinutes(2)))
        {
            throw new TimeoutException("No request stalled.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _app.DisposeAsync();
        _ending.Dispose();
        _stalls.Dispose();
    }

    private async Task AnswerAsync(ServerDialect dialect, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.Select(static header => $"{header.Key}: {header.Value}").ToList();
        var request = new ServerRequest(dialect, body, headers, context.Request.Path + context.Request.QueryString.Value);
        _requests.Enqueue(request);
        var faults = RequestCheck.FaultsOf(request, context.Request.Headers, _rules).ToList();
        faults.ForEach(_faults.Enqueue);
        await SendAsync(faults.Count > 0 ? ServerAnswer.Error(400, "The test server complains: " + string.Join("; ", faults)) : _answer(request), dialect, context);
    }

    private async Task SendAsync(ServerAnswer answer, ServerDialect dialect, HttpContext context)
    {
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers.Append(name, value);
        }
        switch (answer)
        {
            case Written written:
                await SendAsync(context, 200, "application/json", Bytes(dialect.Envelope(written)));
                break;
            case Failed failed:
                await SendAsync(context, failed.Status, "application/json", Bytes(dialect.Envelope(failed)));
                break;
            case Bytes bytes:
                await SendAsync(context, bytes.Status, bytes.ContentType, bytes.Body);
                break;
            case Broken broken:
                await BreakAsync(broken, context);
                break;
            default:
                throw new InvalidOperationException(answer.GetType().Name);
        }
    }

    private async Task BreakAsync(Broken broken, HttpContext context)
    {
        if (broken.AfterHeaders)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"id\": ");
            await context.Response.Body.FlushAsync();
        }
        if (broken.Stalls)
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _ending.Token);
            _stalls.Release();
            await Task.Delay(Timeout.Infinite, gone.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        context.Abort();
    }

    private static async Task SendAsync(HttpContext context, int status, string contentType, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
