namespace Archiet.Genome.Language;

/// <summary>Names that are taken, upper and lower case counting as equal.</summary>
public sealed class NameSet(params string[] names)
{
    private readonly Dictionary<string, string> byName = names.ToDictionary(static name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The name as it is taken, or null where it is free.</summary>
    public string? Find(string name) => byName.TryGetValue(name, out var taken) ? taken : null;
}
