using Archiet.DraftScore.Names;

namespace Archiet.DraftScore.Scoring;

/// <summary>Scores lists of names that were matched: what is optional in the reference counts for nothing and against nothing, found or not.</summary>
internal static class NamedScores
{
    /// <summary>The score of a category.</summary>
    /// <param name="matches">Which are which.</param>
    /// <param name="reference">The reference's names, and whether each is optional.</param>
    /// <param name="draft">The draft's names.</param>
    public static CategoryScore Of(NameMatches matches, IReadOnlyList<(string Name, bool IsOptional)> reference, IReadOnlyList<string> draft)
    {
        var found = matches.Exact.Where(static column => column >= 0).ToHashSet();
        var hits = matches.Exact.Where((column, row) => column >= 0 && !reference[row].IsOptional).Count();
        var missed = reference.Where((item, row) => !item.IsOptional && matches.Exact[row] < 0).Select(static item => item.Name).ToList();
        var invented = draft.Where((_, column) => !found.Contains(column)).ToList();
        var near = matches.Near.Count(pair => !reference[pair.Reference].IsOptional);
        return new(new(hits, missed.Count, invented.Count), near) { Missed = missed, Invented = invented };
    }
}
