using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Scoring;

/// <summary>The scores of questions, where somebody annotated what should be asked.</summary>
/// <param name="Asked">Of the ambiguities, those that the draft asks: the headline of a drafter, together with the next.</param>
/// <param name="SilentGuesses">Of the ambiguities, those about which the draft says something definite and asks nothing: the less, the better.</param>
/// <param name="WorthAsking">Of the draft's questions, those that an ambiguity stands behind.</param>
internal sealed record AmbiguityScores(Share Asked, Share SilentGuesses, Share WorthAsking)
{
    /// <summary>The ids of ambiguities that are guessed silently, for people.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>The ids of ambiguities that are asked, for people.</summary>
    public IReadOnlyList<string> AskedIds { get; init; } = [];
}

/// <summary>Scores questions.</summary>
internal sealed class AmbiguityScorer
{
    private readonly Matched matched;
    private readonly IReadOnlyList<ScoredQuestion> questions;

    private AmbiguityScorer(Matched matched, IReadOnlyList<ScoredQuestion> questions) => (this.matched, this.questions) = (matched, questions);

    /// <summary>The scores, or null where the reference has no annotations.</summary>
    public static AmbiguityScores? Score(Matched matched, IReadOnlyList<Ambiguity> ambiguities, IReadOnlyList<ScoredQuestion> questions)
    {
        if (ambiguities.Count == 0)
        {
            return null;
        }
        var scorer = new AmbiguityScorer(matched, questions);
        var asked = ambiguities.Where(scorer.IsAsked).ToList();
        var silent = ambiguities.Where(scorer.IsGuessed).ToList();
        return new(
            new(asked.Count, ambiguities.Count), new(silent.Count, ambiguities.Count),
            new(questions.Count(question => ambiguities.Any(ambiguity => scorer.Asks(question, ambiguity))), questions.Count))
        {
            AskedIds = [.. asked.Select(static ambiguity => ambiguity.Id)],
            Silent = [.. silent.Select(static ambiguity => ambiguity.Id)],
        };
    }

    private bool IsAsked(Ambiguity ambiguity) => questions.Any(question => Asks(question, ambiguity));

    private bool IsGuessed(Ambiguity ambiguity) => !IsAsked(ambiguity) && !questions.Any(question => IsAbout(question, ambiguity)) && IsDecided(ambiguity.Path);

    /// <summary>Whether a question asks it: under one of its codes, about its path or from one of its lines.</summary>
    private bool Asks(ScoredQuestion question, Ambiguity ambiguity) =>
        ambiguity.Codes.Contains(question.Code) && (question.Lines.Intersect(ambiguity.Lines).Any() || IsAbout(question, ambiguity));

    private bool IsAbout(ScoredQuestion question, Ambiguity ambiguity)
    {
        var path = AmbiguityPath.Of(ambiguity.Path);
        var segments = question.About.Split('.').Where(static segment => segment is not ("fields" or "transitions" or "rules")).ToList();
        if (segments[0] == "roles")
        {
            return path.Role.Length > 0 && segments.Count > 1 && matched.RoleOf(segments[1])?.Names[0] == path.Role;
        }
        if (segments[0] == "tenancy")
        {
            return path.IsTenancy;
        }
        if (segments[0] == "capabilities")
        {
            return path.IsGrant && segments.Exists(segment => matched.EntityOf(segment)?.Names[0] == path.Entity);
        }
        if (path.Entity.Length == 0 || matched.EntityOf(segments[0])?.Names[0] != path.Entity)
        {
            return false;
        }
        var member = segments.Count > 1 ? segments[1] : "";
        return path.Member.Length == 0 ? member.Length == 0 || (path.IsLifecycle && member == "lifecycle") : member.Length > 0 && IsMember(path, segments[0], member);
    }

    /// <summary>Whether a field of a draft's entity is the one that a path means, or is the reference that leads to its other entity.</summary>
    private bool IsMember(AmbiguityPath path, string draftEntity, string member)
    {
        if (path.IsRelationship)
        {
            var other = matched.Reference.Entities.First(entity => entity.Names[0] == path.Member);
            return matched.Fold(other.Names).Any(name => matched.Fold([member])[0].Words.Intersect(name.Words).Any());
        }
        var reference = matched.Reference.Entities.First(entity => entity.Names[0] == path.Entity);
        var wanted = reference.Fields.FirstOrDefault(field => field.Names.Contains(path.Member))?.Names ?? [path.Member];
        var owner = matched.Fold([draftEntity])[0];
        return matched.Fold(wanted).Any(name => name.Within(owner).Key == matched.Fold([member])[0].Within(owner).Key);
    }

    /// <summary>Whether the draft says something definite there.</summary>
    private bool IsDecided(string written)
    {
        var path = AmbiguityPath.Of(written);
        if (path.IsTenancy)
        {
            return true;
        }
        if (path.Role.Length > 0 && !matched.HasRole(path.Role))
        {
            return false;
        }
        if (path.Entity.Length == 0)
        {
            return true;
        }
        var pair = matched.EntityPairs.FirstOrDefault(pair => pair.Reference.Names[0] == path.Entity);
        return pair.Draft is not null && (path.IsRelationship ? RelationshipScorer.Has(matched, path.Entity, path.Member)
            : path.IsLifecycle ? matched.Draft.Rules.Any(rule => rule.Entity == pair.Draft.Names[0] && rule.Kinds[0] == "transition")
            : path.Member.Length == 0 || FieldScorer.Find(matched, pair.Reference, pair.Draft, path.Member) is not null);
    }
}
