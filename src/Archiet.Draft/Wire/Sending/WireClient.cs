using System.Net;
using System.Text;
using System.Text.Json;
using Archiet.Draft.Passes;
using Archiet.Draft.Wire.Dialects;
using Archiet.Draft.Wire.Replies;
using Archiet.Draft.Wire.Settings;

namespace Archiet.Draft.Wire.Sending;

/// <summary>Sends a request until it is answered, refused for good, or tried often enough.</summary>
internal sealed class WireClient : IDisposable
{
    /// <summary>How often a model may answer something that cannot be read.</summary>
    private const int MostUnreadable = 3;

    private readonly WireOptions _options;
    private readonly WireDialect _dialect;
    private readonly WireSurroundings _surroundings;
    private readonly TokenBudget _budget;
    private readonly RetryPauses _pauses;
    private readonly HttpClient _http;

    public WireClient(WireOptions options, WireDialect dialect, WireSurroundings surroundings)
    {
        (_options, _dialect, _surroundings) = (options, dialect, surroundings);
        _budget = new(options.MaxTokens);
        _pauses = new(surroundings.Random, surroundings.Time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // What is for this machine goes over no proxy of the environment's.
            UseProxy = !options.Url.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.Timeout,
        })
        {
            // Each attempt has a limit of its own, by a clock that tests can turn.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Archiet.Draft");
    }

    /// <summary>The answer to a request.</summary>
    /// <exception cref="DraftModelException">There is none.</exception>
    public async Task<WireAnswer> SendAsync(WireRequest request, byte[] body, AnswerReader reader, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, _surroundings.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        var until = _surroundings.Time.GetUtcNow() + _options.Deadline;
        var spent = new TokenUsage(0, 0, 0);
        var unreadable = 0;
        for (var attempt = 1; ; attempt++)
        {
            cancellation.ThrowIfCancellationRequested();
            _budget.Check(body, _options.MaxAnswerTokens, request.PassName);
            var result = await AttemptAsync(request, body, reader, linked.Token, cancellation).ConfigureAwait(false);
            spent = new(spent.Input + result.Usage.Input, spent.Cached + result.Usage.Cached, spent.Output + result.Usage.Output);
            if (result.Failed is not { } failed)
            {
                return new(result.Answer, new PassUsage(result.Model, attempt, spent.Input, spent.Cached, spent.Output));
            }
            unreadable += failed.IsModels ? 1 : 0;
            var pause = failed.IsModels ? TimeSpan.Zero : _pauses.After(attempt, failed.After);
            if (!failed.IsWorthAnother || attempt >= _options.Attempts || unreadable >= MostUnreadable || deadline.IsCancellationRequested || _surroundings.Time.GetUtcNow() + pause > until)
            {
                throw failed.ToException(_options.Url.Host, request.PassName, attempt);
            }
            _surroundings.Progress(FormattableString.Invariant(
                $"{request.PassName}: '{_options.Url.Host}' {failed.Cause}; attempt {attempt + 1} of {_options.Attempts} in {pause.TotalSeconds:0.#} s"));
            await Task.Delay(pause, _surroundings.Time, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<Attempt> AttemptAsync(WireRequest request, byte[] body, AnswerReader reader, CancellationToken limited, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _surroundings.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limited, timeout.Token);
        try
        {
            using var message = _dialect.Message(_options, body);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, linked.Token).ConfigureAwait(false);
            var received = await ReplyBody.ReadAsync(response.Content, linked.Token).ConfigureAwait(false);
            if (received is null)
            {
                return new(new FailedAttempt(WireDiagnostics.AnswerTooLarge, "answered more than 8 MB", "No draft is that large: look at 'ArchietLlmUrl'."));
            }
            return response.IsSuccessStatusCode
                ? Read(request, body, received, response, reader)
                : new(FailedStatus.Of(response, ReplyBody.LooseText(received), _options.Temperature is not null || _options.Seed is not null));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(new FailedAttempt(WireDiagnostics.TimedOut, "did not answer in time", "Raise 'ArchietLlmTimeout', or take a faster model.") { IsWorthAnother = true });
        }
        catch (HttpRequestException failed)
        {
            return new(Broken(failed.HttpRequestError == HttpRequestError.SecureConnectionError ? "has a certificate that this machine does not trust" : "could not be reached", failed)
                with
            {
                IsWorthAnother = failed.HttpRequestError != HttpRequestError.SecureConnectionError,
            });
        }
        catch (IOException failed)
        {
            return new(Broken("broke off its answer", failed));
        }
        catch (InvalidDataException failed)
        {
            return new(Broken("packed its answer wrongly", failed));
        }
    }

    private Attempt Read(WireRequest request, byte[] body, byte[] received, HttpResponseMessage response, AnswerReader reader)
    {
        try
        {
            var text = WithoutKey(ReplyBody.Text(received));
            if (Envelope(text, response) is not { } envelope)
            {
                return new(NotAModel(response));
            }
            var reply = _dialect.Read(envelope);
            if (reply is null)
            {
                return new(NotAModel(response));
            }
            var usage = _budget.Spend(reply.Usage, body, reply.Text);
            return Judge(request, reply, reader) with { Model = reply.Model, Usage = usage };
        }
        catch (DecoderFallbackException failed)
        {
            return new(Unreadable("it is not UTF-8", failed));
        }
        catch (UnreadableReplyException failed)
        {
            return new(Unreadable(failed.Message, failed));
        }
    }

    private Attempt Judge(WireRequest request, WireReply reply, AnswerReader reader)
    {
        switch (reply.End)
        {
            case ReplyEnd.Refusal:
                return new(new FailedAttempt(WireDiagnostics.Refused, "answered with a refusal", "Look at what the document asks for, or take another model."));
            case ReplyEnd.Length:
                return new(new FailedAttempt(WireDiagnostics.CutShort, "answered until its length was used up", "Take a model that writes longer answers, or split the longest section.") { IsTooLong = true });
            case ReplyEnd.Done when string.IsNullOrWhiteSpace(reply.Text):
                return new(new FailedAttempt(WireDiagnostics.Empty, "answered nothing", "Run the target again, or take another model.") { IsWorthAnother = true, IsModels = true });
            default:
                try
                {
                    return new(null) { Answer = reader.Find(reply.Text) };
                }
                catch (UnreadableReplyException failed)
                {
                    var kept = _surroundings.Keep(request, reply.Text);
                    return new(Unreadable(failed.Message + kept, failed));
                }
        }
    }

    private static JsonElement? Envelope(string text, HttpResponseMessage response)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException failed) when (response.Content.Headers.ContentType?.MediaType is "application/json")
        {
            throw new UnreadableReplyException("its JSON is broken", failed);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A server that repeats the key, by mistake or not, does not get it into any file.</summary>
    private string WithoutKey(string text) => _options.Key.Length > 0 ? text.Replace(_options.Key, "[key]", StringComparison.Ordinal) : text;

    private static FailedAttempt NotAModel(HttpResponseMessage response) => new(
        WireDiagnostics.NotAModel,
        response.Content.Headers.ContentType?.MediaType is "text/html" ? "answered with a web page" : "answered with something that is no answer of a model",
        "Look at 'ArchietLlmKind' and 'ArchietLlmUrl', and whether a proxy stands between.");

    private static FailedAttempt Broken(string cause, Exception failed) =>
        new(WireDiagnostics.NoConnection, cause, "Look at 'ArchietLlmUrl' and the network, or run the target again later: what was answered is in the cache.") { IsWorthAnother = true, Caught = failed };

    private static FailedAttempt Unreadable(string why, Exception failed) =>
        new(WireDiagnostics.Unreadable, $"gave an answer that cannot be read ({why})", "Run the target again, or take a model with structured output.") { IsWorthAnother = true, IsModels = true, Caught = failed };

    private sealed record Attempt(FailedAttempt? Failed)
    {
        public JsonElement Answer { get; init; }

        public string Model { get; init; } = "";

        public TokenUsage Usage { get; init; } = new(0, 0, 0);
    }
}

/// <summary>An answer that was taken.</summary>
/// <param name="Root">Its object.</param>
/// <param name="Usage">What it cost, failed attempts among it.</param>
internal sealed record WireAnswer(JsonElement Root, PassUsage Usage);
