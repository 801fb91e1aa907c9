using Archiet.Draft.Items;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Items that are about one field.</summary>
/// <param name="Entity">Its entity.</param>
/// <param name="Word">What it is called in the first of them.</param>
/// <param name="Items">The items, in the order of the document: those that a sentence says, or all where none does.</param>
internal sealed record FieldGroup(string Entity, string Word, IReadOnlyList<FieldItem> Items)
{
    /// <summary>Whether a sentence says it.</summary>
    public bool IsSaid => Items[0].Basis != Basis.Assumed;

    /// <summary>What of the items a sentence says, else all of them.</summary>
    public static FieldGroup Of(string entity, IEnumerable<FieldItem> items)
    {
        var all = items.ToList();
        var said = all.FindAll(static item => item.Basis != Basis.Assumed);
        return new(entity, (said.Count > 0 ? said : all)[0].Name, said.Count > 0 ? said : all);
    }

    /// <summary>The types that the items name, in their order, each once.</summary>
    public IReadOnlyList<string> Types => [.. Items.Select(static item => TypeWords.Read(item.Type)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The values of an enum, in the order of the document.</summary>
    public IEnumerable<(string Value, EquatableArray<string> Evidence)> Values => Items.SelectMany(static item => item.Values.Select(value => (value, item.Evidence)));

    public string Max => Items.Select(static item => item.Max).FirstOrDefault(static max => max.Length > 0) ?? "";

    public string Description => Items.Select(static item => SafeText.Of(item.Description)).FirstOrDefault(static text => text.Length > 0) ?? "";

    public EquatableArray<string> Evidence(EvidenceLedger ledger) => ledger.Union(Items.Select(static item => item.Evidence));
}
