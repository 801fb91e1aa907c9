using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Sentences that list the fields of something: "An invoice has a number, an issue date and a total", "`AuditLog` model captures: action, user".</summary>
internal static partial class FieldSentenceRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>What shows or carries data, and is none that is kept.</summary>
    private static readonly HashSet<string> Carriers = new(
        ["token", "payload", "request", "response", "header", "cookie", "email", "mail", "page", "form", "modal", "dialog", "screen", "view", "dashboard", "list", "table", "report", "button", "file", "pdf", "menu", "section", "tab", "card", "badge", "url", "link", "system", "application", "app", "platform", "module", "api", "interface"],
        StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        var last = Term.None;
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Heading or SentenceKind.Paragraph or SentenceKind.ListItem))
        {
            if (place.Sentence.Kind == SentenceKind.Heading)
            {
                last = EntityNames.OfHeading(place.Text) is { IsNone: false } heading && findings.Find(heading) is not null ? heading : Term.None;
            }
            else if (Declaring().Match(place.Text) is { Success: true } declared && NounPhrase.Clean(declared.Groups[1].Value.Split(' ')) is { IsNone: false } outright)
            {
                findings.Declare(outright, place.Alone);
                AddAll(outright, declared.Groups[2].Value, Basis.Stated, place, findings);
                last = outright;
            }
            else if (Having().Match(place.Text) is { Success: true } having)
            {
                var entity = Pronoun().IsMatch(having.Groups[1].Value) ? last : NounPhrase.Clean(having.Groups[1].Value.Split(' '));
                last = AddHaving(entity, having.Groups[2].Value, place, reading, findings) ? entity : last;
            }
            else if (Subject().Match(place.Text) is { Success: true } subject && findings.Find(Term.Of(subject.Groups[1].Value)) is { } known)
            {
                last = known.Term;
            }
        }
    }

    /// <summary>Whether the list was one of fields. One of people must have a field that cannot be anything else: people have goals and needs, too.</summary>
    private static bool AddHaving(Term entity, string list, Place place, Reading reading, Findings findings)
    {
        if (entity.IsNone || (Carriers.Contains(entity.Head) && findings.Find(entity) is not { IsDeclared: true }))
        {
            return false;
        }
        var fields = FieldLists.Split(list).Where(field => IsField(field.Name)).ToList();
        var isClear = fields.Exists(field => FieldTypes.OfName(field.Name) != FieldTypes.Unknown);
        if (!isClear && (fields.Count < 2 || RoleNames.IsPerson(entity)))
        {
            return false;
        }
        var name = reading.Shortest(entity) is { IsNone: false } known && findings.Find(known) is { IsDeclared: true } ? known : entity;
        findings.Declare(name, place.Alone);
        AddAll(name, list, Basis.Stated, place, findings);
        return true;
    }

    private static void AddAll(Term entity, string list, Basis basis, Place place, Findings findings)
    {
        foreach (var (name, note) in FieldLists.Split(list).Where(field => IsField(field.Name)))
        {
            if (Term.Of(name) is var term && findings.Find(term) is { IsDeclared: true } other && other.Term != entity && FieldTypes.OfName(name) == FieldTypes.Unknown)
            {
                findings.Add(new RelationshipItem(entity.Shown, other.Term.Shown, RelationshipKind.Reference, "", FieldNotes.RequiredIn(note), Basis.Implied, place.Alone));
                continue;
            }
            FieldNotes.Add(entity, name, note, basis, place.Alone, findings);
        }
    }

    /// <summary>A field's name is short, and begins with no word that says how many.</summary>
    private static bool IsField(string name)
    {
        var words = Term.SplitWords(name);
        if (FieldLists.IsIdentifier(name))
        {
            return words.Count <= 5;
        }
        return words.Count is > 0 and <= 4 && !Many().IsMatch(name) && !words.Exists(word => WordLists.Ends.Contains(word.ToLowerInvariant()) && !word.Equals("of", StringComparison.OrdinalIgnoreCase)) && char.IsLetter(name[0]);
    }

    [GeneratedRegex(@"^(?:the |an? )?([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:model|table|entity|record|object)s? (?:tracks?|captures?|stores?|contains?|includes?|has|have|holds?|records?|consists? of) ?:? (.+)$", Options)]
    private static partial Regex Declaring();

    [GeneratedRegex(@"^(?:(?:the |an? |each |every |all ))?([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:has|have|must have|shall have|contains?|must contain|shall contain|must include|shall include|includes?|stores?|records?|consists? of|is described by|comprises|is identified by)(?: the following(?: \w+)?)?:? (.+)$", Options)]
    private static partial Regex Having();

    [GeneratedRegex(@"^(it|they|each|each one|this)$", Options)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:the |an? |each |every )([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:is|are|belongs?|can|may|must|refers?)\b", Options)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(many|multiple|several|zero|one or more|up to|at least|two|three|any number|[0-9]+)\b", Options)]
    private static partial Regex Many();
}
