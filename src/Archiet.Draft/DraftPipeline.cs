using Archiet.Draft.Passes;

namespace Archiet.Draft;

/// <summary>
/// From a requirements document to a draft: passes over its chunks, a merge by rules, the answers of an earlier draft, the front end, at most two repairs, and files.
/// The same for a language model and for the drafter by rules. It touches no file, no clock and no network of its own.
/// </summary>
public static class DraftPipeline
{
    /// <summary>Makes a draft.</summary>
    /// <param name="input">The document, and what earlier drafts left.</param>
    /// <param name="model">Who reads it.</param>
    /// <param name="progress">Who is told how far it is, or null.</param>
    /// <param name="cancellation">Ends it between any two steps, and within a request.</param>
    public static Task<DraftResult> RunAsync(DraftInput input, IDraftModel model, IProgress<DraftProgress>? progress = null, CancellationToken cancellation = default) =>
        new Pipeline.DraftRun(input, model, progress, cancellation).RunAsync();
}
