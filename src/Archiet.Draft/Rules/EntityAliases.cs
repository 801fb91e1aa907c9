using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>
/// Names of one thing: <c>invitation</c> beside a declared <c>organization invitation</c>, <c>stage</c> beside the only <c>sales stage</c>; <c>user</c> and <c>member</c>, where both are the
/// people who work with the system. A word before that tells a kind (<c>recurring invoice</c>) makes another thing.
/// </summary>
internal sealed class EntityAliases
{
    private readonly Dictionary<string, Term> mains = new(StringComparer.Ordinal);

    /// <summary>Finds them among the entities.</summary>
    public EntityAliases(IReadOnlyList<EntityCandidate> entities)
    {
        foreach (var shorter in entities.Where(entity => entity.IsDeclared))
        {
            foreach (var longer in Longer(shorter, entities).Where(longer => IsOwned(longer, shorter, entities)))
            {
                mains.TryAdd(longer.Term.Key, shorter.Term);
            }
        }
        foreach (var shorter in entities.Where(entity => !entity.IsDeclared))
        {
            var longer = Longer(shorter, entities).Where(entity => !IsAlias(entity.Term)).ToList();
            if (longer.Count == 1 && (IsOwned(longer[0], shorter, entities) || !IsKind(Before(longer[0].Term, shorter.Term))))
            {
                mains.TryAdd(shorter.Term.Key, longer[0].Term);
            }
        }
        var members = entities.Where(entity => People.IsMember(entity.Term) == Items.Certainty.Yes).ToList();
        foreach (var member in members.Skip(1))
        {
            mains.TryAdd(member.Term.Key, members[0].Term);
        }
    }

    private static IEnumerable<EntityCandidate> Longer(EntityCandidate shorter, IReadOnlyList<EntityCandidate> entities) =>
        entities.Where(entity => entity.IsDeclared && entity.Term.Key.EndsWith(" " + shorter.Term.Key, StringComparison.Ordinal));

    /// <summary>Whether the words before are an entity: they then say whose it is.</summary>
    private static bool IsOwned(EntityCandidate longer, EntityCandidate shorter, IReadOnlyList<EntityCandidate> entities) =>
        entities.Any(owner => owner.Term.Key == Singular.Of(Before(longer.Term, shorter.Term)));

    private static string Before(Term longer, Term shorter) => longer.Key[..^(shorter.Key.Length + 1)];

    /// <summary>Whether a word before tells one kind of a thing from others.</summary>
    private static bool IsKind(string word) => word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || WordLists.Adjectives.Contains(word);

    /// <summary>Whether a term is another name of an entity.</summary>
    public bool IsAlias(Term term) => mains.ContainsKey(term.Key);

    /// <summary>The other names of an entity.</summary>
    public EquatableArray<string> Of(Term term) => mains.Where(alias => alias.Value == term).Select(alias => new Term(alias.Key).Shown).Order(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The name under which an entity stands in the draft.</summary>
    public string Main(string shown) => mains.TryGetValue(Term.Of(shown).Key, out var main) ? main.Shown : shown;
}
