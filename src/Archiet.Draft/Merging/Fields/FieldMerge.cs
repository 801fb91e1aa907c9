using Archiet.Draft.Items;
using Archiet.Draft.Merging.Behaviour;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Merges what items say of fields; what turns out to lead to rows of another entity is given on to the relationships.</summary>
internal sealed class FieldMerge
{
    private readonly EntityTable entities;
    private readonly StatePlan states;
    private readonly EnumTable enums;
    private readonly MergeDesk desk;
    private readonly FieldQuestions questions;
    private readonly Dictionary<string, List<MergedField>> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemberNames> names = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Entity, string Key), string> nameOf = [];
    private readonly List<RelationshipItem> relationships = [];

    public FieldMerge(AdmittedItems items, EntityTable entities, StatePlan states, EnumTable enums, MergeDesk desk)
    {
        (this.entities, this.states, this.enums, this.desk, questions) = (entities, states, enums, desk, new(desk));
        var byEntity = items.Of<FieldItem>().ToLookup(item => entities.Find(item.Entity));
        foreach (var item in byEntity[null])
        {
            desk.Leave($"{item.Entity}.{item.Name}", "its entity is not in the draft", item.Evidence);
        }
        foreach (var stub in entities.All)
        {
            names.Add(stub.Name, new(stub, stub.Name == entities.Member));
            fields.Add(stub.Name, Merge(stub.Name, byEntity[stub.Name]));
        }
        questions.AskLengths(fields);
    }

    /// <summary>What fields turned out to be relationships.</summary>
    public IReadOnlyList<RelationshipItem> Relationships => relationships;

    /// <summary>The fields of an entity; others add to them.</summary>
    public List<MergedField> Of(string entity) => fields[entity];

    /// <summary>The names that an entity's fields have taken.</summary>
    public MemberNames NamesOf(string entity) => names[entity];

    /// <summary>The field of an entity that a word means, or null.</summary>
    public MergedField? Find(string entity, string word) =>
        nameOf.TryGetValue((entity, NameWords.Key(word)), out var name) ? fields[entity].Find(field => field.Name == name) : null;

    /// <summary>Remembers by which word a field is known.</summary>
    public void Know(string entity, string word, string field) => nameOf.TryAdd((entity, NameWords.Key(word)), field);

    private List<MergedField> Merge(string entity, IEnumerable<FieldItem> items)
    {
        var plain = new List<FieldGroup>();
        var merged = new List<MergedField>();
        foreach (var sameField in items.GroupBy(static item => NameWords.Key(item.Name), StringComparer.Ordinal))
        {
            var group = FieldGroup.Of(entity, sameField);
            if (NameWords.Field(group.Word) is null)
            {
                desk.LeaveNameless(QuestionCodes.Fields, entity, group.Word, group.Evidence(desk.Ledger));
            }
            else if (FieldConventions.IsEverywhere(group.Word, entity, entities.Tenant))
            {
                desk.Leave($"{entity}.{group.Word}", "every row has it", group.Evidence(desk.Ledger));
            }
            else if (FieldConventions.ServerSet(group.Word, entities.Member) is { } known && group.IsSaid)
            {
                merged.Add(Named(entity, group.Word, known.Name, known) with { Evidence = group.Evidence(desk.Ledger) });
            }
            else if (!TryRelate(entity, group) && (group.IsSaid || questions.IsKept(group)))
            {
                plain.Add(group);
            }
        }
        merged.InsertRange(0, Plain(entity, plain));
        return [.. merged.Where(field => !desk.Refuses($"{entity}.fields.{field.Name}", QuestionCodes.Fields, $"{entity}.{field.Name}", field.Evidence))];
    }

    private List<MergedField> Plain(string entity, List<FieldGroup> groups)
    {
        var made = new List<(FieldGroup? Group, MergedField Field)>();
        foreach (var group in groups)
        {
            var path = $"{entity}.{NameWords.Field(group.Word)}";
            var reading = new FieldReading(group, path, desk);
            var state = states.Of(entity).FirstOrDefault(state => NameWords.Key(state.Word) == NameWords.Key(group.Word));
            var type = TypeOf(entity, group.Word, group.Values.Concat(state?.States ?? []), state is not null ? null : reading.Type());
            var field = Named(entity, group.Word, NameWords.Field(group.Word)!, new("", type ?? "", group.IsSaid ? group.Evidence(desk.Ledger) : default))
                with { Description = group.Description, Classification = reading.Classification() };
            made.Add((group, field));
        }
        foreach (var state in states.Of(entity).Where(state => !groups.Exists(group => NameWords.Key(group.Word) == NameWords.Key(state.Word))))
        {
            if (NameWords.Field(state.Word) is { } wanted && TypeOf(entity, state.Word, state.States, null) is { } type)
            {
                made.Add((null, Named(entity, state.Word, wanted, new("", type, desk.Ledger.Union(state.States.Select(static value => value.Evidence))))));
            }
        }
        return questions.Complete(entity, made);
    }

    private MergedField Named(string entity, string word, string wanted, MergedField field)
    {
        var name = names[entity].Take(wanted, field.IsRelationship);
        Know(entity, word, name);
        return field with { Name = name };
    }

    /// <summary>An enum where values are listed, else the type that is said; null where nothing says it.</summary>
    private string? TypeOf(string entity, string word, IEnumerable<(string Value, EquatableArray<string> Evidence)> values, string? said)
    {
        var listed = values.ToList();
        return listed.Count > 0 && (said is null or "string" or "text") ? enums.Add(entity, NameWords.Field(word)!, listed) ?? said : said;
    }

    /// <summary>Whether a field leads to rows of an entity: its type is one, it is the id of one, or it is called as one and has no type.</summary>
    private bool TryRelate(string entity, FieldGroup group)
    {
        var words = NameWords.Split(group.Word);
        var isId = words.Count > 1 && words[^1] is "id";
        var name = isId ? string.Join(' ', words.Take(words.Count - 1)) : group.Word;
        var target = group.Items.Select(item => entities.Find(item.Type)).FirstOrDefault(static found => found is not null)
            ?? (isId || group.Types.Count == 0 || group.Items.Any(static item => item.Type is "reference") ? TargetOf(name, isId) : null);
        if (target is null || group.Values.Any())
        {
            return false;
        }
        var first = group.Items[0];
        var isMany = !isId && NameWords.Key(name) != string.Join(' ', words);
        relationships.Add(isMany
            ? new(target, entity, RelationshipKind.Unknown, "", Certainty.Unknown, first.Basis, group.Evidence(desk.Ledger))
            : new(entity, target, RelationshipKind.Reference, name, first.Required, first.Basis, group.Evidence(desk.Ledger)));
        return true;
    }

    /// <summary>The entity that a name means; of the name of an id, its last word too: <c>assigned account id</c>.</summary>
    private string? TargetOf(string name, bool isId) => entities.Find(name) ?? (isId ? entities.Find(name[(name.LastIndexOf(' ') + 1)..]) : null);
}
