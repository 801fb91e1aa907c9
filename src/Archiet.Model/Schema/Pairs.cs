namespace Archiet.Model;

/// <summary>Finds what has the same name in two lists.</summary>
internal static class Pairs
{
    /// <summary>Each thing of both lists with its like in the other, null where it has none: those of the first list in its order, then what only the second has.</summary>
    public static IEnumerable<(T? Before, T? After)> Of<T>(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> name)
        where T : class
    {
        var left = after.ToDictionary(name, StringComparer.Ordinal);
        foreach (var was in before)
        {
            left.TryGetValue(name(was), out var now);
            left.Remove(name(was));
            yield return (was, now);
        }
        foreach (var now in left.Values)
        {
            yield return (null, now);
        }
    }
}
