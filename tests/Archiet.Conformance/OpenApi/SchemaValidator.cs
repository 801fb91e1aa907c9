using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Archiet.Conformance.OpenApi;

/// <summary>
/// Tells whether a JSON value is what a schema says. Knows the part of JSON Schema that generated apps use; a keyword that it does not know is a finding
/// too, so that it is never lenient by ignorance.
/// </summary>
public static class SchemaValidator
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "type", "enum", "const", "oneOf", "anyOf", "allOf", "properties", "required", "additionalProperties", "items", "pattern", "format", "minLength",
        "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "$ref",
    };

    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "description", "title", "example", "examples", "default", "readOnly", "writeOnly", "deprecated", "contentEncoding", "contentMediaType", "$comment",
    };

    /// <summary>What does not fit, each with a JSON pointer; empty when all does.</summary>
    public static IReadOnlyList<string> Check(ApiSchema schema, JsonElement value)
    {
        var findings = new List<string>();
        Check(schema, value, "", findings);
        return findings;
    }

    private static void Check(ApiSchema schema, JsonElement value, string at, List<string> findings)
    {
        if (schema.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            if (schema.Element.ValueKind == JsonValueKind.False)
            {
                findings.Add($"{at}: nothing is allowed here");
            }
            return;
        }
        findings.AddRange(schema.Element.EnumerateObject()
            .Where(keyword => !Known.Contains(keyword.Name) && !Annotations.Contains(keyword.Name) && !keyword.Name.StartsWith("x-", StringComparison.Ordinal))
            .Select(keyword => $"{at}: the schema has the keyword '{keyword.Name}', which this validator does not know"));
        CheckChoices(schema, value, at, findings);
        CheckType(schema, value, at, findings);
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: CheckObject(schema, value, at, findings); break;
            case JsonValueKind.Array: CheckArray(schema, value, at, findings); break;
            case JsonValueKind.String: CheckText(schema, value.GetString()!, at, findings); break;
            case JsonValueKind.Number: CheckNumber(schema, value.GetDecimal(), at, findings); break;
            default: break;
        }
    }

    private static void CheckChoices(ApiSchema schema, JsonElement value, string at, List<string> findings)
    {
        if (schema.Keyword("enum") is { } choices && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            findings.Add($"{at}: {value.GetRawText()} is not in the list of the enum");
        }
        if (schema.Keyword("const") is { } only && !JsonElement.DeepEquals(only, value))
        {
            findings.Add($"{at}: {value.GetRawText()} is not {only.GetRawText()}");
        }
        foreach (var part in schema.Subschemas("allOf"))
        {
            Check(part, value, at, findings);
        }
        CountFitting(schema, "oneOf", value, at, findings, fitting => fitting == 1);
        CountFitting(schema, "anyOf", value, at, findings, fitting => fitting > 0);
    }

    private static void CountFitting(ApiSchema schema, string keyword, JsonElement value, string at, List<string> findings, Func<int, bool> enough)
    {
        if (schema.Keyword(keyword) is null)
        {
            return;
        }
        var outcomes = schema.Subschemas(keyword).Select(alternative => Check(alternative, value)).ToList();
        var fitting = outcomes.Count(outcome => outcome.Count == 0);
        if (!enough(fitting))
        {
            var why = string.Join("; ", outcomes.Where(outcome => outcome.Count > 0).Select(outcome => outcome[0]));
            findings.Add($"{at}: {fitting} alternatives of {keyword} fit ({why})");
        }
    }

    private static void CheckType(ApiSchema schema, JsonElement value, string at, List<string> findings)
    {
        var types = schema.Types;
        if (types.Count > 0 && !types.Any(type => Fits(type, value)))
        {
            findings.Add($"{at}: {value.ValueKind} where {string.Join(" or ", types)} is due");
        }
    }

    private static bool Fits(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(value.GetDecimal()),
        _ => false,
    };

    private static void CheckObject(ApiSchema schema, JsonElement value, string at, List<string> findings)
    {
        findings.AddRange(schema.Required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}: '{name}' is missing"));
        var properties = schema.Properties.ToDictionary(property => property.Name, property => property.Schema, StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (properties.TryGetValue(member.Name, out var property))
            {
                Check(property, member.Value, $"{at}/{member.Name}", findings);
            }
            else if (schema.Subschema("additionalProperties") is { } others)
            {
                Check(others, member.Value, $"{at}/{member.Name}", findings);
            }
        }
    }

    private static void CheckArray(ApiSchema schema, JsonElement value, string at, List<string> findings)
    {
        var length = value.GetArrayLength();
        CheckBounds(schema, length, "Items", "items", at, findings);
        if (schema.Subschema("items") is { } item)
        {
            for (var index = 0; index < length; index++)
            {
                Check(item, value[index], $"{at}/{index.ToString(CultureInfo.InvariantCulture)}", findings);
            }
        }
    }

    private static void CheckText(ApiSchema schema, string text, string at, List<string> findings)
    {
        CheckBounds(schema, text.EnumerateRunes().Count(), "Length", "characters", at, findings);
        if (schema.Keyword("pattern") is { } pattern && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)))
        {
            findings.Add($"{at}: '{text}' does not match {pattern.GetString()}");
        }
        if (schema.Keyword("format") is { } format && !TextFormats.Fits(format.GetString()!, text))
        {
            findings.Add($"{at}: '{text}' is not of the format {format.GetString()}");
        }
    }

    private static void CheckNumber(ApiSchema schema, decimal number, string at, List<string> findings)
    {
        Expect("minimum", bound => number >= bound);
        Expect("maximum", bound => number <= bound);
        Expect("exclusiveMinimum", bound => number > bound);
        Expect("exclusiveMaximum", bound => number < bound);
        Expect("multipleOf", step => number % step == 0);

        void Expect(string keyword, Func<decimal, bool> holds)
        {
            if (schema.Keyword(keyword) is { } bound && !holds(bound.GetDecimal()))
            {
                findings.Add(string.Create(CultureInfo.InvariantCulture, $"{at}: {number} against {keyword} {bound.GetDecimal()}"));
            }
        }
    }

    private static void CheckBounds(ApiSchema schema, int count, string suffix, string what, string at, List<string> findings)
    {
        if (schema.Keyword("min" + suffix) is { } least && count < least.GetInt32())
        {
            findings.Add($"{at}: {count} {what}, at least {least.GetInt32()} are due");
        }
        if (schema.Keyword("max" + suffix) is { } most && count > most.GetInt32())
        {
            findings.Add($"{at}: {count} {what}, at most {most.GetInt32()} are allowed");
        }
    }
}
