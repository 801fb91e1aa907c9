using System.Globalization;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Asks what no sentence says of fields: by entity, so that one answer settles many.</summary>
internal sealed class FieldQuestions(MergeDesk desk)
{
    private const int UsualLength = 200;

    private static readonly char[] Separators = [',', ';'];

    private readonly List<(string Entity, string Field)> lengthless = [];

    /// <summary>Whether a field that no sentence says is there.</summary>
    public bool IsKept(FieldGroup group)
    {
        var path = $"{group.Entity}.{NameWords.Field(group.Word)}";
        var evidence = group.Evidence(desk.Ledger);
        if (NameWords.Field(group.Word) is null)
        {
            return false;
        }
        var isKept = desk.Decide(
            QuestionCodes.Fields, path, "assumed", $"No sentence says that {group.Entity} has '{NameWords.Field(group.Word)}'. Has it?", ["no, it is left out", "yes"], evidence,
            [$"{group.Entity}.fields.{NameWords.Field(group.Word)}"]) == 1;
        if (!isKept)
        {
            desk.Leave(path, "no sentence says it", evidence);
        }
        return isKept;
    }

    /// <summary>Gives every field a type and all that goes with it.</summary>
    public List<MergedField> Complete(string entity, List<(FieldGroup? Group, MergedField Field)> made)
    {
        var typed = AskTypes(entity, made);
        var required = AskRequired(entity, typed);
        var personal = AskPersonal(entity, typed);
        return
        [
            .. typed.Select(pair =>
            {
                var reading = pair.Group is null ? null : new FieldReading(pair.Group, $"{entity}.{pair.Field.Name}", desk);
                var max = reading?.MaxOf(pair.Field.Type) ?? "";
                if (pair.Field.Type == "string" && max.Length == 0)
                {
                    lengthless.Add((entity, pair.Field.Name));
                }
                return pair.Field with
                {
                    Max = max,
                    Required = required.Contains(pair.Field.Name),
                    Unique = IsUnique(entity, pair.Field, reading),
                    Classification = personal.Contains(pair.Field.Name) ? EquatableArray.Of("personal") : pair.Field.Classification,
                };
            }),
        ];
    }

    /// <summary>Gives texts a length of which no sentence gives one: one answer for all of them.</summary>
    public void AskLengths(Dictionary<string, List<MergedField>> fields)
    {
        if (lengthless.Count == 0)
        {
            return;
        }
        var names = string.Join(", ", lengthless.Select(static field => $"{field.Entity}.{field.Field}"));
        var asked = new Asked(
            QuestionCodes.Limits, "", "lengths", $"No sentence says how long these texts can be: {names}. How long is the longest?",
            EquatableArray.Of($"{UsualLength} characters", "any length"));
        var isAny = desk.Questions.Decide(asked) == 1;
        var length = desk.Questions.FreeText(asked) is { } text && ReadNumber(text) is { } number ? number : UsualLength;
        foreach (var (entity, name) in lengthless)
        {
            var at = fields[entity].FindIndex(field => field.Name == name);
            if (at >= 0)
            {
                var field = fields[entity][at];
                fields[entity][at] = isAny && !field.Unique ? field with { Type = "text" } : field with { Max = length.ToString(CultureInfo.InvariantCulture) };
            }
        }
    }

    private List<(FieldGroup? Group, MergedField Field)> AskTypes(string entity, List<(FieldGroup? Group, MergedField Field)> made)
    {
        var unknown = made.FindAll(static pair => pair.Field.Type.Length == 0);
        if (unknown.Count == 0)
        {
            return made;
        }
        var listed = string.Join("; ", unknown.Select(static pair => $"{pair.Field.Name}: {TypeWords.Guess(pair.Field.Name)}"));
        var asked = new Asked(
            QuestionCodes.Fields, entity, "types", $"No sentence says of which types these fields of {entity} are. Are they these: {listed}? An answer like 'name: type; name: type' says others.",
            EquatableArray.Of("these types", "leave them out"))
        {
            Evidence = desk.Ledger.Union(unknown.Select(static pair => pair.Field.Evidence)),
        };
        var isLeft = desk.Questions.Decide(asked) == 1;
        var given = ReadPairs(desk.Questions.FreeText(asked));
        return
        [
            .. made.Where(pair => !isLeft || pair.Field.Type.Length > 0)
                .Select(pair => pair.Field.Type.Length > 0 ? pair : (pair.Group, pair.Field with { Type = given.GetValueOrDefault(pair.Field.Name) ?? TypeWords.Guess(pair.Field.Name) })),
        ];
    }

    private HashSet<string> AskRequired(string entity, List<(FieldGroup? Group, MergedField Field)> made)
    {
        var required = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new List<MergedField>();
        foreach (var (group, field) in made.Where(static pair => pair.Group is not null))
        {
            var said = new FieldReading(group!, $"{entity}.{field.Name}", desk).Required();
            if (said is null)
            {
                unknown.Add(field);
            }
            else if (said.Value)
            {
                required.Add(field.Name);
            }
        }
        if (unknown.Count > 0)
        {
            var asked = new Asked(
                QuestionCodes.Cardinality, entity, "required",
                $"No sentence says whether these fields of {entity} must be given: {string.Join(", ", unknown.Select(static field => field.Name))}. Must they? An answer that lists names says which.",
                EquatableArray.Of("no, none of them", "yes, all of them"))
            {
                Evidence = desk.Ledger.Union(unknown.Select(static field => field.Evidence)),
            };
            var isAll = desk.Questions.Decide(asked) == 1;
            var given = (desk.Questions.FreeText(asked) ?? "").Split(Separators, StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
            required.UnionWith(unknown.Select(static field => field.Name).Where(name => isAll || given.Contains(name)));
        }
        return required;
    }

    private HashSet<string> AskPersonal(string entity, List<(FieldGroup? Group, MergedField Field)> made)
    {
        var likely = made.Select(static pair => pair.Field).Where(field => field.Classification.Count == 0 && FieldWords.IsPersonal(entity, field.Name)).ToList();
        if (likely.Count == 0)
        {
            return [];
        }
        var names = likely.ConvertAll(static field => field.Name);
        var chosen = desk.Decide(
            QuestionCodes.Regime, entity, "personal", $"These fields of {entity} look as if they said something about a person: {string.Join(", ", names)}. Do they?",
            ["yes, they are personal data", "no"], desk.Ledger.Union(likely.Select(static field => field.Evidence)));
        return chosen == 0 ? [.. names] : [];
    }

    private bool IsUnique(string entity, MergedField field, FieldReading? reading)
    {
        if (field.Type is "text" or "json" or "bytes")
        {
            return false;
        }
        return reading?.Unique() ?? (field.Type is "string" or "int" or "long" && FieldWords.IsIdentifier(entity, field.Name) && desk.Decide(
            QuestionCodes.Rule, $"{entity}.{field.Name}", "unique", $"Can two rows of {entity} of one tenant have the same {field.Name}?", ["no, it is unique", "yes"], field.Evidence) == 0);
    }

    private static int? ReadNumber(string text) =>
        int.TryParse(text.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_485_760 ? number : null;

    /// <summary>Types by field as an answer lists them; what is no type is passed over.</summary>
    private static Dictionary<string, string> ReadPairs(string? answer)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (answer ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && TypeWords.Read(pair[(colon + 1)..]) is { } type && type != "enum")
            {
                pairs[pair[..colon].Trim()] = type;
            }
        }
        return pairs;
    }
}
