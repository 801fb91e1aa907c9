using Archiet.Draft.Items;

namespace Archiet.Draft.Merging;

/// <summary>Items that are about one entity.</summary>
/// <param name="name">PascalCase.</param>
internal sealed class EntityGroup(string name)
{
    public string Name { get; } = name;

    /// <summary>The C# class, where the name is taken; else nothing.</summary>
    public string Class { get; set; } = "";

    public List<EntityItem> Items { get; } = [];

    /// <summary>Sentences beside those of items that say that there is such a thing: they say what fields it has.</summary>
    public List<EquatableArray<string>> Support { get; } = [];

    /// <summary>The items that a sentence says.</summary>
    public IEnumerable<EntityItem> Said => Items.Where(static item => item.Basis != Basis.Assumed);

    /// <summary>Whether a sentence says, or implies, that there is such a thing.</summary>
    public bool IsSaid => Said.Any() || Support.Count > 0;

    public string Description => Items.Select(static item => SafeText.Of(item.Description)).FirstOrDefault(static text => text.Length > 0) ?? "";

    public EquatableArray<string> Evidence(EvidenceLedger ledger) => ledger.Union(Said.Select(static item => item.Evidence).Concat(Support));
}
