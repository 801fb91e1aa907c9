using Archiet.Draft.Items;
using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Behaviour;

/// <summary>A transition of the draft, and who the document says takes it.</summary>
internal sealed record PlannedTransition(string Entity, MergedTransition Transition, EquatableArray<string> Roles);

/// <summary>Makes lifecycles of states and steps.</summary>
internal sealed class LifecycleMerge
{
    private readonly FieldMerge fields;
    private readonly EnumTable enums;
    private readonly MergeDesk desk;
    private readonly TransitionSteps steps;
    private readonly Dictionary<string, MergedLifecycle> lifecycles = new(StringComparer.Ordinal);

    public LifecycleMerge(EntityTable entities, StatePlan plan, FieldMerge fields, EnumTable enums, MergeDesk desk)
    {
        (this.fields, this.enums, this.desk, steps) = (fields, enums, desk, new(fields, enums, desk));
        foreach (var entity in entities.All.Select(static stub => stub.Name))
        {
            foreach (var state in plan.Of(entity))
            {
                Merge(entity, state);
            }
        }
    }

    /// <summary>The steps of all lifecycles, in the order of entities.</summary>
    public IReadOnlyList<PlannedTransition> Transitions => steps.Planned;

    /// <summary>The lifecycle of an entity without the transitions that nobody takes, or null.</summary>
    public MergedLifecycle? Of(string entity, ISet<(string Entity, string Transition)> untaken)
    {
        if (!lifecycles.TryGetValue(entity, out var lifecycle))
        {
            return null;
        }
        var taken = lifecycle.Transitions.Where(transition => !untaken.Contains((entity, transition.Name))).ToEquatableArray();
        return taken.Count == 0 ? null : lifecycle with { Transitions = taken };
    }

    private void Merge(string entity, StateField state)
    {
        if (fields.Find(entity, state.Word) is not { } field || !enums.Has(field.Type))
        {
            return;
        }
        var evidence = desk.Ledger.Union(state.States.Select(static value => value.Evidence));
        var initial = Initial(entity, state, field, evidence);
        var transitions = state.Transitions.Count == 0 || desk.Refuses(entity + ".lifecycle", QuestionCodes.Branch, $"{entity}.{field.Name}", evidence)
            ? []
            : steps.Plan(entity, field, initial, state.Transitions);
        if (transitions.Count == 0)
        {
            Replace(entity, field, field with { Required = true, Default = initial, Unique = false });
            if (state.Transitions.Count == 0)
            {
                desk.Decide(
                    QuestionCodes.Branch, $"{entity}.{field.Name}", "no steps", $"No sentence says how {Article.A(entity)} goes from one {field.Name} to another. Who may change {Article.A(entity)} sets it; is that right?",
                    ["yes"], evidence);
            }
            return;
        }
        Replace(entity, field, field with { Required = false, Default = "", Unique = false, Classification = default });
        lifecycles.Add(entity, new(field.Name, initial, transitions.ToEquatableArray()));
        AskAboutEnds(entity, field, transitions, evidence);
    }

    private string Initial(string entity, StateField state, MergedField field, EquatableArray<string> evidence)
    {
        var members = enums.Members(field.Type);
        var said = state.Initial.Select(item => enums.Find(field.Type, item.State)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (said.Count == 1)
        {
            return said[0];
        }
        var targets = state.Transitions.Select(step => enums.Find(field.Type, step.To)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var options = said.Count > 1 ? said : [.. members.OrderBy(member => targets.Contains(member))];
        var ask = said.Count > 1
            ? $"The document says that {Article.A(entity)} begins in more than one {field.Name}: {desk.Ledger.Quote(desk.Ledger.Union(state.Initial.Select(static item => item.Evidence)))}. In which?"
            : $"No sentence says in which {field.Name} {Article.A(entity)} begins. In which?";
        return options[desk.Decide(QuestionCodes.Branch, $"{entity}.{field.Name}", said.Count > 1 ? "several initial" : "initial", ask, options, evidence)];
    }

    private void AskAboutEnds(string entity, MergedField field, IReadOnlyList<MergedTransition> transitions, EquatableArray<string> evidence)
    {
        var ends = enums.Members(field.Type).Where(member => !transitions.Any(transition => transition.From.Contains(member))).ToList();
        if (ends.Count > 0)
        {
            desk.Decide(
                QuestionCodes.Branch, $"{entity}.{field.Name}", "ends", $"No sentence leads {Article.A(entity)} out of {string.Join(", ", ends)}. Is that the end?", ["yes", "no"], evidence);
        }
    }

    private void Replace(string entity, MergedField field, MergedField changed)
    {
        var all = fields.Of(entity);
        all[all.IndexOf(field)] = changed;
    }
}
