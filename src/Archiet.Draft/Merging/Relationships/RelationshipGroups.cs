using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Relationships;

/// <summary>Puts items together that are about one relationship, and settles how many of each there are.</summary>
internal sealed class RelationshipGroups(EntityTable entities, MergeDesk desk)
{
    /// <summary>The relationships, in the order of the document.</summary>
    public List<Related> Settle(IEnumerable<RelationshipItem> items)
    {
        var groups = new Dictionary<string, List<(RelationshipItem Item, string From, string To)>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (entities.Find(item.From) is not { } from || entities.Find(item.To) is not { } to)
            {
                desk.Leave($"{item.From} to {item.To}", "one of the two is not in the draft", item.Evidence);
            }
            else if (IsTenancy(item, from, to))
            {
                desk.Leave($"{from} to {to}", "every row belongs to its tenant", item.Evidence);
            }
            else
            {
                var key = KeyOf(item, from, to);
                groups.TryAdd(key, []);
                groups[key].Add((item, from, to));
            }
        }
        return [.. groups.Values.Select(Settle).OfType<Related>()];
    }

    /// <summary>Unnamed relationships between two entities are one, in whichever direction they are told.</summary>
    private static string KeyOf(RelationshipItem item, string from, string to)
    {
        var name = NameWords.Key(item.Name);
        if (name.Length > 0 && name != NameWords.Key(to))
        {
            return $"{from}|{to}|{name}";
        }
        return string.CompareOrdinal(from, to) <= 0 ? $"{from}|{to}|" : $"{to}|{from}|";
    }

    private bool IsTenancy(RelationshipItem item, string from, string to) =>
        to == entities.Tenant || (from == entities.Tenant && item.Kind != RelationshipKind.Reference);

    private Related? Settle(List<(RelationshipItem Item, string From, string To)> group)
    {
        var said = group.FindAll(static part => part.Item.Basis != Basis.Assumed);
        if (said.Count == 0 && !IsKept(group))
        {
            return null;
        }
        var parts = said.Count > 0 ? said : group;
        var items = parts.ConvertAll(static part => part.Item);
        var known = parts.Select(static part => Shape.Of(part.Item, part.From, part.To)).OfType<Shape>().Distinct().ToList();
        var shapes = known.FindAll(shape => !known.Exists(other => other != shape && shape.IsIn(other) && !(other.IsIn(shape) && known.IndexOf(other) > known.IndexOf(shape))));
        var (_, from, to) = parts[0];
        var name = items.Select(static item => item.Name).FirstOrDefault(static word => word.Length > 0) ?? "";
        return new(shapes.Count == 1 ? shapes[0] : Ask(from, to, name, shapes, desk.Ledger.Union(items.Select(static item => item.Evidence))), name, items);
    }

    private Shape Ask(string from, string to, string name, List<Shape> shapes, EquatableArray<string> evidence)
    {
        var options = shapes.Count > 1 ? shapes : [.. Shape.All(from, to)];
        var ask = shapes.Count > 1
            ? $"The document says different things of how {from} and {to} hang together: {desk.Ledger.Quote(evidence)}. Which one holds?"
            : $"The document does not say how many of {from} and {to} belong together: {desk.Ledger.Quote(evidence)}. How is it?";
        var chosen = desk.Decide(QuestionCodes.Cardinality, $"{from}.{NameWords.Field(name) ?? NameWords.Camel(to)}", shapes.Count > 1 ? "shapes" : "shape", ask, options.Select(static shape => shape.Words), evidence);
        return options[chosen];
    }

    private bool IsKept(List<(RelationshipItem Item, string From, string To)> group)
    {
        var (item, from, to) = group[0];
        var evidence = desk.Ledger.Union(group.Select(static part => part.Item.Evidence));
        var field = NameWords.Field(item.Name) ?? NameWords.Camel(to);
        var isKept = desk.Decide(
            QuestionCodes.Cardinality, $"{from}.{field}", "assumed", $"No sentence says that {from} and {to} hang together. Do they?", ["no, it is left out", "yes"], evidence,
            [$"{from}.fields.{field}", $"{to}.fields.{field}"]) == 1;
        if (!isKept)
        {
            desk.Leave($"{from} to {to}", "no sentence says it", evidence);
        }
        return isKept;
    }
}
