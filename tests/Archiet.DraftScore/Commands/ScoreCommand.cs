using Archiet.DraftScore.Drafting;
using Archiet.DraftScore.Model;
using Archiet.DraftScore.Output;
using Archiet.DraftScore.Reading;
using Archiet.DraftScore.Scoring;

namespace Archiet.DraftScore.Commands;

/// <summary>Scores drafts against the references.</summary>
internal sealed class ScoreCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "score";

    /// <inheritdoc/>
    public string Purpose =>
        "scores drafts: FILE --reference NAME, or [--drafter rules] [--document NAME] [--documents FOLDER] [--output FOLDER]; [--details] [--floor F1]";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        if (ScoreOptions.Parse(args) is not { } options)
        {
            return await CommandLine.RefuseAsync($"Usage: {Name} {Purpose}").ConfigureAwait(false);
        }
        var references = ReferenceLibrary.All().Where(reference => options.Reference is null || reference.Name == options.Reference).ToList();
        if (references.Count == 0)
        {
            return await CommandLine.RefuseAsync($"There is no reference '{options.Reference}'; there are {string.Join(", ", ReferenceLibrary.All().Select(static known => known.Name))}.").ConfigureAwait(false);
        }
        var all = new List<DraftScores>();
        if (options.File is { } file)
        {
            all.Add(Print(references[0], await ReadAsync(file).ConfigureAwait(false), options));
        }
        else
        {
            var drafts = await CommandLine.DraftAsync(references, options).ConfigureAwait(false);
            if (drafts is null)
            {
                return 2;
            }
            var scored = drafts.Select(draft => (draft.Reference, Scores: Print(draft.Reference, InProcessDrafter.Read(draft.Files), options))).ToList();
            // What the authors of the rules had on the desk, and what they had not, are not added up.
            all.AddRange(scored.Where(draft => !draft.Reference.IsHeldOut || scored.Count == 1).Select(static draft => draft.Scores));
            Console.Write(scored.Count > 1 ? ScoreTable.Write("all documents but the one held out", all) : "");
            Console.Write(scored.Count > 1 ? ScoreTable.WriteSummary([.. scored.Select(static draft => (draft.Reference.Name, draft.Scores))]) : "");
        }
        var f1 = all.Aggregate(Counts.None, static (sum, scores) => sum + scores.Entities.Counts).F1;
        return f1 >= options.Floor ? 0 : await CommandLine.RefuseAsync($"The F1 of entities is {ScoreTable.Two(f1)}, below {ScoreTable.Two(options.Floor)}.").ConfigureAwait(false);
    }

    private static DraftScores Print(Reference reference, ScoredDraft draft, ScoreOptions options)
    {
        var scores = Scorer.Score(reference, draft);
        Console.Write(ScoreTable.Write(reference.Name, [scores]));
        Console.Write(options.WithDetails ? ScoreTable.WriteDetails(scores) : "");
        return scores;
    }

    private static async Task<ScoredDraft> ReadAsync(string path)
    {
        var sidecar = path.Replace(".genome.yaml", ".sources.yaml", StringComparison.Ordinal);
        return DraftReader.Read(
            new(Path.GetFileName(path), await File.ReadAllTextAsync(path).ConfigureAwait(false)),
            sidecar != path && File.Exists(sidecar) ? new(Path.GetFileName(sidecar), await File.ReadAllTextAsync(sidecar).ConfigureAwait(false)) : null);
    }
}
