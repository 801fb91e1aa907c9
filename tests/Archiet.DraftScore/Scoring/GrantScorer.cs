using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Scoring;

/// <summary>Scores what roles may do, as triples of role, verb and entity. To list and to read are one verb; what is said of an optional role or entity is not judged.</summary>
internal static class GrantScorer
{
    /// <summary>The score of triples.</summary>
    public static CategoryScore Score(Matched matched)
    {
        var (hits, missed) = (0, new List<string>());
        var known = new HashSet<(string, string, string)>();
        var found = matched.Draft.Grants.Select(grant => Triple(matched, grant)).ToList();
        foreach (var wanted in matched.Reference.Grants)
        {
            var triples = wanted.Verbs.Select(verb => (wanted.Role, Fold(matched, verb), wanted.Entity)).ToList();
            known.UnionWith(triples);
            if (wanted.IsOptional || IsUnjudged(matched, wanted.Role, wanted.Entity))
            {
                continue;
            }
            if (found.Exists(triple => triples.Contains((triple.Role, triple.Verb, triple.Entity))))
            {
                hits++;
            }
            else
            {
                missed.Add($"{wanted.Role} {string.Join('/', wanted.Verbs)} {wanted.Entity}");
            }
        }
        var invented = found.Where(triple => !triple.IsExempt && !known.Contains((triple.Role, triple.Verb, triple.Entity)))
            .Select(static triple => $"{triple.Role} {triple.Verb} {triple.Entity}").ToList();
        return new(new(hits, missed.Count, invented.Count)) { Missed = missed, Invented = invented };
    }

    private static (string Role, string Verb, string Entity, bool IsExempt) Triple(Matched matched, ScoredGrant grant)
    {
        var (role, entity) = (matched.RoleOf(grant.Role), matched.EntityOf(grant.Entity));
        return (role?.Names[0] ?? grant.Role, Fold(matched, grant.Verbs[0]), entity?.Names[0] ?? grant.Entity, role?.IsOptional == true || entity?.IsOptional == true);
    }

    private static bool IsUnjudged(Matched matched, string role, string entity) =>
        matched.Reference.Roles.Any(known => known.Names[0] == role && known.IsOptional) || matched.Reference.Entities.Any(known => known.Names[0] == entity && known.IsOptional);

    private static string Fold(Matched matched, string verb) => matched.Fold([verb])[0].Key;
}
