namespace Archiet.Model;

/// <summary>What belongs to a table of both states (its checks, its indexes and so on), told apart by what it says and not by its name.</summary>
internal sealed class ConstraintMatch<T>
    where T : class
{
    private readonly List<(T Before, T After)> kept = [];

    /// <param name="before">Those of the earlier state.</param>
    /// <param name="after">Those of the later one.</param>
    /// <param name="stays">Whether a pair says the same, so that at most the name changes.</param>
    /// <param name="name">The name of one.</param>
    public ConstraintMatch(IEnumerable<T> before, IEnumerable<T> after, Func<T, T, bool> stays, Func<T, string> name)
    {
        Dropped = before.ToList();
        Added = after.ToList();
        Pair((was, now) => name(was) == name(now) && stays(was, now));
        Pair(stays);
        Renames = kept.Select(pair => (name(pair.Before), name(pair.After))).Where(pair => pair.Item1 != pair.Item2).ToList();
    }

    /// <summary>Names that change, of what stays.</summary>
    public IReadOnlyList<(string From, string To)> Renames { get; }

    /// <summary>Those that go.</summary>
    public List<T> Dropped { get; }

    /// <summary>Those that come.</summary>
    public List<T> Added { get; }

    private void Pair(Func<T, T, bool> fits)
    {
        foreach (var now in Added.ToList())
        {
            if (Dropped.Find(was => fits(was, now)) is { } found)
            {
                kept.Add((found, now));
                Dropped.Remove(found);
                Added.Remove(now);
            }
        }
    }
}
