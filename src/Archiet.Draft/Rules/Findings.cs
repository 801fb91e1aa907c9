using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>
/// What the rules have found so far. Entities gather weight from each sentence that speaks of them as of something that is kept; what is declared needs none. The
/// same thing found twice is one item, with the evidence of both.
/// </summary>
internal sealed class Findings(int leastWeight)
{
    private readonly Dictionary<string, EntityCandidate> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<EntityCandidate>> byHead = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RoleItem> roles = new(StringComparer.Ordinal);
    private readonly HashSet<string> tenants = new(StringComparer.Ordinal);
    private readonly List<DraftItem> items = [];
    private readonly Dictionary<RelationshipItem, FieldItem> fields = [];

    /// <summary>How much must speak for an entity that no sentence declares.</summary>
    public int LeastWeight => leastWeight;

    /// <summary>Candidates by their terms, in the order in which they were met.</summary>
    public IReadOnlyCollection<EntityCandidate> Candidates => entities.Values;

    /// <summary>The roles, in the order in which they were met.</summary>
    public IReadOnlyCollection<RoleItem> Roles => roles.Values;

    /// <summary>Everything else, in the order in which it was found.</summary>
    public IReadOnlyList<DraftItem> Items => items;

    /// <summary>Whether a term names a role.</summary>
    public bool IsRole(Term term) => roles.ContainsKey(term.Key);

    /// <summary>The candidates whose names end with a word, so that nobody has to look through all of them.</summary>
    public IReadOnlyList<EntityCandidate> WithHead(string word) => byHead.TryGetValue(word, out var list) ? list : [];

    /// <summary>The entities of whose names the last word is one of some words, each once.</summary>
    public IEnumerable<EntityCandidate> EntitiesIn(IEnumerable<string> words) => words.Distinct(StringComparer.Ordinal).SelectMany(WithHead).Where(candidate => EntitySelection.IsEntity(candidate, this));

    /// <summary>A candidate, if the term is one.</summary>
    public EntityCandidate? Find(Term term) => entities.GetValueOrDefault(term.Key);

    /// <summary>Notes that sentences say outright that something is kept.</summary>
    public void Declare(Term term, EquatableArray<string> evidence)
    {
        if (!term.IsNone)
        {
            Candidate(term).Declare(evidence);
        }
    }

    /// <summary>Notes that a sentence speaks of something as if it were kept.</summary>
    public void Suggest(Term term, int weight, string evidence)
    {
        if (!term.IsNone)
        {
            Candidate(term).Add(weight, evidence);
        }
    }

    /// <summary>Notes that rows of others lead to its rows, so that it has some even where it is a role.</summary>
    public void Refer(Term term)
    {
        if (!term.IsNone)
        {
            Candidate(term).IsReferred = true;
        }
    }

    /// <summary>Notes that its rows are the customers of the system.</summary>
    public void AddTenant(Term term) => tenants.Add(term.Key);

    /// <summary>Whether a sentence says that its rows are the customers of the system.</summary>
    public bool IsTenant(Term term) => tenants.Contains(term.Key);

    /// <summary>Notes a role.</summary>
    public void AddRole(Term term, string description, Basis basis, EquatableArray<string> evidence)
    {
        if (term.IsNone)
        {
            return;
        }
        if (!roles.TryGetValue(term.Key, out var known))
        {
            roles.Add(term.Key, new RoleItem(term.Shown, description, basis, evidence));
            return;
        }
        roles[term.Key] = known with
        {
            Description = known.Description.Length > 0 ? known.Description : description,
            Basis = basis < known.Basis ? basis : known.Basis,
            Evidence = Both(known.Evidence, evidence),
        };
    }

    /// <summary>What stands in place of a relationship whose other side is no entity in the end: the field by which it was found.</summary>
    public IReadOnlyDictionary<RelationshipItem, FieldItem> Fields => fields;

    /// <summary>Notes anything else.</summary>
    public void Add(DraftItem item) => items.Add(item);

    /// <summary>Notes a relationship that a field is.</summary>
    public void Add(RelationshipItem relationship, FieldItem field)
    {
        items.Add(relationship);
        fields.TryAdd(relationship, field);
    }

    /// <summary>The evidence of two findings of the same thing, each sentence once.</summary>
    public static EquatableArray<string> Both(EquatableArray<string> one, EquatableArray<string> other) => one.Concat(other).Distinct().Order(EvidenceOrder.Instance).ToEquatableArray();

    private EntityCandidate Candidate(Term term)
    {
        if (!entities.TryGetValue(term.Key, out var candidate))
        {
            entities.Add(term.Key, candidate = new EntityCandidate(term));
            if (!byHead.TryGetValue(term.Head, out var list))
            {
                byHead.Add(term.Head, list = []);
            }
            list.Add(candidate);
        }
        return candidate;
    }
}
