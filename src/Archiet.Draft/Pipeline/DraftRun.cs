using Archiet.Draft.Passes;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Pipeline;

/// <summary>One run of the pipeline.</summary>
internal sealed class DraftRun(DraftInput input, IDraftModel model, IProgress<DraftProgress>? progress, CancellationToken cancellation)
{
    private readonly PassRunner passes = new(model, progress, cancellation);

    public async Task<DraftResult> RunAsync()
    {
        try
        {
            await passes.RunAsync([input.Document.Sentences]).ConfigureAwait(false);
        }
        catch (UncoveredException uncovered)
        {
            return new(EquatableArray<DraftFile>.Empty, DraftFindings.Uncovered(uncovered)) { Passes = passes.Records.ToEquatableArray() };
        }
        return new(EquatableArray<DraftFile>.Empty, EquatableArray<DraftFinding>.Empty) { Passes = passes.Records.ToEquatableArray() };
    }
}
