namespace Archiet.Genome.Language;

/// <summary>A key of a mapping.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Required">Whether the mapping must have it.</param>
public sealed record LanguageKey(string Name, bool Required = false);

/// <summary>
/// The keys that a mapping of the language has. The checker reads by these tables, and tests hold <c>spec/genome.schema.json</c> and the specification against them.
/// </summary>
/// <param name="owner">What the mapping describes, for a message: <c>an entity</c>.</param>
/// <param name="keys">The keys of this version.</param>
/// <param name="later">Words that a later version gives a meaning.</param>
public sealed class KeyTable(string owner, LanguageKey[] keys, params string[] later)
{
    private readonly HashSet<string> names = new(keys.Select(static key => key.Name), StringComparer.Ordinal);

    /// <summary>What the mapping describes.</summary>
    public string Owner { get; } = owner;

    /// <summary>The keys of this version.</summary>
    public IReadOnlyList<LanguageKey> Keys { get; } = keys;

    /// <summary>Words that a later version gives a meaning.</summary>
    public IReadOnlyList<string> Later { get; } = later;

    /// <summary>The keys that the mapping must have.</summary>
    internal string[] Required { get; } = [.. keys.Where(static key => key.Required).Select(static key => key.Name)];

    internal bool Has(string name) => names.Contains(name);

    internal bool IsLater(string name) => Array.IndexOf(later, name) >= 0;
}
