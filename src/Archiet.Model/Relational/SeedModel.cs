using Archiet.Genome;

namespace Archiet.Model;

/// <summary>Seed rows of one entity and one rank: rows of a rank refer to rows of lower ones only.</summary>
/// <param name="Rank">Its place among all: rows of lower ranks are made before.</param>
/// <param name="Columns">The columns, that of the tenant and that of the id first.</param>
/// <param name="Rows">The values of each row as SQL, where $1 is the tenant.</param>
public sealed record SeedModel(int Rank, EquatableArray<string> Columns, EquatableArray<EquatableArray<string>> Rows)
{
    /// <summary>The key of each row in the genome.</summary>
    public EquatableArray<string> Keys { get; init; }
}

/// <summary>A seed row as C# names it.</summary>
/// <param name="Key">Its key in the genome.</param>
/// <param name="Member">The C# name.</param>
public sealed record SeedKeyModel(string Key, string Member);
