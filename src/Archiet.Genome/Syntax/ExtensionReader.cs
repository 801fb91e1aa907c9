using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads the user's own keys, which begin with <c>x-</c> and are carried into the model as canonical JSON.</summary>
internal static class ExtensionReader
{
    private const string Prefix = "x-";

    /// <summary>The beginning of keys that the OpenAPI document has already.</summary>
    private const string OwnPrefix = "x-archiet-";

    /// <summary>Whether a key is the user's own.</summary>
    public static bool IsExtension(YamlScalar key) => key.Text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The extension of an entry; none where it has a finding.</summary>
    public static IEnumerable<BoundExtension> Read(YamlEntry entry, FindingList findings)
    {
        var name = entry.Key.Text;
        if (name.StartsWith(OwnPrefix, StringComparison.Ordinal))
        {
            findings.Add(GenomeDiagnostics.ReservedExtension, entry.Key.Span, name);
            return [];
        }
        if (JsonText.Canonical(entry.Value) is not { } json)
        {
            findings.Add(GenomeDiagnostics.ExtensionNotJson, entry.Value.Span, name);
            return [];
        }
        return [new(name, json)];
    }

    /// <summary>The extensions of two mappings of which one has no model of its own.</summary>
    public static EquatableArray<BoundExtension> Join(EquatableArray<BoundExtension> outer, EquatableArray<BoundExtension> inner) =>
        inner.Count == 0 ? outer : InOrder([.. outer, .. inner]);

    /// <summary>Extensions in ordinal order of names.</summary>
    public static EquatableArray<BoundExtension> InOrder(List<BoundExtension>? extensions)
    {
        if (extensions is null)
        {
            return EquatableArray<BoundExtension>.Empty;
        }
        extensions.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return extensions.ToEquatableArray();
    }
}
