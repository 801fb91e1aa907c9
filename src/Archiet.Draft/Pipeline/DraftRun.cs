using Archiet.Draft.Items;
using Archiet.Draft.Merging;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Questions;
using Archiet.Draft.Writing;

namespace Archiet.Draft.Pipeline;

/// <summary>One run of the pipeline.</summary>
internal sealed class DraftRun(DraftInput input, IDraftModel model, IProgress<DraftProgress>? progress, CancellationToken cancellation)
{
    private readonly PassRunner passes = new(model, progress, cancellation);
    private readonly DraftFileNames names = new(input.Name);

    public async Task<DraftResult> RunAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        if (input.Document.Sentences.Count == 0)
        {
            return Failed(EquatableArray.Of(DraftFindings.NoSentence(input.Document.Name)));
        }
        var (former, findings) = FormerFiles.Read(input, names);
        if (former is null)
        {
            return Failed(findings);
        }
        var chunks = Chunker.Split(input.Document.Sentences, model.ReadsWhole ? int.MaxValue : input.ChunkTokens);
        if (chunks.Uncovered.Count > 0)
        {
            return Failed(DraftFindings.TooLong(input, chunks.Uncovered));
        }
        try
        {
            await passes.RunAsync(chunks.All).ConfigureAwait(false);
            var draft = await new DraftCompiler(input, former.Answers, passes, CanRepair, cancellation).CompileAsync().ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            return Done(former, draft);
        }
        catch (UncoveredException uncovered)
        {
            return Failed(DraftFindings.Uncovered(uncovered));
        }
    }

    /// <summary>Rules say the same again.</summary>
    private bool CanRepair => !model.Name.StartsWith("rules", StringComparison.Ordinal);

    private DraftResult Done(FormerFiles former, CompiledDraft draft)
    {
        var (files, findings) = new DraftFiles(input, names, model.Name, passes.Records.ToEquatableArray()).Of(former, draft);
        return new(files, findings) { Questions = draft.Draft.Questions, Passes = passes.Records.ToEquatableArray() };
    }

    private DraftResult Failed(EquatableArray<DraftFinding> findings) => new(EquatableArray<DraftFile>.Empty, findings) { Passes = passes.Records.ToEquatableArray() };
}
