using Archiet.Genome.Binding;

namespace Archiet.Emit;

/// <summary>What kind of data a field holds, in words: those of the genome, and the attributes of the runtime that are called like them.</summary>
internal static class ClassificationText
{
    private static readonly Classification[] All =
        [Classification.Personal, Classification.Sensitive, Classification.Phi, Classification.Financial, Classification.Secret];

    /// <summary>The words, in the order of the language.</summary>
    public static IEnumerable<string> NamesOf(Classification classification) => In(classification).Select(one => one.ToString().ToLowerInvariant());

    /// <summary>The attributes of a property, on one line; null for one that holds nothing of a kind.</summary>
    public static string? Attributes(Classification classification, TypeNames names) => classification == Classification.None
        ? null
        : "[" + string.Join(", ", In(classification).Select(one => names.Attribute(one.ToString()))) + "]";

    /// <summary>The value of the runtime's enum.</summary>
    public static string Value(Classification classification, TypeNames names) =>
        string.Join(" | ", In(classification).Select(one => names.Static("Classification") + "." + one));

    private static IEnumerable<Classification> In(Classification classification) => All.Where(one => (classification & one) != 0);
}
