using Archiet.Model;

namespace Archiet.Sdk.Tasks;

/// <summary>A place in a history where it goes on more than once.</summary>
/// <param name="After">The migration that several follow; <c>none</c> for the beginning.</param>
/// <param name="Trunk">What is shared, oldest first.</param>
/// <param name="Lines">What follows, each oldest first, in ordinal order of their first ids.</param>
internal sealed record MigrationFork(string After, IReadOnlyList<SealedMigration> Trunk, IReadOnlyList<IReadOnlyList<SealedMigration>> Lines)
{
    /// <summary>The first fork of a history, or null.</summary>
    public static MigrationFork? Find(IReadOnlyList<SealedMigration> all)
    {
        var followers = all.OrderBy(static file => file.Id, StringComparer.Ordinal).ToLookup(static file => file.After ?? "none", StringComparer.Ordinal);
        var trunk = new List<SealedMigration>();
        for (var after = "none"; ; after = trunk[^1].Id)
        {
            var next = followers[after].ToList();
            if (next.Count > 1)
            {
                return new(after, trunk, [.. next.Select(first => Line(first, followers))]);
            }
            if (next.Count == 0)
            {
                return null;
            }
            trunk.Add(next[0]);
        }
    }

    /// <summary>A line to its end, or to where it forks itself.</summary>
    private static List<SealedMigration> Line(SealedMigration first, ILookup<string, SealedMigration> followers)
    {
        List<SealedMigration> line = [first];
        while (followers[line[^1].Id].ToList() is [var next])
        {
            line.Add(next);
        }
        return line;
    }
}
