namespace Archiet.DraftScore.Names;

/// <summary>Which names of a draft are which of a reference.</summary>
/// <param name="Exact">For each position in the reference, the position in the draft that has the name or an alias; -1 for none.</param>
/// <param name="Near">Pairs of positions whose names have most of their words in common, where neither has the other's name.</param>
internal sealed record NameMatches(int[] Exact, IReadOnlyList<(int Reference, int Draft)> Near);

/// <summary>Matches names one to one: as many by name or alias as can be, then as many that are near.</summary>
internal static class NameMatcher
{
    /// <summary>How much of their words two names share that are near.</summary>
    public const double NearFrom = 0.6;

    private const long ExactWeight = 1_000_000_000;
    private const long FirstNameWeight = 10_000;
    private const long NearWeight = 1_000;

    /// <summary>Matches names.</summary>
    /// <param name="reference">For each, its name and then its aliases.</param>
    /// <param name="draft">For each, its names; one or several spellings of it.</param>
    public static NameMatches Match(IReadOnlyList<IReadOnlyList<FoldedName>> reference, IReadOnlyList<IReadOnlyList<FoldedName>> draft)
    {
        var assigned = Assignment.Best(reference.Count, draft.Count, (row, column) => Weight(reference[row], draft[column]));
        var exact = new int[assigned.Length];
        var near = new List<(int, int)>();
        for (var i = 0; i < assigned.Length; i++)
        {
            var isExact = assigned[i] >= 0 && Weight(reference[i], draft[assigned[i]]) >= ExactWeight;
            exact[i] = isExact ? assigned[i] : -1;
            if (!isExact && assigned[i] >= 0)
            {
                near.Add((i, assigned[i]));
            }
        }
        return new(exact, near);
    }

    private static long Weight(IReadOnlyList<FoldedName> reference, IReadOnlyList<FoldedName> draft)
    {
        if (reference.Any(name => draft.Any(other => other.Key == name.Key)))
        {
            return ExactWeight + (draft.Any(other => other.Key == reference[0].Key) ? FirstNameWeight : 0);
        }
        var best = reference.SelectMany(name => draft.Select(name.Jaccard)).DefaultIfEmpty().Max();
        return best >= NearFrom ? (long)(best * NearWeight) : 0;
    }
}
