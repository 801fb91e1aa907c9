using Archiet.Draft.Items;
using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Behaviour;

/// <summary>Makes transitions of the steps that items tell of, and asks for those that are missing.</summary>
internal sealed class TransitionSteps(FieldMerge fields, EnumTable enums, MergeDesk desk)
{
    /// <summary>What a lifecycle can have.</summary>
    private const int Most = 64;

    private readonly List<PlannedTransition> planned = [];

    /// <summary>The transitions of all entities so far.</summary>
    public IReadOnlyList<PlannedTransition> Planned => planned;

    /// <summary>The transitions of an entity.</summary>
    public IReadOnlyList<MergedTransition> Plan(string entity, MergedField field, string initial, IReadOnlyList<TransitionItem> items)
    {
        var made = new List<PlannedTransition>();
        foreach (var group in items.GroupBy(item => (Name: NameWords.Key(item.Name), To: enums.Find(field.Type, item.To))))
        {
            if (made.Count < Most && Make(entity, field, group.Key.To, [.. group]) is { } transition)
            {
                made.Add(transition);
            }
        }
        if (made.Count > 0)
        {
            AddMissing(entity, field, initial, made);
        }
        planned.AddRange(made);
        return made.ConvertAll(static step => step.Transition);
    }

    private PlannedTransition? Make(string entity, MergedField field, string? to, IReadOnlyList<TransitionItem> items)
    {
        var evidence = desk.Ledger.Union(items.Select(static item => item.Evidence));
        var wanted = NameWords.Camel(items[0].Name) ?? (to is null ? null : "mark" + GenomeNames.Property(GenomeNames.EnumMember(to)));
        if (to is null || wanted is null)
        {
            desk.Decide(
                QuestionCodes.Branch, $"{entity}.{field.Name}", "no end " + NameWords.Key(items[0].Name),
                $"The document does not say in which {field.Name} {Article.A(entity)} is after '{SafeText.Of(items[0].Name, 60)}': {desk.Ledger.Quote(evidence)}. It is left out; which is it?", ["it is left out"], evidence);
            desk.Leave($"{entity}: {items[0].Name}", "nothing says where it leads", evidence);
            return null;
        }
        var name = Name(entity, wanted);
        if (desk.Refuses($"{entity}.lifecycle.transitions.{name}", QuestionCodes.Branch, $"{entity}.{name}", evidence))
        {
            return null;
        }
        var from = From(entity, name, field, to, items, evidence);
        var roles = items.Select(static item => item.Role).Where(static role => role.Length > 0).Distinct(StringComparer.Ordinal).ToEquatableArray();
        return from.Count == 0 ? null : new(entity, new(name, from, to, evidence), roles);
    }

    private string Name(string entity, string wanted) =>
        fields.NamesOf(entity).Take(ReservedNames.TransitionNames.Find(wanted) is null ? wanted : wanted + entity, isReference: false);

    private EquatableArray<string> From(
        string entity, string name, MergedField field, string to, IReadOnlyList<TransitionItem> items, EquatableArray<string> evidence)
    {
        var members = enums.Members(field.Type);
        var said = items.Select(item => enums.Find(field.Type, item.From)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var others = members.Where(member => member != to).ToEquatableArray();
        if (said.Count > 0 || others.Count == 0)
        {
            return members.Where(said.Contains).ToEquatableArray();
        }
        var options = others.Select(member => "from " + member).Prepend("from any other").ToList();
        var chosen = desk.Decide(
            QuestionCodes.Branch, $"{entity}.{name}", "from", $"No sentence says in which {field.Name} {Article.A(entity)} is before '{name}': {desk.Ledger.Quote(evidence)}. In which?", options, evidence);
        return chosen == 0 ? others : EquatableArray.Of(others[chosen - 1]);
    }

    /// <summary>A state that nothing leads to is asked about: rows come to it from any other, or it is none.</summary>
    private void AddMissing(string entity, MergedField field, string initial, List<PlannedTransition> made)
    {
        while (made.Count < Most && enums.Members(field.Type).FirstOrDefault(member => !Reached(initial, made).Contains(member)) is { } lost)
        {
            var chosen = desk.Decide(
                QuestionCodes.Branch, $"{entity}.{field.Name}", "reach " + lost, $"No sentence says how {Article.A(entity)} becomes {lost}. How?",
                ["from any other, by whoever may", $"never: {lost} is left out"], paths: [$"{entity}.lifecycle.transitions.mark{GenomeNames.Property(GenomeNames.EnumMember(lost))}"]);
            if (chosen == 1)
            {
                enums.Remove(field.Type, lost);
                for (var i = made.Count - 1; i >= 0; i--)
                {
                    Without(lost, made, i);
                }
                continue;
            }
            var name = Name(entity, "mark" + GenomeNames.Property(GenomeNames.EnumMember(lost)));
            var from = enums.Members(field.Type).Where(member => member != lost).ToEquatableArray();
            made.Add(new(entity, new(name, from, lost, EquatableArray<string>.Empty), EquatableArray<string>.Empty));
        }
    }

    private static void Without(string member, List<PlannedTransition> made, int at)
    {
        var (_, transition, _) = made[at];
        var from = transition.From.Where(state => state != member).ToEquatableArray();
        if (from.Count == 0 || transition.To == member)
        {
            made.RemoveAt(at);
            return;
        }
        made[at] = made[at] with { Transition = transition with { From = from } };
    }

    private static HashSet<string> Reached(string initial, List<PlannedTransition> made)
    {
        var reached = new HashSet<string>([initial], StringComparer.Ordinal);
        while (made.Exists(step => !reached.Contains(step.Transition.To) && step.Transition.From.Any(reached.Contains)))
        {
            reached.UnionWith(made.Where(step => step.Transition.From.Any(reached.Contains)).Select(static step => step.Transition.To));
        }
        return reached;
    }
}
