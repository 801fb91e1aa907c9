using System.Globalization;
using System.Text.Json.Nodes;

namespace Archiet;

/// <summary>Rows for development out of an entity's example: each differs from the others in its name and in every field that has to be unique.</summary>
internal static class ExampleRow
{
    /// <summary>The example, changed for the row of a number, from 0, which takes it as it is.</summary>
    /// <param name="entity">The tenant entity or the member entity.</param>
    /// <param name="number">Which row.</param>
    /// <param name="clock">The time by which the entity judges the row.</param>
    public static JsonObject Make(PeopleEntity entity, int number, TimeProvider clock)
    {
        var row = JsonNode.Parse(entity.Example) as JsonObject ?? throw new InvalidOperationException($"The example of {entity.Table.Name} is no JSON object.");
        if (number == 0)
        {
            return row;
        }
        var table = entity.Table;
        var unique = table.Constraints.Where(constraint => constraint.Code == "unique").Aggregate(default(FieldSet), (all, constraint) => all | constraint.Fields);
        for (var at = 0; at < table.Fields.Count; at++)
        {
            var field = table.Fields[at];
            var group = table.Groups.FirstOrDefault(group => at >= group.First && at < group.First + group.Count);
            var owner = group is null ? row : row[group.Name] as JsonObject;
            if ((unique.Has(at) || field is { Name: "name", Kind: FieldKind.Text }) && owner?[field.Name] is JsonValue value)
            {
                Vary(owner, field, value, number, () => entity.Takes(row, clock));
            }
        }
        return row;
    }

    /// <summary>Puts in the first variation that the entity takes; the value itself where there is none.</summary>
    private static void Vary(JsonObject owner, Field field, JsonValue value, int number, Func<bool> isTaken)
    {
        foreach (var variation in VariationsOf(field.Kind, value, number))
        {
            owner[field.Name] = variation;
            if (isTaken())
            {
                return;
            }
        }
        owner[field.Name] = value.DeepClone();
    }

    private static IEnumerable<JsonValue> VariationsOf(FieldKind kind, JsonValue value, int number) => kind switch
    {
        FieldKind.Text or FieldKind.Email or FieldKind.Url => VariationsOf(value.GetValue<string>(), number).Select(text => JsonValue.Create(text)),
        FieldKind.Int or FieldKind.Long => [JsonValue.Create(value.GetValue<long>() + number), JsonValue.Create(value.GetValue<long>() - number)],
        FieldKind.Decimal => [JsonValue.Create(value.GetValue<decimal>() + number), JsonValue.Create(value.GetValue<decimal>() - number)],
        FieldKind.Date => ((int[])[number, -number]).Select(days => JsonValue.Create(
            DateOnly.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture).AddDays(days).ToString("O", CultureInfo.InvariantCulture))),
        FieldKind.Uuid => [JsonValue.Create(Guid.NewGuid())],
        _ => [],
    };

    /// <summary>The number behind the text, before it (as addresses take it), or counted on in its digits, capitals or small letters.</summary>
    private static IEnumerable<string> VariationsOf(string text, int number)
    {
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        yield return $"{text} {next}";
        yield return $"{next}.{text}";
        yield return text + next;
        yield return CountOn(text, number, '0', 10);
        yield return CountOn(text, number, 'A', 26);
        yield return CountOn(text, number, 'a', 26);
    }

    /// <summary>Counts on in the places that hold one of so many characters from the first on, with carry from right to left.</summary>
    private static string CountOn(string text, int number, char first, int many)
    {
        var characters = text.ToCharArray();
        for (var at = text.Length - 1; at >= 0 && number > 0; at--)
        {
            var digit = text[at] - first;
            if (digit >= 0 && digit < many)
            {
                number += digit;
                characters[at] = (char)(first + (number % many));
                number /= many;
            }
        }
        return new(characters);
    }
}
