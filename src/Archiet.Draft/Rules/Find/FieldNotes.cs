using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Find;

/// <summary>Notes a field of an entity, or the relationship that it is.</summary>
internal static partial class FieldNotes
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Fields that every entity has in the language, and needs none of.</summary>
    private static readonly HashSet<string> Own = new(["id", "tenant id", "version", "uuid", "guid", "_id", "row version"], StringComparer.Ordinal);

    /// <summary>Notes what a name and what stands behind it say.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="name">The name as it is written.</param>
    /// <param name="description">The type, and what else is said of it; may be nothing.</param>
    /// <param name="basis">Whether it is said outright that it is a field.</param>
    /// <param name="evidence">The sentences.</param>
    /// <param name="findings">Where it is noted.</param>
    /// <param name="type">The type where it has a column of its own.</param>
    /// <param name="words">What is said of it for people, where that has a column of its own.</param>
    public static void Add(Term entity, string name, string description, Basis basis, EquatableArray<string> evidence, Findings findings, string type = "", string? words = null)
    {
        var parts = Term.SplitWords(name);
        if (parts.Count > 2 && parts[^1].ToLowerInvariant() is "field" or "fields")
        {
            parts.RemoveAt(parts.Count - 1);
        }
        if (entity.IsNone || parts.Count is 0 or > 5 || string.Join(' ', parts).ToLowerInvariant() is var key && (Own.Contains(key) || key.Length > 48 || char.IsDigit(key[0])))
        {
            return;
        }
        if (ReferenceOf(parts, description, type) is { IsNone: false } target)
        {
            AddReference(entity, name, target, type.Length > 0 ? type : description, RequiredIn(description), ShownOf(description, words), basis, evidence, findings);
            return;
        }
        if (Rows().Match(description) is { Success: true } rows && AddRows(entity, rows, basis, evidence, findings))
        {
            return;
        }
        var values = EnumValues.Of(description, isStated: FieldTypes.Of(type.Length > 0 ? type : description) == "enum" || parts[^1].Equals("status", StringComparison.OrdinalIgnoreCase));
        var said = values.Count > 0 ? "enum" : FieldTypes.Of(type.Length > 0 ? type : TypePart(description));
        var shown = said == FieldTypes.Unknown ? FieldTypes.OfName(name) : said;
        findings.Add(new FieldItem(entity.Shown, string.Join(' ', parts), shown, RequiredIn(description), values, ClassOf(description), ShownOf(description, words), basis, evidence)
        {
            Unique = Unique().IsMatch(description) ? Certainty.Yes : Certainty.Unknown,
            Max = shown is "string" or "text" or "int" or "long" or "decimal" ? FieldTypes.MaxOf(type + " " + description) : "",
        });
    }

    /// <summary>A field that is a list of things with fields of their own is an entity of these, which the first owns.</summary>
    private static bool AddRows(Term owner, Match rows, Basis basis, EquatableArray<string> evidence, Findings findings)
    {
        var one = Term.Of(rows.Groups[1].Value);
        var fields = FieldLists.Split(rows.Groups[2].Value.TrimEnd(')')).Where(field => Term.SplitWords(field.Name).Count is > 0 and <= 3).ToList();
        if (one.IsNone || one == owner || fields.Count < 2)
        {
            return false;
        }
        findings.Declare(one, evidence);
        findings.Add(new RelationshipItem(one.Shown, owner.Shown, RelationshipKind.OwnedBy, "", Certainty.Yes, Basis.Implied, evidence));
        foreach (var (name, note) in fields)
        {
            Add(one, name, note, basis, evidence, findings);
        }
        return true;
    }

    /// <summary>Whether a description says that a value must be there.</summary>
    public static Certainty RequiredIn(string description) =>
        Optional().IsMatch(description) ? Certainty.No : Required().IsMatch(description) ? Certainty.Yes : Certainty.Unknown;

    /// <summary>What a person wants to read of it: words, and neither types nor notes in brackets.</summary>
    private static string ShownOf(string description, string? words)
    {
        if (words is not null)
        {
            return words.Length > 200 ? "" : words;
        }
        var bracket = description.IndexOf('(', StringComparison.Ordinal);
        var text = (bracket >= 0 ? description[..bracket] : description).Trim(' ', ';', ',', '.');
        return text.Length > 200 || !text.Contains(' ', StringComparison.Ordinal) || text.Contains(';', StringComparison.Ordinal) || FieldTypes.Of(text.Split(' ')[0]) != FieldTypes.Unknown || text.StartsWith("required", StringComparison.OrdinalIgnoreCase) || text.StartsWith("optional", StringComparison.OrdinalIgnoreCase) || text[0] is '"' or '\'' ? "" : text;
    }

    private static void AddReference(Term entity, string name, Term target, string notes, Certainty required, string words, Basis basis, EquatableArray<string> evidence, Findings findings)
    {
        var called = Term.Of(Term.SplitWords(name).Where(word => !word.Equals("id", StringComparison.OrdinalIgnoreCase)));
        if (Foreign().IsMatch(notes))
        {
            findings.Declare(target, evidence);
        }
        else
        {
            findings.Suggest(target, 1, evidence[^1]);
        }
        findings.Add(
            new RelationshipItem(entity.Shown, target.Shown, RelationshipKind.Reference, called == target ? "" : called.Key, required, basis, evidence),
            new FieldItem(entity.Shown, string.Join(' ', Term.SplitWords(name)), FieldTypes.Unknown, required, EquatableArray<string>.Empty, "", words, basis, evidence));
    }

    /// <summary>The entity that a field refers to: because it says so, or because its name ends with <c>id</c>.</summary>
    private static Term ReferenceOf(List<string> words, string description, string type)
    {
        if (Foreign().Match(type.Length > 0 ? type : description) is { Success: true } match)
        {
            return Target(match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value);
        }
        if (type.Length > 0 && BareReference().IsMatch(type))
        {
            return Term.Of(words);
        }
        if (words.Count < 2 || !words[^1].Equals("id", StringComparison.OrdinalIgnoreCase))
        {
            return Term.None;
        }
        return Owner().Match(description) is { Success: true } owner ? Term.Of(owner.Groups[1].Value) : External(words) ? Term.None : Term.Of(words[..^1]);
    }

    /// <summary>Names of tables are taken as they are; words may have a determiner before them.</summary>
    private static Term Target(string name) => name.Contains('_', StringComparison.Ordinal) ? Term.Of(name) : NounPhrase.Clean(name.Split(' ')) is { IsNone: false } term ? term : Term.Of(name);

    /// <summary>Ids of another system are text.</summary>
    private static bool External(List<string> words) => words[0].ToLowerInvariant() is "external" or "stripe" or "customer" && words.Count > 2 || words[..^1].Exists(word => word.ToLowerInvariant() is "external" or "document" or "annotation" or "transaction" or "session" && words.Count > 2);

    /// <summary>Where a type stands: before what else is said.</summary>
    private static string TypePart(string description)
    {
        var end = description.IndexOfAny([';', '.']);
        return end > 0 ? description[..end] : description;
    }

    private static string ClassOf(string description) =>
        Phi().IsMatch(description) ? "phi" : Personal().IsMatch(description) ? "personal" : Secret().IsMatch(description) ? "secret" : "";

    [GeneratedRegex(@"\b(?:array|list|collection|table) of ([A-Za-z][\w\-]*(?: [\w\-]+)?s)(?: (?:with|containing|each with|having)|:| \() ?(.+)$", Options)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\b(required|mandatory|not null|must be (set|given|filled)|non-?null(able)?)\b", Options)]
    private static partial Regex Required();

    [GeneratedRegex(@"\b(optional|nullable|may be (empty|null|omitted)|not required|can be (empty|null)|if (any|known|available|applicable))\b", Options)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\bunique\b", Options)]
    private static partial Regex Unique();

    [GeneratedRegex(@"\b(?:foreign key to|fk to|fk ?->|fk ?→|references?|reference to|ref to|linked to|links to|lookup to|points to|pointer to|belongs to)(?: the| an?)? ([A-Za-z_]{3,40}(?: [A-Z][a-z]+)?)\b|\bref\(([A-Za-z_]{3,40})\)", Options)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^(?:reference|ref|fk|foreign key|relation|relationship|link|lookup)$", Options)]
    private static partial Regex BareReference();

    [GeneratedRegex(@"^([A-Z][A-Za-z]{2,30}) (?:ObjectId|ID|UUID|FK|reference)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Owner();

    [GeneratedRegex(@"\b(personal data|personally identifiable|pii)\b", Options)]
    private static partial Regex Personal();

    [GeneratedRegex(@"\b(protected health information|phi|health data|medical data)\b", Options)]
    private static partial Regex Phi();

    [GeneratedRegex(@"\b(secret|encrypted at rest|never (shown|returned))\b", Options)]
    private static partial Regex Secret();
}
