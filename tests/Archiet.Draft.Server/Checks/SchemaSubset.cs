using System.Text.Json;

namespace Archiet.Draft.Server;

/// <summary>
/// The schemas that every server takes: OpenAI's strict mode, Anthropic's grammars and llama.cpp's. An object at the root; every property required and no other allowed; no keyword for
/// lengths, ranges or patterns, no union, no reference; at most four levels, forty properties and a few choices.
/// </summary>
internal static class SchemaSubset
{
    private const int MostLevels = 4;
    private const int MostProperties = 40;
    private const int MostChoices = 100;

    private static readonly string[] Keywords = ["type", "properties", "required", "additionalProperties", "items", "enum", "description"];

    public static IEnumerable<string> FaultsOf(JsonElement schema)
    {
        var count = new Counts();
        var faults = Walk(schema, "#", 1, count).ToList();
        if (schema.GetProperty("type").GetString() != "object")
        {
            faults.Add("the root is no object");
        }
        if (count.Properties > MostProperties)
        {
            faults.Add($"{count.Properties} properties");
        }
        if (count.Choices > MostChoices)
        {
            faults.Add($"{count.Choices} choices");
        }
        return faults;
    }

    private static IEnumerable<string> Walk(JsonElement schema, string at, int level, Counts counts)
    {
        foreach (var keyword in schema.EnumerateObject().Where(static keyword => !Keywords.Contains(keyword.Name, StringComparer.Ordinal)))
        {
            yield return $"{at} has '{keyword.Name}'";
        }
        if (level > MostLevels)
        {
            yield return $"{at} is at level {level}";
        }
        if (schema.TryGetProperty("enum", out var choices))
        {
            counts.Choices += choices.GetArrayLength();
        }
        var inner = schema.GetProperty("type").GetString() switch
        {
            "object" => Object(schema, at, level, counts),
            "array" => Walk(schema.GetProperty("items"), at + "[]", Below(schema.GetProperty("items"), level), counts),
            "string" => [],
            var other => [$"{at} is of type '{other}'"],
        };
        foreach (var fault in inner)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Object(JsonElement schema, string at, int level, Counts counts)
    {
        var names = schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name).ToList();
        counts.Properties += names.Count;
        if (names.Count == 0)
        {
            yield return $"{at} has no property";
        }
        if (!schema.TryGetProperty("required", out var required) || !required.EnumerateArray().Select(static name => name.GetString()!).SequenceEqual(names, StringComparer.Ordinal))
        {
            yield return $"{at} does not require all of its properties";
        }
        if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False)
        {
            yield return $"{at} allows more properties";
        }
        foreach (var property in schema.GetProperty("properties").EnumerateObject())
        {
            foreach (var fault in Walk(property.Value, $"{at}/{property.Name}", Below(property.Value, level), counts))
            {
                yield return fault;
            }
        }
    }

    /// <summary>A text is no level of nesting.</summary>
    private static int Below(JsonElement schema, int level) => schema.GetProperty("type").GetString() == "string" ? level : level + 1;

    private sealed class Counts
    {
        public int Properties { get; set; }

        public int Choices { get; set; }
    }
}
