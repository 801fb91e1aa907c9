namespace Archiet.Genome.Meaning;

/// <summary>What something may be: missing, or one of some values.</summary>
internal sealed record Domain(bool CanBeMissing, ValueSet Values)
{
    /// <summary>There, and one of some values.</summary>
    public static Domain Of(ValueSet values) => new(false, values);

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => !CanBeMissing && Values.IsEmpty;

    /// <summary>What is in both.</summary>
    public Domain With(Domain other) => new(CanBeMissing && other.CanBeMissing, Values.With(other.Values));
}

/// <summary>Rows, described by what each of some expressions may be; what is not described may be anything.</summary>
internal sealed class Region
{
    private readonly Dictionary<string, Domain> domains;

    private Region(Dictionary<string, Domain> domains) => this.domains = domains;

    /// <summary>All rows.</summary>
    public static Region Whole { get; } = new([]);

    /// <summary>The rows in which an expression is within a domain; null for none.</summary>
    public static Region? Of(string expression, Domain domain) =>
        domain.IsEmpty ? null : new(new Dictionary<string, Domain>(StringComparer.Ordinal) { [expression] = domain });

    /// <summary>The rows in both; null for none.</summary>
    public Region? With(Region other)
    {
        var both = new Dictionary<string, Domain>(domains, StringComparer.Ordinal);
        foreach (var pair in other.domains)
        {
            var domain = both.TryGetValue(pair.Key, out var known) ? known.With(pair.Value) : pair.Value;
            if (domain.IsEmpty)
            {
                return null;
            }
            both[pair.Key] = domain;
        }
        return new(both);
    }
}
