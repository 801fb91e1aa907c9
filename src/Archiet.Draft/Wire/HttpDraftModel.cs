using System.Globalization;
using System.Text.Json;
using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Wire.Caching;
using Archiet.Draft.Wire.Dialects;
using Archiet.Draft.Wire.Prompts;
using Archiet.Draft.Wire.Replies;
using Archiet.Draft.Wire.Sending;
using Archiet.Draft.Wire.Settings;
using Archiet.Draft.Wire.Shapes;

namespace Archiet.Draft.Wire;

/// <summary>A language model behind HTTP: asks the cache first, then, if it may, the server; one request at a time.</summary>
public sealed class HttpDraftModel : IDraftModel, IDisposable
{
    private readonly WireOptions _options;
    private readonly WireDialect _dialect;
    private readonly WireClient _client;
    private readonly AnswerCache _cache;
    private readonly DryRun? _dryRun;

    /// <summary>A model.</summary>
    /// <param name="options">Whom to ask, and within which limits.</param>
    /// <param name="surroundings">The clock and what else it needs; without any, the machine's.</param>
    /// <param name="standIn">Who answers in a dry run, so that the requests of later passes are written too; without one nothing is found.</param>
    public HttpDraftModel(WireOptions options, WireSurroundings? surroundings = null, IDraftModel? standIn = null)
    {
        _options = options;
        _dialect = WireDialect.Of(options.Dialect);
        _client = new(options, _dialect, (surroundings ?? new()) with { RepliesFolder = options.RepliesFolder });
        _cache = new(options.CacheFolder);
        _dryRun = options.DryRunFolder.Length > 0 ? new(options.DryRunFolder, standIn) : null;
    }

    /// <inheritdoc/>
    public string Name => $"{_dialect.Name} {_options.Url.Host} {_options.Model}";

    /// <inheritdoc/>
    public async Task<PassAnswer> AnswerAsync(PassRequest request, CancellationToken cancellation)
    {
        if (!MarkedMaterial.SentencesOf(request).Any())
        {
            return new(EquatableArray<DraftItem>.Empty, PassUsage.None);
        }
        if (request.Pass != DraftPass.Repair)
        {
            return await AskAsync(request, PassShapes.Of(request.Pass), cancellation).ConfigureAwait(false);
        }
        // A kind at a time: all kinds in one schema are more than servers take.
        var whole = new PassAnswer(EquatableArray<DraftItem>.Empty, PassUsage.None);
        foreach (var kind in request.Refused.GroupBy(PassShapes.Of))
        {
            var part = await AskAsync(request with { Refused = kind.ToEquatableArray() }, [kind.Key], cancellation).ConfigureAwait(false);
            whole = Joined(whole, part);
        }
        return whole;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<PassAnswer> AskAsync(PassRequest request, IReadOnlyList<ItemShape> shapes, CancellationToken cancellation)
    {
        var asked = new WireRequest(request.Pass, PassPrompt.Of(request, shapes), shapes);
        var sentences = MarkedMaterial.SentencesOf(request).Select(static sentence => sentence.Id).ToHashSet(StringComparer.Ordinal);
        var reader = new AnswerReader(shapes, sentences);
        var prompt = AnswerKey.OfPrompt(asked);
        var key = AnswerKey.Of(asked, _dialect, _options);
        if (_cache.Find(asked.PassName, key) is { } cached)
        {
            return Read(reader, cached.Answer, PassUsage.None with { Model = cached.Answered, IsCached = true, PromptHash = prompt });
        }
        if (_options.IsOffline)
        {
            throw NotCached(asked, key, request);
        }
        var body = _dialect.Body(_options, asked);
        if (_dryRun is not null)
        {
            return await _dryRun.AnswerAsync(asked.PassName, body, request, cancellation).ConfigureAwait(false);
        }
        var answer = await _client.SendAsync(asked, body, reader, cancellation).ConfigureAwait(false);
        _cache.Keep(new(key, asked.PassName, Name, answer.Usage.Model, [.. sentences.Order(StringComparer.Ordinal)], answer.Root));
        return Read(reader, answer.Root, answer.Usage with { PromptHash = prompt });
    }

    private static PassAnswer Read(AnswerReader reader, JsonElement root, PassUsage usage)
    {
        var (items, notes) = reader.Read(root);
        return new(items, usage) { Notes = notes };
    }

    private DraftModelException NotCached(WireRequest asked, string key, PassRequest request)
    {
        var place = _cache.PathOf(asked.PassName, key);
        var lines = string.Create(CultureInfo.InvariantCulture, $"{request.Sentences[0].Line} to {request.Sentences[^1].Line}");
        return new(
            WireDiagnostics.NotCached,
            $"'ArchietDraftOffline' is true, and the cache has no answer of '{Name}' for the pass '{asked.PassName}' over the lines {lines} ('{place}'): "
            + "the document, the instructions or the model changed since. Draft once with a connection, and commit the cache.");
    }

    private static PassAnswer Joined(PassAnswer one, PassAnswer other) => new(
        one.Items.Concat(other.Items).ToEquatableArray(),
        new PassUsage(
            other.Usage.Model, one.Usage.Attempts + other.Usage.Attempts, one.Usage.InputTokens + other.Usage.InputTokens, one.Usage.CachedTokens + other.Usage.CachedTokens,
            one.Usage.OutputTokens + other.Usage.OutputTokens)
        {
            IsCached = other.Usage.IsCached && (one.Usage.IsCached || one.Usage == PassUsage.None),
            PromptHash = other.Usage.PromptHash,
        })
    {
        Notes = one.Notes.Concat(other.Notes).ToEquatableArray(),
    };
}
