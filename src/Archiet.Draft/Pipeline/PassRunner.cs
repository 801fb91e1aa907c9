using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Pipeline;

/// <summary>Asks a model for all passes over all chunks, one after another, and halves what is too long for one answer.</summary>
internal sealed class PassRunner(IDraftModel model, IProgress<DraftProgress>? progress, CancellationToken cancellation)
{
    /// <summary>Entities whose fields one request asks for.</summary>
    private const int EntityBatch = 12;

    private static readonly DraftPass[] AfterFields =
        [DraftPass.Relationships, DraftPass.Permissions, DraftPass.Behaviour, DraftPass.Screens, DraftPass.Compliance, DraftPass.Questions];

    private readonly List<DraftItem> items = [];
    private readonly List<PassRecord> records = [];
    private int steps;

    /// <summary>Everything that was found, in the order of the answers.</summary>
    public IReadOnlyList<DraftItem> Items => items;

    /// <summary>What was asked, in the order of asking.</summary>
    public IReadOnlyList<PassRecord> Records => records;

    /// <summary>Runs all passes but the repair.</summary>
    /// <exception cref="UncoveredException">A section has no answer.</exception>
    public async Task RunAsync(IReadOnlyList<EquatableArray<Sentence>> chunks)
    {
        await OverAsync(chunks, chunk => [Request(DraftPass.Vocabulary, chunk, Glossary.Of(items))]).ConfigureAwait(false);
        var known = Glossary.Of(items);
        await OverAsync(chunks, chunk => known.In(chunk).Chunk(EntityBatch).Select(batch => Request(DraftPass.Fields, chunk, known with { Entities = batch.ToEquatableArray() })))
            .ConfigureAwait(false);
        foreach (var pass in AfterFields)
        {
            await OverAsync(chunks, chunk => [Request(pass, chunk, known)]).ConfigureAwait(false);
        }
    }

    /// <summary>Asks once more for what was refused, and gives what came instead.</summary>
    public async Task<IReadOnlyList<DraftItem>> RepairAsync(EquatableArray<Sentence> sentences, EquatableArray<DraftItem> refused, EquatableArray<string> errors)
    {
        var before = items.Count;
        await AskAsync(Request(DraftPass.Repair, sentences, Glossary.Of(items)) with { Refused = refused, Errors = errors }).ConfigureAwait(false);
        return items.GetRange(before, items.Count - before);
    }

    private static PassRequest Request(DraftPass pass, EquatableArray<Sentence> sentences, Glossary known) => new(pass, sentences, known.Entities, known.Roles);

    private async Task OverAsync(IReadOnlyList<EquatableArray<Sentence>> chunks, Func<EquatableArray<Sentence>, IEnumerable<PassRequest>> requests)
    {
        for (var i = 0; i < chunks.Count; i++)
        {
            try
            {
                foreach (var request in requests(chunks[i]))
                {
                    await AskAsync(request).ConfigureAwait(false);
                }
            }
            catch (DraftModelException cause)
            {
                throw new UncoveredException(cause, [.. chunks.Skip(i).SelectMany(static chunk => chunk).Select(Sections.NameOf).Distinct(StringComparer.Ordinal)]);
            }
        }
    }

    private async Task AskAsync(PassRequest request)
    {
        cancellation.ThrowIfCancellationRequested();
        var section = Sections.NameOf(request.Sentences.Count > 0 ? request.Sentences[0] : null);
        progress?.Report(new(request.Pass, ++steps, section));
        PassAnswer answer;
        try
        {
            answer = await model.AnswerAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (DraftModelException cause) when (cause.IsTooLong && Halves(request) is { } halves)
        {
            await AskAsync(halves.First).ConfigureAwait(false);
            await AskAsync(halves.Second).ConfigureAwait(false);
            return;
        }
        items.AddRange(answer.Items);
        records.Add(new(request.Pass, section, answer.Items.Count, answer.Usage) { Notes = answer.Notes });
    }

    /// <summary>Two requests that ask for the same between them, or null for one that is as small as can be.</summary>
    private static (PassRequest First, PassRequest Second)? Halves(PassRequest request)
    {
        if (request is { Pass: DraftPass.Fields, Entities.Count: > 1 })
        {
            var half = request.Entities.Count / 2;
            return (request with { Entities = request.Entities.Take(half).ToEquatableArray() }, request with { Entities = request.Entities.Skip(half).ToEquatableArray() });
        }
        if (request.Refused.Count > 1)
        {
            var half = request.Refused.Count / 2;
            return (request with { Refused = request.Refused.Take(half).ToEquatableArray() }, request with { Refused = request.Refused.Skip(half).ToEquatableArray() });
        }
        if (request.Sentences.Count < 2)
        {
            return null;
        }
        var middle = Sections.Middle(request.Sentences);
        return (request with { Sentences = request.Sentences.Take(middle).ToEquatableArray() }, request with { Sentences = request.Sentences.Skip(middle).ToEquatableArray() });
    }
}
