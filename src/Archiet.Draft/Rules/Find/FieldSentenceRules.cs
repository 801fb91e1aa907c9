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

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem))
        {
            if (Declaring().Match(place.Text) is { Success: true } declared && NounPhrase.Clean(declared.Groups[1].Value.Split(' ')) is { IsNone: false } outright)
            {
                findings.Declare(outright, place.Alone);
                AddAll(outright, declared.Groups[2].Value, Basis.Stated, place, reading, findings);
            }
            else if (Having().Match(place.Text) is { Success: true } having && NounPhrase.Clean(having.Groups[1].Value.Split(' ')) is { IsNone: false } entity && !RoleNames.IsPerson(entity))
            {
                AddHaving(entity, having.Groups[2].Value, place, reading, findings);
            }
        }
    }

    private static void AddHaving(Term entity, string list, Place place, Reading reading, Findings findings)
    {
        var fields = FieldLists.Split(list).Where(field => IsField(field.Name)).ToList();
        if (fields.Count > 1 || (fields.Count == 1 && FieldTypes.OfName(fields[0].Name) != FieldTypes.Unknown))
        {
            findings.Declare(reading.Shortest(entity) is { IsNone: false } known ? known : entity, place.Alone);
            AddAll(entity, list, Basis.Stated, place, reading, findings);
        }
    }

    private static void AddAll(Term entity, string list, Basis basis, Place place, Reading reading, Findings findings)
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

    [GeneratedRegex(@"^(?:the |an? |each |every |all )([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:has|have|must have|shall have|contains?|must contain|shall contain|must include|shall include|includes?|stores?|records?|consists? of|is described by|comprises|is identified by)(?: the following(?: \w+)?)?:? (.+)$", Options)]
    private static partial Regex Having();

    [GeneratedRegex(@"^(many|multiple|several|zero|one or more|up to|at least|two|three|any number|[0-9]+)\b", Options)]
    private static partial Regex Many();
}
