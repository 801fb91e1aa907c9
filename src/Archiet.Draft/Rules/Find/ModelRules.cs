using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Entities that are named outright (<c>Invoices Model:</c>, a heading below "Data model"), and the fields in the list below the name.</summary>
internal static partial class ModelRules
{
    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required)
        {
            switch (place.Sentence.Kind)
            {
                case SentenceKind.Heading:
                    FindHeading(place, reading, findings);
                    break;
                case SentenceKind.ListItem:
                    FindItem(place, reading, findings);
                    break;
                case SentenceKind.Paragraph when EntityNames.In(place.Text) is { IsNone: false } named && place.Text.EndsWith(':'):
                    findings.Declare(named, place.Alone);
                    break;
                default:
                    break;
            }
        }
    }

    private static void FindHeading(Place place, Reading reading, Findings findings)
    {
        var outright = EntityNames.In(place.Text);
        if (!outright.IsNone && place.Part is SectionKind.Model or SectionKind.Plain)
        {
            findings.Declare(outright, place.Alone);
        }
        else if (place.Sentence.Headings.Count > 0 && Sections.Of([place.Sentence.Headings[^1]]) == SectionKind.Model)
        {
            findings.Declare(EntityNames.OfHeading(place.Text), place.Alone);
        }
        else if (place.Part is SectionKind.Plain or SectionKind.Model && EntityNames.OfHeading(place.Text) is { IsNone: false } name && DefinedBelow(name, place, reading) is { } defining)
        {
            findings.Declare(name, EquatableArray.Of(place.Id, defining.Id));
        }
    }

    /// <summary>The sentence of a section that says what the thing of its heading has or is: "An invoice belongs to one customer".</summary>
    private static Place? DefinedBelow(Term name, Place heading, Reading reading) =>
        reading.Places.Skip(heading.Index + 1).TakeWhile(place => place.Sentence.Kind != SentenceKind.Heading).FirstOrDefault(place => Defining().Match(place.Text) is { Success: true } match && Term.Of(match.Groups[1].Value) == name);

    private static void FindItem(Place place, Reading reading, Findings findings)
    {
        var (label, text) = Outline.SplitLabel(place.Text);
        if (label.Length > 0 && text.Length == 0 && EntityNames.In(label) is { IsNone: false } named)
        {
            findings.Declare(named, place.Alone);
            return;
        }
        if (place.Labels.Any(IsModel) && EntityNames.Above(place, reading) is ({ IsNone: false } entity, var id))
        {
            AddFields(entity, label, text, place, id.Length > 0 ? EquatableArray.Of(id, place.Id) : place.Alone, findings);
        }
        else if (place.Labels.Count == 0 && place.Part == SectionKind.Model && EntityNames.Above(place, reading) is ({ IsNone: false } below, var heading) && findings.Find(below) is { IsDeclared: true })
        {
            AddFields(below, label, text, place, heading.Length > 0 ? EquatableArray.Of(heading, place.Id) : place.Alone, findings);
        }
        else if (place.Part == SectionKind.Model && ListOfEntities().IsMatch(place.Above.FirstOrDefault("")))
        {
            var (name, inBrackets) = FieldLists.WithNote(label.Length > 0 ? label : place.Text);
            var listed = EntityNames.OfHeading(name);
            findings.Declare(listed, place.WithLabel);
            foreach (var (field, note) in FieldLists.Split(label.Length > 0 ? text : inBrackets).Where(field => field.Name.Length > 0 && Term.SplitWords(field.Name).Count <= 4))
            {
                FieldNotes.Add(listed, field, note, Basis.Stated, place.WithLabel, findings);
            }
        }
    }

    private static bool IsModel(string label) => !EntityNames.In(label).IsNone;

    /// <summary>One field with its description, or a group of names behind what they have in common.</summary>
    private static void AddFields(Term entity, string label, string text, Place place, EquatableArray<string> evidence, Findings findings)
    {
        if (label.Contains(',', StringComparison.Ordinal) && label.Split(',', StringSplitOptions.TrimEntries) is var names && Array.TrueForAll(names, FieldLists.IsIdentifier))
        {
            Array.ForEach(names, name => FieldNotes.Add(entity, name, text, Basis.Stated, evidence, findings));
            return;
        }
        if (label.Length > 0 && Term.SplitWords(label).Count is > 0 and <= 4 && !label.Contains(',', StringComparison.Ordinal) && !IsGroup(label, text))
        {
            FieldNotes.Add(entity, label, text, Basis.Stated, evidence, findings);
            return;
        }
        if (label.Length == 0 && !place.Text.Contains(',', StringComparison.Ordinal) && FieldLists.WithNote(place.Text) is var (name, note) && Term.SplitWords(name).Count <= 4)
        {
            FieldNotes.Add(entity, name, note, Basis.Stated, evidence, findings);
            return;
        }
        foreach (var (field, description) in FieldLists.Split(label.Length > 0 && IsGroup(label, text) ? text : place.Text))
        {
            FieldNotes.Add(entity, field, description, Basis.Stated, evidence, findings);
        }
    }

    /// <summary>Whether what follows is a list of identifiers: the label then says only what they have in common.</summary>
    private static bool IsGroup(string label, string text)
    {
        var parts = FieldLists.Split(text).ToList();
        return Group().IsMatch(label)
            || (parts.Count > 0 && parts.TrueForAll(part => IsIdentifier(part.Name)) && parts.Exists(part => part.Name.Contains('_', StringComparison.Ordinal) || part.Name.Any(char.IsUpper)) && !IsIdentifier(label) && EnumValues.Of(text, isStated: true).Count == 0)
            || (parts.Count > 1 && parts.TrueForAll(part => IsIdentifier(part.Name)) && parts.Exists(part => part.Name.Contains('_', StringComparison.Ordinal) || (char.IsLower(part.Name[0]) && part.Name.Any(char.IsUpper))));
    }

    private static bool IsIdentifier(string name) => name.Length > 0 && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');

    [GeneratedRegex(@"^(?:an? |each |every |the |all )([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:has|have|belongs?|contains?|consists?|is|are|can be|may be|must|stores?|records?|describes?|represents?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Defining();

    [GeneratedRegex(@"\b(fields|attributes|properties|columns|details)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Group();

    [GeneratedRegex(@"\b(entities|data model|domain model|tables|objects|models)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListOfEntities();
}
