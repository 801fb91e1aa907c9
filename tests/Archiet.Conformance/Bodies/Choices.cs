using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Bodies;

/// <summary>
/// Values to try where the plain one is refused: a rule is a sentence that the document quotes and nobody here evaluates, so the app is asked instead. The n-th value
/// for a field is a matter of the schema and of the body's number alone: what was found out for one body holds for the next.
/// </summary>
public static class Choices
{
    private static readonly DateTime Past = new(2001, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Future = new(2051, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The values for a field, null among them where it may be. References and owned rows are the caller's to fill in.</summary>
    public static IEnumerable<JsonNode?> For(ApiSchema schema, int serial)
    {
        var inner = schema.WithoutNull;
        var values = inner.Keyword("enum") is { } members
            ? members.EnumerateArray().Where(member => member.ValueKind != JsonValueKind.Null).Select(member => JsonNode.Parse(member.GetRawText()))
            : Plain(inner, serial);
        return IsNullable(schema) ? values.Append(null) : values;
    }

    /// <summary>Whether a field may be null.</summary>
    public static bool IsNullable(ApiSchema schema) => schema.Types.Contains("null", StringComparer.Ordinal) || schema.WithoutNull != schema;

    private static IEnumerable<JsonNode?> Plain(ApiSchema schema, int serial) => schema.Types.FirstOrDefault(type => type != "null") switch
    {
        "boolean" => [JsonValue.Create(true), JsonValue.Create(false)],
        "integer" or "number" => Numbers(schema).Distinct().Select(number => (JsonNode?)JsonValue.Create(number)),
        "string" => Texts(schema, serial).Select(text => (JsonNode?)JsonValue.Create(text)),
        _ => [],
    };

    private static IEnumerable<decimal> Numbers(ApiSchema schema)
    {
        var least = schema.Keyword("minimum")?.GetDecimal() ?? -1_000;
        var most = schema.Keyword("maximum")?.GetDecimal() ?? 1_000_000;
        return new[] { least, least + 1, 0, 1, 2, 10, 100, most }.Where(number => number >= least && number <= most);
    }

    private static IEnumerable<string> Texts(ApiSchema schema, int serial) => schema.Keyword("format")?.GetString() switch
    {
        "date" => from day in new[] { Past, Past.AddDays(1), Future, Future.AddDays(1) } select Text($"{day.AddDays(2 * serial):yyyy-MM-dd}"),
        "date-time" => from day in new[] { Past, Future }
                       from minute in new[] { 0, 20, 600, 3_000 }
                       select Text($"{day.AddDays(4 * serial).AddMinutes(minute):yyyy-MM-ddTHH:mm:ss}Z"),
        "time" => ["06:00:00", "12:00:00", "20:00:00"],
        "duration" => ["PT0S", "PT20M", "PT8H", "P3D"],
        "email" => [Text($"choice{serial}@archiet.example")],
        "uri" => [Text($"https://archiet.example/choice/{serial}")],
        null when schema.Keyword("pattern") is null && schema.Keyword("contentEncoding") is null => [Words(schema, serial)],
        _ => [],
    };

    private static string Words(ApiSchema schema, int serial)
    {
        var text = Text($"Choice {serial}").PadRight(schema.Keyword("minLength")?.GetInt32() ?? 0, 'x');
        return schema.Keyword("maxLength")?.GetInt32() is { } most && text.Length > most ? text[^most..] : text;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
