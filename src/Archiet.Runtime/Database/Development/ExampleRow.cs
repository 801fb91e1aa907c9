using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Archiet;

/// <summary>Rows for development out of an entity's example: each differs from the others in every field that has to be unique.</summary>
internal static class ExampleRow
{
    private static readonly TimeSpan PatternPatience = TimeSpan.FromMilliseconds(250);

    /// <summary>The example with its unique fields changed for the row of a number, from 0, which takes it as it is.</summary>
    public static JsonObject Make(EntityTable table, string example, int number)
    {
        var row = JsonNode.Parse(example) as JsonObject ?? throw new ArgumentException("An example is a JSON object.", nameof(example));
        var unique = table.Constraints.Where(constraint => constraint.Code == "unique").Aggregate(default(FieldSet), (all, constraint) => all | constraint.Fields);
        for (var at = 0; at < table.Fields.Count && number > 0; at++)
        {
            var field = table.Fields[at];
            var owner = table.Groups.FirstOrDefault(group => at >= group.First && at < group.First + group.Count) is { } group ? row[group.Name] as JsonObject : row;
            if (unique.Has(at) && owner?[field.Name] is JsonValue value && Vary(field, value, number) is { } varied)
            {
                owner[field.Name] = varied;
            }
        }
        return row;
    }

    private static JsonValue? Vary(Field field, JsonValue value, int number) => field.Kind switch
    {
        FieldKind.Text or FieldKind.Email or FieldKind.Url => JsonValue.Create(VaryText(field, value.GetValue<string>(), number)),
        FieldKind.Int or FieldKind.Long => JsonValue.Create(value.GetValue<long>() + number),
        FieldKind.Decimal => JsonValue.Create(value.GetValue<decimal>() + number),
        FieldKind.Date => JsonValue.Create(DateOnly.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture).AddDays(number).ToString("O", CultureInfo.InvariantCulture)),
        FieldKind.Uuid => JsonValue.Create(Guid.NewGuid()),
        _ => null,
    };

    /// <summary>The first of a few ways to put a number into the text that the field still takes; the text itself where there is none.</summary>
    private static string VaryText(Field field, string text, int number)
    {
        var suffix = (number + 1).ToString(CultureInfo.InvariantCulture);
        string[] ways = field.Kind == FieldKind.Email
            ? [$"{suffix}.{text}"]
            : [$"{text} {suffix}", text + suffix, Overwrite(text, suffix, char.IsAsciiDigit), Overwrite(text, ((char)('A' + (number % 26))).ToString(), char.IsAsciiLetterUpper)];
        return ways.FirstOrDefault(way => Fits(field, way)) ?? text;
    }

    /// <summary>Writes over the last places of a kind.</summary>
    private static string Overwrite(string text, string with, Func<char, bool> isPlace)
    {
        var characters = text.ToCharArray();
        var left = with.Length;
        for (var at = text.Length - 1; at >= 0 && left > 0; at--)
        {
            if (isPlace(text[at]))
            {
                characters[at] = with[--left];
            }
        }
        return new(characters);
    }

    private static bool Fits(Field field, string text) =>
        (field.MaxLength == 0 || text.EnumerateRunes().Count() <= field.MaxLength)
        && (field.Pattern is not { } pattern || Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternPatience));
}
