using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Grants in few words: "(Viewers read-only, Members create/edit, Admins delete)", "Owner: full access".</summary>
internal static class GrantRules
{
    private const int Fewest = 2;

    /// <summary>Finds them. Runs after the entities are known.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Places.Where(place => place.Part != SectionKind.OutOfScope && place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem))
        {
            foreach (var list in Brackets(place.Text))
            {
                var grants = list.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => Grant(part, reading, findings)).ToList();
                if (grants.Count >= Fewest && grants.TrueForAll(grant => grant is not null))
                {
                    Add(grants.OfType<(Term Role, List<string> Verbs)>(), place, findings);
                }
            }
        }
    }

    private static void Add(IEnumerable<(Term Role, List<string> Verbs)> grants, Place place, Findings findings)
    {
        var named = ContextEntity.In(place.Text, findings);
        var entity = named.IsNone ? ContextEntity.AboveOrLeading(place, findings) : named;
        foreach (var (role, verbs) in grants)
        {
            findings.AddRole(role, "", Basis.Stated, place.Alone);
            if (entity.IsNone)
            {
                continue;
            }
            foreach (var verb in verbs.SelectMany(Verbs.PermissionsOf).Distinct())
            {
                findings.Add(new PermissionItem(role.Shown, verb, entity.Shown, "", Basis.Implied, place.Alone));
            }
        }
    }

    private static (Term Role, List<string> Verbs)? Grant(string part, Reading reading, Findings findings)
    {
        var words = part.Split([' ', '/', '-', '&'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }
        var verbs = words.Skip(1).Select(word => word.ToLowerInvariant()).Where(word => word is not ("only" or "and" or "can" or "access" or "all")).ToList();
        var role = RoleNames.Of(words[0], reading);
        var known = verbs.Select(verb => verb is "full" ? "manage" : Verbs.BaseOf(verb)).ToList();
        return (findings.IsRole(role) || RoleNames.IsPerson(role)) && known.Count > 0 && known.TrueForAll(verb => verb is not null) ? (role, known.OfType<string>().ToList()) : null;
    }

    private static IEnumerable<string> Brackets(string text)
    {
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
            {
                yield break;
            }
            yield return text[(open + 1)..close];
        }
    }
}
