using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Scoring;

/// <summary>The scores of relationships, as unordered pairs of entities; that everything belongs to its tenant is not one.</summary>
/// <param name="EndToEnd">All of them.</param>
/// <param name="Given">Only those between entities that both have.</param>
/// <param name="Cardinality">Of those found: whether they are references, owned or many as they should be.</param>
internal sealed record RelationshipScores(CategoryScore EndToEnd, CategoryScore Given, Share Cardinality);

/// <summary>Scores relationships.</summary>
internal static class RelationshipScorer
{
    /// <summary>The scores of relationships.</summary>
    public static RelationshipScores Score(Matched matched)
    {
        var wanted = matched.Reference.Relationships.Where(pair => pair.From != matched.Reference.Tenant && pair.To != matched.Reference.Tenant)
            .ToDictionary(static pair => Key(pair.From, pair.To), StringComparer.Ordinal);
        var found = DraftPairs(matched);
        var optionals = wanted.Values.Where(static pair => pair.IsOptional).Select(static pair => Key(pair.From, pair.To)).ToHashSet(StringComparer.Ordinal);
        var hits = found.Keys.Where(key => wanted.ContainsKey(key) && !optionals.Contains(key)).ToList();
        var missed = wanted.Keys.Where(key => !optionals.Contains(key) && !found.ContainsKey(key)).ToList();
        var invented = found.Where(pair => !wanted.ContainsKey(pair.Key) && !pair.Value.IsExempt).Select(static pair => pair.Key).ToList();
        var missedGiven = missed.Where(key => key.Split(" - ").All(matched.HasEntity)).ToList();
        var inventedGiven = invented.Where(key => found[key].AreEndsKnown).ToList();
        return new(
            new(new(hits.Count, missed.Count, invented.Count)) { Missed = missed, Invented = invented },
            new(new(hits.Count, missedGiven.Count, inventedGiven.Count)) { Missed = missedGiven, Invented = inventedGiven },
            new(hits.Count(key => IsKindRight(wanted[key], found[key])), hits.Count));
    }

    /// <summary>Whether the draft has a relationship of the reference.</summary>
    public static bool Has(Matched matched, string from, string to) => DraftPairs(matched).ContainsKey(Key(from, to));

    /// <summary>The pairs of a draft by the reference's names of their ends; an end that the reference does not have keeps its own.</summary>
    private static Dictionary<string, DraftPair> DraftPairs(Matched matched)
    {
        var pairs = new Dictionary<string, DraftPair>(StringComparer.Ordinal);
        foreach (var pair in matched.Draft.Relationships)
        {
            var (from, to) = (matched.EntityOf(pair.From), matched.EntityOf(pair.To));
            var (fromName, toName) = (from?.Names[0] ?? pair.From, to?.Names[0] ?? pair.To);
            if (IsTenant(matched, pair.From, fromName) || IsTenant(matched, pair.To, toName))
            {
                continue;
            }
            var key = Key(fromName, toName);
            if (!pairs.TryGetValue(key, out var known))
            {
                pairs.Add(key, known = new(from?.IsOptional == true || to?.IsOptional == true, from is not null && to is not null, []));
            }
            known.Kinds.Add((pair.Kinds[0], fromName));
        }
        return pairs;
    }

    private static bool IsTenant(Matched matched, string draftName, string referenceName) => draftName == matched.Draft.Tenant || referenceName == matched.Reference.Tenant;

    /// <summary>A reference and ownership have a direction; a relationship of an entity with itself, and many to many, have none.</summary>
    private static bool IsKindRight(ScoredRelationship wanted, DraftPair found) =>
        found.Kinds.Any(kind => wanted.Kinds.Contains(kind.Kind) && (kind.Kind == "many" || kind.From == wanted.From));

    private static string Key(string left, string right) => string.CompareOrdinal(left, right) <= 0 ? $"{left} - {right}" : $"{right} - {left}";

    /// <param name="IsExempt">Whether one of its ends is optional in the reference.</param>
    /// <param name="AreEndsKnown">Whether the reference has both ends.</param>
    /// <param name="Kinds">What kinds, and from which end.</param>
    private sealed record DraftPair(bool IsExempt, bool AreEndsKnown, List<(string Kind, string From)> Kinds);
}
