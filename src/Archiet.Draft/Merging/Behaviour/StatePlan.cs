using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Behaviour;

/// <summary>A field that holds the state of an entity's rows.</summary>
/// <param name="Word">What it is called.</param>
/// <param name="States">The states in the order of the document, with those that only transitions name.</param>
/// <param name="Initial">The states that the document says rows begin in.</param>
/// <param name="Transitions">The steps between them.</param>
internal sealed record StateField(
    string Word, IReadOnlyList<(string Value, EquatableArray<string> Evidence)> States, IReadOnlyList<StateItem> Initial, IReadOnlyList<TransitionItem> Transitions);

/// <summary>Which fields hold states, before fields are merged.</summary>
internal sealed class StatePlan
{
    private const string Usual = "status";

    private static readonly string[] Likely = [Usual, "state", "stage", "phase"];

    private readonly Dictionary<string, List<StateField>> byEntity = new(StringComparer.Ordinal);

    public StatePlan(AdmittedItems items, EntityTable entities, MergeDesk desk)
    {
        var states = items.Of<StateItem>().Where(item => IsKept(item, item.Entity, item.State, desk)).ToLookup(item => entities.Find(item.Entity));
        var transitions = items.Of<TransitionItem>().Where(item => IsKept(item, item.Entity, item.Name, desk)).ToLookup(item => entities.Find(item.Entity));
        var choices = items.Of<FieldItem>().Where(static item => item.Values.Count > 0).ToLookup(item => entities.Find(item.Entity));
        foreach (var entity in entities.All.Select(static stub => stub.Name))
        {
            byEntity.Add(entity, Of([.. states[entity]], [.. transitions[entity]], [.. choices[entity]]));
        }
    }

    /// <summary>The state fields of an entity: the first is the one that the steps are of.</summary>
    public IReadOnlyList<StateField> Of(string entity) => byEntity[entity];

    private static List<StateField> Of(List<StateItem> states, List<TransitionItem> transitions, List<FieldItem> choices)
    {
        var fields = states.GroupBy(static state => NameWords.Key(state.Field.Length > 0 ? state.Field : Usual), StringComparer.Ordinal)
            .Select(static field => (Word: field.First().Field.Length > 0 ? field.First().Field : Usual, States: field.ToList())).ToList();
        if (fields.Count == 0 && transitions.Count > 0)
        {
            var field = choices.Find(static choice => Likely.Contains(NameWords.Key(choice.Name)));
            fields.Add((field?.Name ?? Usual, []));
        }
        return [.. fields.Select((field, at) => new StateField(
            field.Word,
            [.. field.States.Select(static state => (state.State, state.Evidence)), .. at == 0 ? Named(transitions) : []],
            field.States.FindAll(static state => state.IsInitial == Certainty.Yes),
            at == 0 ? transitions : []))];
    }

    private static IEnumerable<(string Value, EquatableArray<string> Evidence)> Named(List<TransitionItem> transitions) =>
        transitions.SelectMany(static step => new[] { (step.From, step.Evidence), (step.To, step.Evidence) }).Where(static state => NameWords.Key(state.Item1).Length > 0);

    private static bool IsKept(DraftItem item, string entity, string word, MergeDesk desk)
    {
        if (item.Basis != Basis.Assumed)
        {
            return true;
        }
        var name = NameWords.Pascal(entity) ?? "";
        var isKept = desk.Decide(
            QuestionCodes.Branch, name, "assumed " + NameWords.Key(word), $"No sentence says '{SafeText.Of(word, 60)}' of the states of {name}. Is it so?",
            ["no, it is left out", "yes"], item.Evidence) == 1;
        if (!isKept)
        {
            desk.Leave($"{name}: {word}", "no sentence says it", item.Evidence);
        }
        return isKept;
    }
}
