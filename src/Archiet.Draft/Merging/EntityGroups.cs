using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>Puts items together that are about one entity: by the meaning of names and by aliases, and finds the things that other items take for granted.</summary>
internal sealed class EntityGroups
{
    private readonly AdmittedItems items;
    private readonly MergeDesk desk;
    private readonly List<EntityGroup> groups = [];
    private readonly Dictionary<string, EntityGroup> byKey = new(StringComparer.Ordinal);

    public EntityGroups(AdmittedItems items, MergeDesk desk)
    {
        (this.items, this.desk) = (items, desk);
        AddItems();
        AddAliases();
        AddFieldsAsSupport();
        AskAboutUnknown();
        groups.RemoveAll(group => !IsKept(group));
    }

    /// <summary>The entities, in the order of the document.</summary>
    public IReadOnlyList<EntityGroup> All => groups;

    /// <summary>The entity that a word means, or null.</summary>
    public EntityGroup? Find(string word) => byKey.TryGetValue(NameWords.Key(word), out var group) && groups.Contains(group) ? group : null;

    private void AddItems()
    {
        foreach (var item in items.Of<EntityItem>())
        {
            if (GroupOf(item.Name, item.Evidence) is { } group)
            {
                group.Items.Add(item);
            }
        }
    }

    /// <summary>The group of a name, made where it is new; null where no name of the language can be made of it.</summary>
    private EntityGroup? GroupOf(string name, EquatableArray<string> evidence)
    {
        var key = NameWords.Key(name);
        if (byKey.TryGetValue(key, out var known))
        {
            return known;
        }
        if (NameWords.Pascal(name) is not { } pascal)
        {
            desk.LeaveNameless(QuestionCodes.Kind, "", name, evidence);
            return null;
        }
        var group = new EntityGroup(pascal);
        groups.Add(group);
        byKey.Add(key, group);
        return group;
    }

    private void AddAliases()
    {
        foreach (var group in groups.ToList())
        {
            foreach (var item in group.Said.ToList())
            {
                foreach (var alias in item.Aliases)
                {
                    AddAlias(group, item, alias);
                }
            }
        }
    }

    private void AddAlias(EntityGroup group, EntityItem item, string alias)
    {
        var key = NameWords.Key(alias);
        if (key.Length == 0 || byKey.TryAdd(key, group) || byKey[key] == group || !groups.Contains(group))
        {
            return;
        }
        var other = byKey[key];
        var evidence = desk.Ledger.Union([item.Evidence, other.Evidence(desk.Ledger)]);
        var isOne = desk.Decide(
            QuestionCodes.Merge, group.Name, "alias " + other.Name, $"Are {group.Name} and {other.Name} one thing? {desk.Ledger.Quote(evidence)}",
            [$"one thing: {group.Name}", "two things"], evidence, [group.Name]) == 0;
        if (isOne)
        {
            group.Items.AddRange(other.Items);
            groups.Remove(other);
            foreach (var known in byKey.Where(pair => pair.Value == other).Select(static pair => pair.Key).ToList())
            {
                byKey[known] = group;
            }
        }
    }

    /// <summary>A thing of which sentences say what fields it has is a thing.</summary>
    private void AddFieldsAsSupport()
    {
        foreach (var field in items.Of<FieldItem>().Where(static field => field.Basis != Basis.Assumed))
        {
            if (desk.Ledger.SpeaksOf(field.Evidence, [field.Entity]) && GroupOf(field.Entity, field.Evidence) is { } group && !group.Said.Any())
            {
                group.Support.Add(field.Evidence);
            }
        }
    }

    /// <summary>Whether what other items speak of, and nothing declares, is kept.</summary>
    private void AskAboutUnknown()
    {
        var spoken = items.Of<RelationshipItem>().SelectMany(static item => new[] { (item.From, (DraftItem)item), (item.To, item) })
            .Concat(items.Of<PermissionItem>().Select(static item => (item.Entity, (DraftItem)item)))
            .Concat(items.Of<RuleItem>().Select(static item => (item.Entity, (DraftItem)item)))
            .Concat(items.Of<StateItem>().Select(static item => (item.Entity, (DraftItem)item)))
            .Concat(items.Of<TransitionItem>().Select(static item => (item.Entity, (DraftItem)item)))
            .Where(spoken => spoken.Item2.Basis != Basis.Assumed && !byKey.ContainsKey(NameWords.Key(spoken.Item1)))
            .GroupBy(static spoken => NameWords.Key(spoken.Item1), StringComparer.Ordinal);
        foreach (var unknown in spoken.ToList())
        {
            if (NameWords.Pascal(unknown.First().Item1) is not { } name)
            {
                continue;
            }
            var evidence = desk.Ledger.Union(unknown.Select(static spoken => spoken.Item2.Evidence));
            var isKept = desk.Decide(
                QuestionCodes.Kind, name, "spoken of", $"The document speaks of '{name}' and does not say what it is: {desk.Ledger.Quote(evidence)}. Is it kept as rows of its own?",
                ["no, it is left out", "yes, it is an entity"], evidence) == 1;
            if (isKept)
            {
                GroupOf(unknown.First().Item1, evidence)!.Support.Add(evidence);
            }
            else
            {
                desk.Leave(name, "nothing says what it is", evidence);
            }
        }
    }

    private bool IsKept(EntityGroup group)
    {
        if (desk.Refuses(group.Name, QuestionCodes.Kind, group.Name, group.Evidence(desk.Ledger)))
        {
            return false;
        }
        if (group.IsSaid)
        {
            return true;
        }
        var evidence = desk.Ledger.Union(group.Items.Select(static item => item.Evidence));
        var isKept = desk.Decide(
            QuestionCodes.Kind, group.Name, "assumed", $"No sentence says that '{group.Name}' is kept. Is it an entity?", ["no, it is left out", "yes, it is an entity"], evidence,
            [group.Name]) == 1;
        if (!isKept)
        {
            desk.Leave(group.Name, "no sentence says it", evidence);
        }
        return isKept;
    }
}
