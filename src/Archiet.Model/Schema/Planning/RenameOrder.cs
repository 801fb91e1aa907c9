namespace Archiet.Model;

/// <summary>Renames one behind the other, so that each finds its new name free.</summary>
internal static class RenameOrder
{
    /// <summary>The renames in order; names that go round in a circle go by way of one that nobody has.</summary>
    /// <param name="renames">From what to what, in one space of names; those that change nothing are left out.</param>
    public static IEnumerable<(string From, string To)> Of(IEnumerable<(string From, string To)> renames)
    {
        var waiting = renames.Where(rename => rename.From != rename.To).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(rename => !waiting.Exists(other => other.From == rename.To));
            if (next < 0)
            {
                var (from, to) = waiting[0];
                var between = Naming.Identifier(from + "_between");
                yield return (from, between);
                waiting[0] = (between, to);
                continue;
            }
            yield return waiting[next];
            waiting.RemoveAt(next);
        }
    }

    /// <summary>Whether there is a circle, and so a name in between.</summary>
    public static bool HasCircle(IReadOnlyCollection<(string From, string To)> renames) =>
        Of(renames).Count() > renames.Count(rename => rename.From != rename.To);
}
