using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>
/// Names of one thing: <c>invitation</c> beside a declared <c>organization invitation</c>, where the word before says whose it is; <c>user</c> and <c>member</c>, where both are the
/// people who work with the system. A word before that tells a kind (<c>recurring invoice</c>) makes another thing.
/// </summary>
internal sealed class EntityAliases
{
    private readonly Dictionary<string, Term> mains = new(StringComparer.Ordinal);

    /// <summary>Finds them among the entities.</summary>
    public EntityAliases(IReadOnlyList<EntityCandidate> entities)
    {
        var names = entities.Select(entity => entity.Term.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var shorter in entities.Where(entity => !entity.IsDeclared))
        {
            var longer = entities.Where(entity => entity.IsDeclared && entity.Term.Key.EndsWith(" " + shorter.Term.Key, StringComparison.Ordinal) && names.Contains(entity.Term.Key[..^(shorter.Term.Key.Length + 1)])).ToList();
            if (longer.Count == 1)
            {
                mains.Add(shorter.Term.Key, longer[0].Term);
            }
        }
        var members = entities.Where(entity => People.IsMember(entity.Term) == Items.Certainty.Yes).ToList();
        foreach (var member in members.Skip(1))
        {
            mains.TryAdd(member.Term.Key, members[0].Term);
        }
    }

    /// <summary>Whether a term is another name of an entity.</summary>
    public bool IsAlias(Term term) => mains.ContainsKey(term.Key);

    /// <summary>The other names of an entity.</summary>
    public EquatableArray<string> Of(Term term) => mains.Where(alias => alias.Value == term).Select(alias => new Term(alias.Key).Shown).Order(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The name under which an entity stands in the draft.</summary>
    public string Main(string shown) => mains.TryGetValue(Term.Of(shown).Key, out var main) ? main.Shown : shown;
}
