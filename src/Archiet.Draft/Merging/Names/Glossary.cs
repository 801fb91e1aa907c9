using Archiet.Draft.Items;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Merging.Names;

/// <summary>The names that are known while passes go on, in the order in which they were found.</summary>
/// <param name="Entities">Names of entities.</param>
/// <param name="Roles">Names of roles.</param>
internal sealed record Glossary(EquatableArray<string> Entities, EquatableArray<string> Roles)
{
    /// <summary>The names in items.</summary>
    public static Glossary Of(IReadOnlyList<DraftItem> items) => new(
        Distinct(items.OfType<EntityItem>().Select(static item => NameWords.Pascal(item.Name))),
        Distinct(items.OfType<RoleItem>().Select(static item => NameWords.Camel(item.Name))));

    /// <summary>The entities that sentences, or the headings that they stand under, speak of.</summary>
    public IReadOnlyList<string> In(EquatableArray<Sentence> sentences)
    {
        var texts = sentences.SelectMany(static sentence => sentence.Headings.Append(sentence.Text)).Distinct(StringComparer.Ordinal).ToList();
        return [.. Entities.Where(entity => texts.Exists(text => NameWords.IsIn(text, entity)))];
    }

    private static EquatableArray<string> Distinct(IEnumerable<string?> names) =>
        names.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray();
}
