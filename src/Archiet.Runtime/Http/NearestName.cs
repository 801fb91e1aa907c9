namespace Archiet;

/// <summary>Finds the name that a misspelt one was meant to be.</summary>
internal static class NearestName
{
    /// <summary>Longer names are nobody's slip.</summary>
    private const int Longest = 64;

    /// <summary>The known name with the fewest letters to add, drop, replace or swap, within a third of its length; null when none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known) => name.Length > Longest ? null : known
        .Select(candidate => (candidate, distance: Distance(name, candidate)))
        .Where(pair => pair.distance <= Math.Max(1, pair.candidate.Length / 3))
        .OrderBy(pair => pair.distance).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .Select(pair => pair.candidate).FirstOrDefault();

    private static int Distance(string left, string right)
    {
        var costs = new int[left.Length + 1, right.Length + 1];
        for (var at = 0; at <= left.Length; at++)
        {
            costs[at, 0] = at;
        }
        for (var to = 0; to <= right.Length; to++)
        {
            costs[0, to] = to;
        }
        for (var at = 1; at <= left.Length; at++)
        {
            for (var to = 1; to <= right.Length; to++)
            {
                var replaced = costs[at - 1, to - 1] + (char.ToUpperInvariant(left[at - 1]) == char.ToUpperInvariant(right[to - 1]) ? 0 : 1);
                costs[at, to] = Math.Min(replaced, Math.Min(costs[at - 1, to], costs[at, to - 1]) + 1);
                if (at > 1 && to > 1 && left[at - 1] == right[to - 2] && left[at - 2] == right[to - 1])
                {
                    costs[at, to] = Math.Min(costs[at, to], costs[at - 2, to - 2] + 1);
                }
            }
        }
        return costs[left.Length, right.Length];
    }
}
