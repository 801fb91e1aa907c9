using Archiet.DraftScore.Model;
using Archiet.DraftScore.Names;

namespace Archiet.DraftScore.Scoring;

/// <summary>Scores what the language has no words for yet: screens and regimes.</summary>
internal static class LaterScorer
{
    /// <summary>Screens: by name; else by entity and kind.</summary>
    public static CategoryScore Screens(Matched matched)
    {
        var (wanted, found) = (matched.Reference.Screens, matched.Draft.Screens);
        var byName = NameMatcher.Match([.. wanted.Select(screen => matched.Fold(screen.Names))], [.. found.Select(screen => matched.Fold(screen.Names))]);
        var exact = (int[])byName.Exact.Clone();
        var taken = exact.Where(static column => column >= 0).ToHashSet();
        for (var row = 0; row < exact.Length; row++)
        {
            for (var column = 0; column < found.Count && exact[row] < 0; column++)
            {
                exact[row] = IsSame(matched, wanted[row], found[column]) && taken.Add(column) ? column : -1;
            }
        }
        return NamedScores.Of(new(exact, []), [.. wanted.Select(static screen => (screen.Names[0], screen.IsOptional))], [.. found.Select(static screen => screen.Names[0])]);
    }

    /// <summary>Regimes: by name.</summary>
    public static CategoryScore Regimes(Matched matched)
    {
        var (wanted, found) = (matched.Reference.Regimes, matched.Draft.Regimes);
        var matches = NameMatcher.Match([.. wanted.Select(regime => matched.Fold(regime.Names))], [.. found.Select(regime => matched.Fold(regime.Names))]);
        return NamedScores.Of(matches, [.. wanted.Select(static regime => (regime.Names[0], regime.IsOptional))], [.. found.Select(static regime => regime.Names[0])]);
    }

    private static bool IsSame(Matched matched, ScoredScreen wanted, ScoredScreen found) =>
        wanted.Entity.Length > 0 && wanted.Kinds.Contains(found.Kinds[0]) && matched.EntityOf(found.Entity)?.Names[0] == wanted.Entity;
}
