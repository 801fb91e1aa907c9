using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>The roles of the draft.</summary>
internal sealed class RoleTable
{
    private readonly MergeDesk desk;
    private readonly List<MergedRole> roles = [];
    private readonly Dictionary<string, string> byKey = new(StringComparer.Ordinal);

    public RoleTable(AdmittedItems items, MergeDesk desk)
    {
        this.desk = desk;
        foreach (var group in items.Of<RoleItem>().GroupBy(static item => NameWords.Key(item.Name), StringComparer.Ordinal))
        {
            Add([.. group]);
        }
        AskAboutUnknown(items);
    }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<MergedRole> All => roles;

    /// <summary>The role that a word means, or null.</summary>
    public string? Find(string word) => byKey.GetValueOrDefault(NameWords.Key(word));

    /// <summary>A role that no sentence names.</summary>
    public string Add(string name, string description)
    {
        roles.Add(new(name, description, EquatableArray<string>.Empty));
        byKey[NameWords.Key(name)] = name;
        return name;
    }

    /// <summary>Takes a role out that may do nothing.</summary>
    public void Remove(string role)
    {
        roles.RemoveAll(known => known.Name == role);
        foreach (var key in byKey.Where(pair => pair.Value == role).Select(static pair => pair.Key).ToList())
        {
            byKey.Remove(key);
        }
    }

    private void Add(IReadOnlyList<RoleItem> items)
    {
        var evidence = desk.Ledger.Union(items.Where(static item => item.Basis != Basis.Assumed).Select(static item => item.Evidence));
        if (NameWords.Camel(items[0].Name) is not { } camel)
        {
            desk.LeaveNameless(QuestionCodes.Actor, "", items[0].Name, evidence);
            return;
        }
        var isSaid = items.Any(static item => item.Basis != Basis.Assumed);
        var path = "roles." + camel;
        var isKept = isSaid || desk.Decide(
            QuestionCodes.Actor, path, "assumed", $"No sentence says that there is a role '{camel}'. Is there one?", ["no, it is left out", "yes"],
            desk.Ledger.Union(items.Select(static item => item.Evidence)), [path]) == 1;
        if (!isKept)
        {
            desk.Leave(path, "no sentence says it", desk.Ledger.Union(items.Select(static item => item.Evidence)));
            return;
        }
        Keep(camel, items[0].Name, items.Select(static item => SafeText.Of(item.Description)).FirstOrDefault(static text => text.Length > 0) ?? "", evidence);
    }

    private void Keep(string camel, string word, string description, EquatableArray<string> evidence)
    {
        var name = TypeNames.Take(camel, candidate => !roles.Exists(role => role.Name == candidate));
        if (!desk.Refuses("roles." + name, QuestionCodes.Actor, "roles." + name, evidence))
        {
            roles.Add(new(name, description, evidence));
            byKey.TryAdd(NameWords.Key(word), name);
        }
    }

    /// <summary>Whether somebody whom a permission or a transition names, and nothing declares, is a role.</summary>
    private void AskAboutUnknown(AdmittedItems items)
    {
        var spoken = items.Of<PermissionItem>().Select(static item => (item.Role, (DraftItem)item))
            .Concat(items.Of<TransitionItem>().Select(static item => (item.Role, (DraftItem)item)))
            .Where(spoken => spoken.Item2.Basis != Basis.Assumed && Find(spoken.Role) is null && desk.Ledger.SpeaksOf(spoken.Item2.Evidence, [spoken.Role]))
            .GroupBy(static spoken => NameWords.Key(spoken.Role), StringComparer.Ordinal);
        foreach (var unknown in spoken.ToList())
        {
            if (NameWords.Camel(unknown.First().Role) is not { } name)
            {
                continue;
            }
            var evidence = desk.Ledger.Union(unknown.Select(static spoken => spoken.Item2.Evidence));
            var isRole = desk.Decide(
                QuestionCodes.Actor, "roles." + name, "spoken of", $"The document speaks of '{name}' and does not say who that is: {desk.Ledger.Quote(evidence)}. Is it a role?",
                ["yes", "no, it is left out"], evidence, ["roles." + name]) == 0;
            if (isRole)
            {
                Keep(name, unknown.First().Role, "", evidence);
            }
            else
            {
                desk.Leave("roles." + name, "it is no role", evidence);
            }
        }
    }
}
