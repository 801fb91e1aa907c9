using Archiet.DraftScore.Model;
using Archiet.DraftScore.Names;

namespace Archiet.DraftScore.Scoring;

/// <summary>The scores of the fields of the entities that both have; those of an optional entity are not judged.</summary>
/// <param name="Names">Whether they are there.</param>
/// <param name="Types">Of those that are and whose type is judged: whether it is right.</param>
/// <param name="Required">Of those that are and of which it is judged: whether they are required as they should be.</param>
internal sealed record FieldScores(CategoryScore Names, Share Types, Share Required);

/// <summary>Scores fields.</summary>
internal static class FieldScorer
{
    /// <summary>The scores of fields.</summary>
    public static FieldScores Score(Matched matched)
    {
        var (counts, near, types, required) = (Counts.None, 0, Share.None, Share.None);
        var (missed, invented) = (new List<string>(), new List<string>());
        foreach (var (reference, draft) in matched.EntityPairs.Where(static pair => !pair.Reference.IsOptional))
        {
            var matches = Match(matched, reference, draft);
            var score = NamedScores.Of(matches, [.. reference.Fields.Select(static field => (field.Names[0], field.IsOptional))], [.. draft.Fields.Select(static field => field.Names[0])]);
            (counts, near) = (counts + score.Counts, near + score.Near);
            missed.AddRange(score.Missed.Select(name => $"{reference.Names[0]}.{name}"));
            invented.AddRange(score.Invented.Select(name => $"{draft.Names[0]}.{name}"));
            foreach (var (wanted, found) in Found(matches, reference, draft).Where(static pair => !pair.Wanted.IsOptional))
            {
                types += wanted.Types.Count == 0 ? Share.None : new(wanted.Types.Intersect(found.Types).Any() ? 1 : 0, 1);
                required += wanted.IsRequired is { } must ? new(found.IsRequired == must ? 1 : 0, 1) : Share.None;
            }
        }
        return new(new(counts, near) { Missed = missed, Invented = invented }, types, required);
    }

    /// <summary>The field of a draft's entity that a field of the reference's is, or null.</summary>
    public static ScoredField? Find(Matched matched, ScoredEntity reference, ScoredEntity draft, string field) =>
        Found(Match(matched, reference, draft), reference, draft).FirstOrDefault(pair => pair.Wanted.Names.Contains(field)).Found;

    private static IEnumerable<(ScoredField Wanted, ScoredField Found)> Found(NameMatches matches, ScoredEntity reference, ScoredEntity draft) =>
        matches.Exact.Select((column, row) => (column, row)).Where(static pair => pair.column >= 0).Select(pair => (reference.Fields[pair.row], draft.Fields[pair.column]));

    /// <summary>A field has its name with that of its entity before it and without.</summary>
    private static NameMatches Match(Matched matched, ScoredEntity reference, ScoredEntity draft)
    {
        var owners = matched.Fold([.. reference.Names, .. draft.Names]);
        return NameMatcher.Match([.. reference.Fields.Select(Names)], [.. draft.Fields.Select(Names)]);

        IReadOnlyList<FoldedName> Names(ScoredField field)
        {
            var names = matched.Fold(field.Names);
            return [.. names.Concat(names.SelectMany(name => owners.Select(name.Within))).DistinctBy(static name => name.Key)];
        }
    }
}
