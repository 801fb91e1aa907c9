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
    public string Purpose => "scores drafts: FILE --reference NAME [--details]";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        var options = ScoreOptions.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"Usage: {Name} {Purpose}").ConfigureAwait(false);
            return 2;
        }
        var reference = ReferenceLibrary.All().FirstOrDefault(reference => reference.Name == options.Reference);
        if (reference is null)
        {
            await Console.Error.WriteLineAsync($"There is no reference '{options.Reference}'; there are {string.Join(", ", ReferenceLibrary.All().Select(static known => known.Name))}.").ConfigureAwait(false);
            return 2;
        }
        var draft = await ReadAsync(options.File!).ConfigureAwait(false);
        var scores = Scorer.Score(reference, draft);
        Console.Write(ScoreTable.Write(reference.Name, [scores]));
        Console.Write(options.WithDetails ? ScoreTable.WriteDetails(scores) : "");
        return 0;
    }

    private static async Task<ScoredDraft> ReadAsync(string path)
    {
        var sidecar = path.Replace(".genome.yaml", ".sources.yaml", StringComparison.Ordinal);
        return DraftReader.Read(
            new(Path.GetFileName(path), await File.ReadAllTextAsync(path).ConfigureAwait(false)),
            sidecar != path && File.Exists(sidecar) ? new(Path.GetFileName(sidecar), await File.ReadAllTextAsync(sidecar).ConfigureAwait(false)) : null);
    }
}
