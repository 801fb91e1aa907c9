using Archiet.DraftScore.Model;
using Archiet.DraftScore.Names;

namespace Archiet.DraftScore.Scoring;

/// <summary>Which roles and entities of a draft are which of the reference: what everything else is compared through.</summary>
internal sealed class Matched
{
    private readonly Dictionary<string, ScoredEntity> entityOfDraft;
    private readonly Dictionary<string, ScoredRole> roleOfDraft;

    /// <summary>Matches a draft with a reference.</summary>
    public Matched(ScoredModel reference, ScoredModel draft)
    {
        (Reference, Draft) = (reference, draft);
        Entities = NameMatcher.Match([.. reference.Entities.Select(entity => Fold(entity.Names))], [.. draft.Entities.Select(entity => Fold(entity.Names))]);
        Roles = NameMatcher.Match([.. reference.Roles.Select(role => Fold(role.Names))], [.. draft.Roles.Select(role => Fold(role.Names))]);
        entityOfDraft = Pairs(Entities, reference.Entities, draft.Entities).ToDictionary(static pair => pair.Draft.Names[0], static pair => pair.Reference, StringComparer.Ordinal);
        roleOfDraft = Pairs(Roles, reference.Roles, draft.Roles).ToDictionary(static pair => pair.Draft.Names[0], static pair => pair.Reference, StringComparer.Ordinal);
    }

    /// <summary>The reference.</summary>
    public ScoredModel Reference { get; }

    /// <summary>The draft.</summary>
    public ScoredModel Draft { get; }

    /// <summary>The matches of entities.</summary>
    public NameMatches Entities { get; }

    /// <summary>The matches of roles.</summary>
    public NameMatches Roles { get; }

    /// <summary>The entities that both have.</summary>
    public IEnumerable<(ScoredEntity Reference, ScoredEntity Draft)> EntityPairs => Pairs(Entities, Reference.Entities, Draft.Entities);

    /// <summary>The reference's entity that an entity of the draft is, or null.</summary>
    public ScoredEntity? EntityOf(string draftName) => entityOfDraft.GetValueOrDefault(draftName);

    /// <summary>The reference's role that a role of the draft is, or null.</summary>
    public ScoredRole? RoleOf(string draftName) => roleOfDraft.GetValueOrDefault(draftName);

    /// <summary>Whether the draft has an entity of the reference.</summary>
    public bool HasEntity(string referenceName) => entityOfDraft.Values.Any(entity => entity.Names[0] == referenceName);

    /// <summary>Whether the draft has a role of the reference.</summary>
    public bool HasRole(string referenceName) => roleOfDraft.Values.Any(role => role.Names[0] == referenceName);

    /// <summary>Folds names with the reference's prefixes.</summary>
    public IReadOnlyList<FoldedName> Fold(IReadOnlyList<string> names) => [.. names.Select(name => FoldedName.Of(name, Reference.Prefixes))];

    private static IEnumerable<(T Reference, T Draft)> Pairs<T>(NameMatches matches, IReadOnlyList<T> reference, IReadOnlyList<T> draft) =>
        matches.Exact.Select((column, row) => (column, row)).Where(static pair => pair.column >= 0).Select(pair => (reference[pair.row], draft[pair.column]));
}
