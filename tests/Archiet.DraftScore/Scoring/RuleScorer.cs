using Archiet.DraftScore.Model;
using Archiet.DraftScore.Names;

namespace Archiet.DraftScore.Scoring;

/// <summary>The scores of rules, as pairs of entity and kind.</summary>
/// <param name="Kinds">Whether they are there.</param>
/// <param name="Exact">Of those found and of which the reference says so much: whether the condition, the fields or the states are the same.</param>
internal sealed record RuleScores(CategoryScore Kinds, Share Exact);

/// <summary>Scores rules.</summary>
internal static class RuleScorer
{
    private const long KindWeight = 1_000_000;
    private const long NeededWeight = 10_000;

    /// <summary>The scores of rules.</summary>
    public static RuleScores Score(Matched matched)
    {
        // An optional rule without a name or fields stands for all of its kind, and takes none away from the others.
        var wanted = matched.Reference.Rules.Where(static rule => !IsWildcard(rule)).ToList();
        var wildcards = matched.Reference.Rules.Where(IsWildcard).ToList();
        var found = matched.Draft.Rules;
        var assigned = Assignment.Best(wanted.Count, found.Count, (row, column) => Weight(matched, wanted[row], found[column]));
        var pairs = assigned.Select((column, row) => (Wanted: wanted[row], Found: column < 0 ? null : found[column])).Where(static pair => !pair.Wanted.IsOptional).ToList();
        var taken = assigned.Where(static column => column >= 0).ToHashSet();
        var invented = found.Where((rule, column) => !taken.Contains(column) && !wildcards.Exists(wildcard => IsOfKind(matched, wildcard, rule)) && !IsUnjudged(matched, rule))
            .Select(Describe).ToList();
        var missed = pairs.Where(static pair => pair.Found is null).Select(static pair => Describe(pair.Wanted)).ToList();
        var judged = pairs.Where(static pair => pair.Found is not null && SaysHow(pair.Wanted)).ToList();
        return new(
            new(new(pairs.Count - missed.Count, missed.Count, invented.Count)) { Missed = missed, Invented = invented },
            new(judged.Count(pair => IsSame(matched, pair.Wanted, pair.Found!)), judged.Count));
    }

    private static bool IsWildcard(ScoredRule rule) => rule is { IsOptional: true, Names.Count: 0, Fields.Count: 0 };

    private static bool IsOfKind(Matched matched, ScoredRule wanted, ScoredRule found) =>
        matched.EntityOf(found.Entity)?.Names[0] == wanted.Entity && wanted.Kinds.Contains(found.Kinds[0]);

    private static bool IsUnjudged(Matched matched, ScoredRule rule) => matched.EntityOf(rule.Entity)?.IsOptional == true;

    private static long Weight(Matched matched, ScoredRule wanted, ScoredRule found) =>
        !IsOfKind(matched, wanted, found) ? 0 : KindWeight + (wanted.IsOptional ? 0 : NeededWeight) + (IsNamed(matched, wanted, found) ? 2 * NeededWeight : 0) + (IsSame(matched, wanted, found) ? 1 : 0);

    private static bool IsNamed(Matched matched, ScoredRule wanted, ScoredRule found) =>
        matched.Fold(wanted.Names).Any(name => matched.Fold(found.Names).Any(other => other.Key == name.Key)) || (wanted.Fields.Count > 0 && AreSame(matched, wanted, found));

    private static bool SaysHow(ScoredRule rule) => rule.Expression.Length > 0 || rule.Fields.Count > 0 || rule.From.Count > 0 || rule.To.Length > 0;

    private static bool IsSame(Matched matched, ScoredRule wanted, ScoredRule found) =>
        wanted.Expression.Length > 0 && found.Expression.Length > 0 ? Condense(wanted.Expression) == Condense(found.Expression)
        : found.Kinds[0] == "transition" ? IsSameWay(matched, wanted, found)
        : AreSame(matched, wanted, found);

    private static bool IsSameWay(Matched matched, ScoredRule wanted, ScoredRule found) =>
        (wanted.From.Count == 0 || matched.Fold(wanted.From).Select(static state => state.Key).Intersect(matched.Fold(found.From).Select(static state => state.Key)).Any())
        && (wanted.To.Length == 0 || matched.Fold([wanted.To])[0].Key == matched.Fold([found.To])[0].Key);

    /// <summary>Whether two rules are about the same fields, each by its name with that of the entity before it or without.</summary>
    private static bool AreSame(Matched matched, ScoredRule wanted, ScoredRule found)
    {
        var owner = FoldedName.Of(wanted.Entity, matched.Reference.Prefixes);
        return Keys(wanted).SetEquals(Keys(found));

        HashSet<string> Keys(ScoredRule rule) => matched.Fold(rule.Fields).Select(field => field.Within(owner).Key).ToHashSet(StringComparer.Ordinal);
    }

    private static string Condense(string expression) => string.Concat(expression.Where(static c => !char.IsWhiteSpace(c)));

    private static string Describe(ScoredRule rule) => $"{rule.Entity} {string.Join('/', rule.Kinds)} {string.Join('|', rule.Names)}{string.Join(',', rule.Fields)}".TrimEnd();
}
