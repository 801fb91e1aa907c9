using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Bodies;

/// <summary>Values that a schema does not allow, for each of its properties.</summary>
internal static class WrongValues
{
    /// <summary>A longer text may be refused for the size of the body before anybody looks at the field.</summary>
    private const int LongestText = 100_000;

    /// <summary>The name of a property, and a value that it must not have.</summary>
    public static IEnumerable<(string Name, JsonNode? Value)> For(ApiSchema schema) =>
        from property in schema.Properties
        from value in Wrong(property.Schema.WithoutNull)
        select (property.Name, value);

    private static IEnumerable<JsonNode> Wrong(ApiSchema schema)
    {
        switch (schema.Types.FirstOrDefault(type => type != "null"))
        {
            case "string":
                yield return JsonValue.Create(17);
                if (schema.Keyword("maxLength")?.GetInt32() is { } most and < LongestText)
                {
                    yield return JsonValue.Create(new string('1', most + 1));
                }
                if (schema.Keyword("format") is not null || schema.Keyword("enum") is not null || schema.Keyword("pattern") is not null)
                {
                    yield return JsonValue.Create("\u2603");
                }
                yield return JsonValue.Create("a\0b");
                break;
            case "boolean":
                yield return JsonValue.Create("true");
                break;
            case "integer":
                yield return JsonValue.Create(1.5m);
                yield return JsonValue.Create(1e30);
                break;
            case "number":
                yield return JsonValue.Create("1");
                break;
            case "object" when schema.Properties.Any():
                yield return JsonValue.Create("x");
                yield return new JsonObject { ["thereIsNoSuchMember"] = 1 };
                break;
            default:
                break;
        }
        if (schema.Keyword("minimum")?.GetDecimal() is { } low)
        {
            yield return JsonValue.Create(low - 1);
        }
        if (schema.Keyword("maximum")?.GetDecimal() is { } high)
        {
            yield return JsonValue.Create(high + 1);
        }
    }
}
