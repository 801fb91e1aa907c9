using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Behaviour;

/// <summary>Makes rules of what must hold, where an expression says it; words alone are asked about.</summary>
internal sealed class RuleMerge
{
    private const int LongestExpression = 4000;

    private readonly MergeDesk desk;
    private readonly Dictionary<string, List<MergedRule>> rules = new(StringComparer.Ordinal);

    public RuleMerge(AdmittedItems items, EntityTable entities, MergeDesk desk)
    {
        this.desk = desk;
        foreach (var group in items.Of<RuleItem>().GroupBy(item => (Entity: entities.Find(item.Entity), Name: NameWords.Key(item.Name), item.Expression)))
        {
            var item = group.First() with { Evidence = desk.Ledger.Union(group.Select(static same => same.Evidence)) };
            if (group.Key.Entity is { } entity)
            {
                Add(entity, item);
            }
            else
            {
                desk.Leave(item.Message.Length > 0 ? item.Message : item.Name, "its entity is not in the draft", item.Evidence);
            }
        }
    }

    /// <summary>The rules of an entity, in the order of the document.</summary>
    public EquatableArray<MergedRule> Of(string entity) => rules.TryGetValue(entity, out var known) ? known.ToEquatableArray() : EquatableArray<MergedRule>.Empty;

    private void Add(string entity, RuleItem item)
    {
        var known = rules.TryGetValue(entity, out var some) ? some : rules[entity] = [];
        var name = TypeNames.Take(NameWords.Field(item.Name) ?? "rule", candidate => !known.Exists(rule => rule.Name == candidate));
        var message = new[] { item.Message, item.Evidence.Count > 0 ? desk.Ledger[item.Evidence[0]].Text : "", item.Name, name }.Select(static text => SafeText.Of(text)).First(static text => text.Length > 0);
        var check = SafeText.Of(item.Expression, LongestExpression);
        if (check.Length == 0 || item.Basis == Basis.Assumed)
        {
            check = Ask(entity, name, message, check, item);
        }
        if (check.Length > 0 && !desk.Refuses($"{entity}.rules.{name}", QuestionCodes.Rule, $"{entity}.{name}", item.Evidence))
        {
            known.Add(new(name, check, message, item.Basis == Basis.Assumed ? EquatableArray<string>.Empty : item.Evidence));
        }
    }

    /// <summary>The expression that a person chose or wrote, or nothing.</summary>
    private string Ask(string entity, string name, string message, string proposed, RuleItem item)
    {
        var asked = new Asked(
            QuestionCodes.Rule, $"{entity}.{name}", "words " + desk.Ledger.HashOf(item.Evidence),
            proposed.Length > 0
                ? $"No sentence says of {entity}: '{message}'. Must it hold?"
                : $"What exactly must hold of {entity}: '{message}'? An answer that is an expression (this.endsAt > this.startsAt) is checked.",
            proposed.Length > 0 ? EquatableArray.Of("no, nothing is checked", "yes: " + proposed) : EquatableArray.Of("nothing is checked"))
        {
            Evidence = item.Evidence,
            Paths = EquatableArray.Of($"{entity}.rules.{name}"),
        };
        if (desk.Questions.Decide(asked) == 1)
        {
            return proposed;
        }
        var text = SafeText.Of(desk.Questions.FreeText(asked) ?? "", LongestExpression);
        var isExpression = text.Contains("this.", StringComparison.Ordinal);
        if (!isExpression)
        {
            desk.Leave($"{entity}: {message}", "no expression says it", item.Evidence);
        }
        return isExpression ? text : "";
    }
}
