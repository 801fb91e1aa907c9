using System.Text.Json;
using System.Text.RegularExpressions;

namespace Archiet.Genome.Tests.Specification;

/// <summary>As much of JSON Schema as spec/genome.schema.json uses; a keyword that it does not know is an exception, so that none is silently skipped.</summary>
internal sealed class SchemaValidator(JsonElement root)
{
    private static readonly HashSet<string> Annotations =
        ["$schema", "$id", "$comment", "definitions", "title", "description", "default", "markdownEnumDescriptions", "format"];

    /// <summary>The faults of a value, each with its path; none where it is valid.</summary>
    public List<string> Validate(JsonElement value)
    {
        var faults = new List<string>();
        Validate(root, value, "$", faults);
        return faults;
    }

    private void Validate(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Annotations.Contains(keyword.Name) && !Holds(schema, keyword, value, path, faults))
            {
                faults.Add($"{path}: {keyword.Name}");
            }
        }
    }

    private bool Holds(JsonElement schema, JsonProperty keyword, JsonElement value, string path, List<string> faults) => keyword.Name switch
    {
        "$ref" => Follow(keyword.Value.GetString()!, value, path, faults),
        "type" => HasType(keyword.Value, value),
        "const" => JsonElement.DeepEquals(keyword.Value, value),
        "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
        "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.CultureInvariant),
        "anyOf" => keyword.Value.EnumerateArray().Any(option => IsValid(option, value)),
        "oneOf" => keyword.Value.EnumerateArray().Count(option => IsValid(option, value)) == 1,
        "not" => !IsValid(keyword.Value, value),
        "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "minProperties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= keyword.Value.GetInt32(),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= keyword.Value.GetInt32(),
        "uniqueItems" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(static item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= keyword.Value.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= keyword.Value.GetDecimal(),
        "items" => Each(value, item => Validate(keyword.Value, item, path + "[]", faults)),
        "propertyNames" => value.ValueKind != JsonValueKind.Object
            || value.EnumerateObject().All(property => Regex.IsMatch(property.Name, keyword.Value.GetProperty("pattern").GetString()!)),
        "properties" or "patternProperties" => true,
        "additionalProperties" => Properties(schema, value, path, faults),
        _ => throw new NotSupportedException(keyword.Name),
    };

    private bool Properties(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return true;
        }
        foreach (var property in value.EnumerateObject())
        {
            if (SchemaOf(schema, property.Name) is { } inner)
            {
                if (inner.ValueKind == JsonValueKind.False)
                {
                    faults.Add($"{path}.{property.Name}: unknown");
                }
                else
                {
                    Validate(inner, property.Value, $"{path}.{property.Name}", faults);
                }
            }
        }
        return true;
    }

    private static JsonElement? SchemaOf(JsonElement schema, string name)
    {
        if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var found))
        {
            return found;
        }
        if (schema.TryGetProperty("patternProperties", out var patterns))
        {
            foreach (var pattern in patterns.EnumerateObject())
            {
                if (Regex.IsMatch(name, pattern.Name))
                {
                    return pattern.Value;
                }
            }
        }
        return schema.GetProperty("additionalProperties");
    }

    private bool Follow(string reference, JsonElement value, string path, List<string> faults)
    {
        Validate(root.GetProperty("definitions").GetProperty(reference["#/definitions/".Length..]), value, path, faults);
        return true;
    }

    private bool IsValid(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Validate(schema, value, "", faults);
        return faults.Count == 0;
    }

    private static bool Each(JsonElement value, Action<JsonElement> validate)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                validate(item);
            }
        }
        return true;
    }

    private static bool HasType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(option => HasType(option, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            var other => throw new NotSupportedException(other),
        };
}
