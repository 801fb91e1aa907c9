using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Grants in few words: "(Viewers read-only, Members create/edit, Admins delete)", "Owner: full access".</summary>
internal static partial class GrantRules
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
            if (place.Sentence.Kind == SentenceKind.ListItem && Outline.SplitLabel(place.Text) is ({ Length: > 0 } label, { Length: > 0 } text))
            {
                FindLabelled(label, text, place, reading, findings);
            }
        }
    }

    /// <summary>An item of a list of roles that says what each does: <c>Members: read all, edit assigned orders</c>.</summary>
    private static void FindLabelled(string label, string text, Place place, Reading reading, Findings findings)
    {
        var roles = label.Split(['/', ',', '&'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => RoleNames.Of(part, reading)).ToList();
        if (roles.Count == 0 || !roles.TrueForAll(role => findings.IsRole(role) || (RoleNames.IsPerson(role) && role.Words.Length == 1)))
        {
            return;
        }
        foreach (var part in text.Split([',', ';', '.', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var tokens = Token.Of(part);
            var deed = Full().IsMatch(part) ? new Deed(["manage"], []) : Deed.At(tokens, 0);
            if (deed is null || Refusal().IsMatch(part))
            {
                continue;
            }
            var things = deed.Things.Select(reading.Shortest).Where(thing => findings.Find(thing) is { } known && EntitySelection.IsEntity(known, findings)).ToList();
            var entity = things.Count > 0 ? things : [ContextEntity.AboveOrLeading(place, findings)];
            foreach (var role in roles)
            {
                findings.AddRole(role, "", Basis.Implied, place.Alone);
                Note(role, deed.Verbs, entity, part.Contains("assigned", StringComparison.OrdinalIgnoreCase) ? "assigned" : part.Contains(" own ", StringComparison.OrdinalIgnoreCase) ? "own" : "", place, findings);
            }
        }
    }

    private static void Note(Term role, IReadOnlyList<string> verbs, List<Term> entities, string condition, Place place, Findings findings)
    {
        foreach (var entity in entities.Where(entity => !entity.IsNone))
        {
            foreach (var verb in verbs.SelectMany(Verbs.PermissionsOf).Distinct())
            {
                findings.Add(new PermissionItem(role.Shown, verb, entity.Shown, condition, Basis.Implied, place.Alone));
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
            Note(role, verbs, [entity], "", place, findings);
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

    [GeneratedRegex(@"^(full|all|complete)( crud| access| control| permissions| rights)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Full();

    [GeneratedRegex(@"^(cannot|can't|no |not |never|without|except)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Refusal();

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
