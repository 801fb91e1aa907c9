using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Bodies;

/// <summary>
/// Makes one value for a schema. Values of one serial number belong to one body; another number gives other values wherever the schema leaves room.
/// </summary>
public sealed class ValueMaker
{
    private static readonly DateTime Start = new(2031, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>How many numbers there are where the schema sets no end.</summary>
    private const int Room = 1_000_000;

    private int serial;

    /// <summary>The number of the body under way.</summary>
    public int Serial => serial;

    /// <summary>Turns to the next body.</summary>
    public void Next() => serial++;

    /// <summary>A value that the schema allows.</summary>
    public JsonNode? For(ApiSchema schema)
    {
        schema = schema.WithoutNull;
        if (schema.Keyword("const") is { } only)
        {
            return JsonNode.Parse(only.GetRawText());
        }
        if (schema.Keyword("enum") is { } choices)
        {
            var members = choices.EnumerateArray().Where(choice => choice.ValueKind != JsonValueKind.Null).ToList();
            return JsonNode.Parse(members[serial % members.Count].GetRawText());
        }
        return schema.Types.FirstOrDefault(type => type != "null") switch
        {
            "string" => Text(schema),
            "boolean" => serial % 2 == 0,
            "integer" => Whole(schema),
            "number" => Number(schema),
            "array" => new JsonArray(),
            "object" when schema.Properties.Any() => Group(schema),
            _ => new JsonObject { ["tour"] = serial },
        };
    }

    private JsonObject Group(ApiSchema schema) => new(schema.Properties.Select(property => KeyValuePair.Create(property.Name, For(property.Schema))));

    private string Text(ApiSchema schema) =>
        schema.Keyword("pattern") is { } pattern ? Matching(schema, pattern.GetString()!) : Formatted(schema, schema.Keyword("format")?.GetString());

    private string Formatted(ApiSchema schema, string? format) => format switch
    {
        "uuid" => Guid.CreateVersion7().ToString(),
        "date" => Invariant($"{Start.AddDays(-10_000 - serial):yyyy-MM-dd}"),
        "time" => Invariant($"{Start.AddSeconds(serial):HH:mm:ss}"),
        "date-time" => Invariant($"{Start.AddMinutes(serial):yyyy-MM-ddTHH:mm:ss}Z"),
        "duration" => Invariant($"PT{serial}M"),
        "email" => Invariant($"tour{serial}@archiet.example"),
        "uri" => Invariant($"https://archiet.example/{serial}"),
        "decimal" => Number(schema).ToString(CultureInfo.InvariantCulture),
        "byte" => Convert.ToBase64String(BitConverter.GetBytes(serial)),
        _ when schema.Keyword("contentEncoding")?.GetString() == "base64" => Convert.ToBase64String(BitConverter.GetBytes(serial)),
        _ => Plain(schema),
    };

    private string Plain(ApiSchema schema)
    {
        var least = schema.Keyword("minLength")?.GetInt32() ?? 0;
        var most = schema.Keyword("maxLength")?.GetInt32() ?? int.MaxValue;
        var number = serial.ToString(CultureInfo.InvariantCulture);
        var text = $"Tour {number} ěščř — 漢字 🐘";
        if (text.EnumerateRunes().Count() > most)
        {
            text = number.Length <= most ? number : number[^most..];
        }
        return text.PadRight(least, 'x');
    }

    /// <summary>The example of the schema, with its last digits counted up where the pattern lets that pass.</summary>
    private string Matching(ApiSchema schema, string pattern)
    {
        var example = Example(schema) ?? throw new ConformanceException($"A field with the pattern {pattern} has no example in the OpenAPI document.");
        var number = serial.ToString(CultureInfo.InvariantCulture);
        foreach (var digits in Regex.Matches(example, "[0-9]+").Reverse())
        {
            var counted = example[..digits.Index] + Counted(digits.Value, number) + example[(digits.Index + digits.Length)..];
            if (Regex.IsMatch(counted, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
            {
                return counted;
            }
        }
        return Ends(example, number, serial).FirstOrDefault(ended =>
            ended.Length <= (schema.Keyword("maxLength")?.GetInt32() ?? int.MaxValue) && Regex.IsMatch(ended, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))) ?? example;
    }

    /// <summary>An example without digits, with a number or with letters that count at its end.</summary>
    private static IEnumerable<string> Ends(string example, string number, int serial)
    {
        var letters = string.Concat(Enumerable.Range(0, 3).Select(place => (char)('a' + (serial / (int)Math.Pow(26, 2 - place) % 26))));
        foreach (var end in new[] { number, letters, letters.ToUpperInvariant() })
        {
            yield return example + end;
            yield return example.Length > end.Length ? example[..^end.Length] + end : end;
        }
    }

    private static string Counted(string digits, string number) =>
        number.Length >= digits.Length ? number[^digits.Length..] : digits[..^number.Length] + number;

    private static string? Example(ApiSchema schema) =>
        schema.Keyword("example")?.GetString() ?? (schema.Keyword("examples") is { } examples ? examples.EnumerateArray().First().GetString() : null);

    private JsonValue Whole(ApiSchema schema)
    {
        var (least, most) = Range(schema);
        return JsonValue.Create((long)(least + (serial % (most - least + 1))));
    }

    private decimal Number(ApiSchema schema)
    {
        var (least, most) = Range(schema);
        return least + (serial % (most - least + 1));
    }

    private static (decimal Least, decimal Most) Range(ApiSchema schema)
    {
        var least = schema.Keyword("minimum")?.GetDecimal();
        var most = schema.Keyword("maximum")?.GetDecimal();
        return (least ?? Math.Min(0, most ?? 0), most ?? (least ?? 0) + Room);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
