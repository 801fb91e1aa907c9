using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Scoring;

/// <summary>All scores of a draft.</summary>
internal sealed record DraftScores(
    CategoryScore Entities, FieldScores Fields, RelationshipScores Relationships, CategoryScore Roles, CategoryScore Permissions, RuleScores Rules, CategoryScore Screens,
    CategoryScore Compliance, AmbiguityScores? Ambiguity, ProvenanceScores? Provenance)
{
    /// <summary>How many questions it asks.</summary>
    public int Questions { get; init; }
}

/// <summary>Scores drafts against references.</summary>
internal static class Scorer
{
    /// <summary>All scores of a draft.</summary>
    public static DraftScores Score(Reference reference, ScoredDraft draft)
    {
        var matched = new Matched(reference.Model, draft.Model);
        return new(
            NamedScores.Of(matched.Entities, [.. reference.Model.Entities.Select(static entity => (entity.Names[0], entity.IsOptional))], [.. draft.Model.Entities.Select(static entity => entity.Names[0])]),
            FieldScorer.Score(matched),
            RelationshipScorer.Score(matched),
            NamedScores.Of(matched.Roles, [.. reference.Model.Roles.Select(static role => (role.Names[0], role.IsOptional))], [.. draft.Model.Roles.Select(static role => role.Names[0])]),
            GrantScorer.Score(matched),
            RuleScorer.Score(matched),
            LaterScorer.Screens(matched),
            LaterScorer.Regimes(matched),
            AmbiguityScorer.Score(matched, reference.Ambiguities, draft.Questions),
            ProvenanceScorer.Score(draft))
        {
            Questions = draft.Questions.Count,
        };
    }
}
