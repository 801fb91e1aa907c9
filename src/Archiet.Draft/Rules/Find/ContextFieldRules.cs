using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>
/// Fields of the entity that a section is about, where only their list is named: "Required fields: name, close date", "the form captures: ...", "the `due_date` field". That they
/// belong to it is implied.
/// </summary>
internal static partial class ContextFieldRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Finds them. Runs after the entities are known.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem))
        {
            var (label, text) = Outline.SplitLabel(place.Text);
            var under = place.Labels.LastOrDefault(IsList) ?? "";
            if (!IsList(label) && under.Length == 0)
            {
                FindMentions(place, findings);
                continue;
            }
            var entity = ContextEntity.AboveOrLeading(place, findings);
            if (entity.IsNone || place.Labels.Any(above => !EntityNames.In(above).IsNone))
            {
                continue;
            }
            if (IsList(label))
            {
                AddAll(entity, text, Required().IsMatch(label) ? "required" : "", place, findings);
            }
            else
            {
                AddItem(entity, label, text, under, place, findings);
            }
        }
    }

    private static void AddItem(Term entity, string label, string text, string under, Place place, Findings findings)
    {
        var note = Required().IsMatch(under) ? "required" : "";
        if (label.Length > 0 && !IsStatus(label) && IsGroup(FieldLists.Split(text).Select(part => part.Name).ToList(), text))
        {
            AddAll(entity, text, note, place, findings);
            return;
        }
        var (name, inBrackets) = FieldLists.WithNote(label.Length > 0 ? label : place.Text);
        if (IsName(name))
        {
            FieldNotes.Add(entity, name, string.Join("; ", new[] { note, inBrackets, text == place.Text ? "" : text }.Where(part => part.Length > 0)), Basis.Implied, place.WithLabel, findings);
        }
    }

    /// <summary>Whether several names stand behind what they have in common: more than two that are no values, or some that say types.</summary>
    private static bool IsGroup(List<string> names, string text) => names.Count > 1 && names.Count(name => FieldTypes.OfName(name) != FieldTypes.Unknown) * 2 >= names.Count || (names.Count > 2 && EnumValues.Split(text).Count == 0);

    private static bool IsStatus(string label) => label.Split(' ')[^1].ToLowerInvariant() is "status" or "state" or "type" or "stage" or "priority" or "category" or "kind" or "role";

    private static void AddAll(Term entity, string list, string note, Place place, Findings findings)
    {
        foreach (var (name, said) in FieldLists.Split(list).Where(field => IsName(field.Name)))
        {
            FieldNotes.Add(entity, name, string.Join("; ", new[] { note, said }.Where(part => part.Length > 0)), Basis.Implied, place.WithLabel, findings);
        }
    }

    /// <summary>A name as code writes it, called a field or given a value.</summary>
    private static void FindMentions(Place place, Findings findings)
    {
        foreach (var name in Mention().Matches(place.Text).Select(match => match.Groups[1].Length > 0 ? match.Groups[1].Value : match.Groups[2].Value).Where(FieldLists.IsIdentifier).Distinct(StringComparer.Ordinal))
        {
            var named = ContextEntity.In(place.Text.Replace(name, " ", StringComparison.Ordinal), findings);
            var entity = named.IsNone ? ContextEntity.AboveOrLeading(place, findings) : named;
            FieldNotes.Add(entity, name, "", Basis.Implied, place.Alone, findings);
        }
    }

    private static bool IsName(string name)
    {
        var words = Term.SplitWords(name);
        return words.Count is > 0 and <= 3 && char.IsLetter(name[0]) && (FieldLists.IsIdentifier(name) || !(words.Exists(word => WordLists.Ends.Contains(word.ToLowerInvariant())) || IsDeed(words)));
    }

    /// <summary>Whether words begin with a verb in its base form: they say what is done, and name nothing.</summary>
    private static bool IsDeed(List<string> words) => words.Count > 1 && FieldTypes.OfName(string.Join(' ', words)) == FieldTypes.Unknown && words[0].ToLowerInvariant() is var first && Verbs.BaseOf(first) == first;

    private static bool IsList(string label) => List().IsMatch(label);

    [GeneratedRegex(@"^(?:the )?(?:required|optional|mandatory|standard|core|basic|common|additional|custom|audit|calculated|computed|derived|extracted|captured|key|main|input|form|data|system|metadata|tracked|other)? ?(?:form )?(?:fields|attributes|properties|data fields|data elements|data points)(?: \(.*\))?$|^.{0,40}\b(?:form fields|form captures|fields captured|captured fields)$", Options)]
    private static partial Regex List();

    [GeneratedRegex(@"\b(required|mandatory)\b", Options)]
    private static partial Regex Required();

    [GeneratedRegex(@"\b([A-Za-z]\w+) (?:field|column|attribute|property|flag|timestamp)\b|\b([A-Za-z]\w+) ?= ?[\w""'\[(]", Options)]
    private static partial Regex Mention();
}
