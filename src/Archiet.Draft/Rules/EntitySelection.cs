using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules;

/// <summary>Which candidates are entities.</summary>
internal static class EntitySelection
{
    /// <summary>How much must speak for one that no sentence declares, in a document of so many sentences: in a long one what is kept is spoken of more often.</summary>
    public static int LeastWeight(int sentences) => sentences < 80 ? 2 : sentences < 200 ? 3 : 4;

    /// <summary>Those of the findings, the declared ones first, then those that more speaks for.</summary>
    public static IEnumerable<EntityCandidate> Of(Findings findings) =>
        findings.Candidates.Where(candidate => IsEntity(candidate, findings)).OrderByDescending(candidate => candidate.IsDeclared).ThenByDescending(candidate => candidate.Weight);

    /// <summary>Whether a candidate is one. A role is none unless it is declared: people are what uses the system, not always what it keeps.</summary>
    public static bool IsEntity(EntityCandidate candidate, Findings findings) => candidate.IsDeclared
        || (candidate.Weight >= findings.LeastWeight && (!findings.IsRole(candidate.Term) || candidate.IsReferred || People.IsMember(candidate.Term) == Items.Certainty.Yes) && !NounPhrase.IsNoThing(candidate.Term.Key) && !IsPartOfOther(candidate, findings));

    /// <summary>Whether nearly all that speaks for it speaks for a longer name: <c>agreement</c> beside <c>consent agreement</c>.</summary>
    private static bool IsPartOfOther(EntityCandidate candidate, Findings findings) =>
        findings.WithHead(candidate.Term.Head).Any(other => other != candidate && other.Term.Key.EndsWith(" " + candidate.Term.Key, StringComparison.Ordinal) && other.Weight >= candidate.Weight);
}
