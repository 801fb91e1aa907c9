using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>People as a document lists them: headings of personas, and lists, tables and headings below one of roles.</summary>
internal static partial class PeopleRules
{
    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Places.Where(place => place.Part is SectionKind.Plain or SectionKind.Model or SectionKind.People or SectionKind.Background))
        {
            if (place.Sentence.Kind == SentenceKind.Heading)
            {
                FindHeading(place, reading, findings);
            }
            else if (place.Sentence.Kind is SentenceKind.ListItem && IsListOfRoles(place))
            {
                var (label, text) = Outline.SplitLabel(place.Text);
                Add(label.Length > 0 ? label : FirstPart(place.Text), label.Length > 0 ? text : "", place, reading, findings);
            }
            else if (place.Sentence.Kind == SentenceKind.TableRow && place.Sentence.Cells.Count > 1 && ActorCell().IsMatch(place.Sentence.Cells[0]))
            {
                FindActors(place, reading, findings);
            }
            else if (place.Sentence.Kind == SentenceKind.TableRow && IsTableOfRoles(place, reading))
            {
                Add(place.Sentence.Cells[0], place.Sentence.Cells.Count > 1 ? place.Sentence.Cells[1] : "", place, reading, findings);
            }
        }
    }

    private static void FindHeading(Place place, Reading reading, Findings findings)
    {
        var match = Persona().Match(place.Text);
        if (match.Success && (match.Groups[1].Length > 0 || place.Sentence.Headings.Count > 0))
        {
            Add(match.Groups[2].Value, "", place, reading, findings);
        }
        else if (Functions().Match(place.Text) is { Success: true } functions && RoleNames.Of(functions.Groups[1].Value, reading) is var role && RoleNames.IsPerson(role) && role.Key != "user")
        {
            findings.AddRole(role, "", Basis.Stated, place.Alone);
        }
        else if (place.Sentence.Headings.Count > 0 && ListOfRoles().IsMatch(place.Sentence.Headings[^1]) && RoleNames.Of(WithoutNumber(place.Text), reading) is var below && RoleNames.IsPerson(below))
        {
            findings.AddRole(below, "", Basis.Stated, place.Alone);
        }
    }

    private static void Add(string name, string description, Place place, Reading reading, Findings findings)
    {
        var role = RoleNames.Of(name, reading);
        if (!role.IsNone && (RoleNames.IsPerson(role) || role.Words.Length <= 2))
        {
            findings.AddRole(role, description, Basis.Stated, place.WithLabel);
        }
    }

    /// <summary>The row of a use case that says who takes part: only words for people are roles, as systems take part, too.</summary>
    private static void FindActors(Place place, Reading reading, Findings findings)
    {
        foreach (var part in InBrackets().Replace(place.Sentence.Cells[1], " ").Split(['•', ',', ';', '.'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Token.Of(part).TakeWhile(token => token.IsWord && (Verbs.BaseOf(token.Lower) is null || RoleNames.IsPerson(Term.Of(token.Text)))).Select(token => token.Text).ToList();
            var role = RoleNames.Of(string.Join(' ', words), reading);
            if (RoleNames.IsPerson(role))
            {
                findings.AddRole(role, "", Basis.Stated, place.Alone);
            }
        }
    }

    private static bool IsListOfRoles(Place place) =>
        ListOfRoles().IsMatch(place.Label) || (place.Labels.Count == 0 && place.Sentence.Headings.Count > 0 && Sections.Of([place.Sentence.Headings[^1]]) == SectionKind.People && IsOfPerson(place.Text)) || (place.Labels.Count == 0 && place.Sentence.Headings.Count > 0 && ListOfRoles().IsMatch(place.Sentence.Headings[^1]));

    private static bool IsTableOfRoles(Place place, Reading reading)
    {
        for (var at = place.Index; at >= 0 && at < reading.Places.Count && reading.Places[at].Sentence.Block == place.Sentence.Block; at--)
        {
            if (reading.Places[at].Sentence.Kind == SentenceKind.TableHeader)
            {
                return RoleColumn().IsMatch(reading.Places[at].Sentence.Cells[0]) && place.Part != SectionKind.Project;
            }
        }
        return false;
    }

    private static bool IsOfPerson(string text) => Outline.SplitLabel(text) is ({ Length: > 0 } label, _) && RoleNames.IsPerson(Term.Of(label));

    private static string FirstPart(string text) => text.Split([" - ", " – ", " — ", ","], 2, StringSplitOptions.None)[0];

    private static string WithoutNumber(string heading) => heading.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ');

    [GeneratedRegex(@"^(?:[0-9.]+ )?((?:primary|secondary|tertiary|quaternary|main|other|key|target|first|second|third)? ?(?:user )?(?:persona|actor|role|user type)(?: [0-9a-z])?) ?[:–-] (.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Persona();

    [GeneratedRegex(@"^(?:[0-9.]+ )?(.{3,50}?)(?: user)? (?:functionalit(?:y|ies)|capabilities|permissions|use[- ]cases|stories|features|portal|rights)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Functions();

    [GeneratedRegex(@"^(?:[0-9.]+ )?(?:the |user |system |main |our )*(?:roles?|personas?|actors?|user types?|user groups?|users|role hierarchy|roles and permissions|target users)(?: and .+| \(.+\)|/personas)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListOfRoles();

    [GeneratedRegex(@"^(?:primary |secondary |main )?(?:actors?|users?|roles?|participants?)\b.*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ActorCell();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?:user )?(?:roles?|actors?|personas?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RoleColumn();
}
