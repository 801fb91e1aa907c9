using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Bodies;

/// <summary>Makes bodies that a schema allows. No two bodies of one maker are alike, so that unique fields stay unique.</summary>
public sealed class BodyMaker
{
    private readonly ValueMaker values = new();

    /// <summary>A body with every field that must be given, and those references that there is a row for.</summary>
    /// <param name="schema">What the body must be.</param>
    /// <param name="rows">The id of a row to refer to, by the name of the entity; null where there is none.</param>
    public JsonObject Least(ApiSchema schema, Func<string, string?> rows) => Make(schema, rows, name => schema.Required.Contains(name, StringComparer.Ordinal));

    /// <summary>A body with every field that can be given.</summary>
    /// <param name="schema">What the body must be.</param>
    /// <param name="rows">The id of a row to refer to, by the name of the entity; null where there is none.</param>
    public JsonObject Full(ApiSchema schema, Func<string, string?> rows) => Make(schema, rows, _ => true);

    private JsonObject Make(ApiSchema schema, Func<string, string?> rows, Func<string, bool> take)
    {
        values.Next();
        var body = new JsonObject();
        foreach (var (name, property) in schema.Properties.Where(property => take(property.Name)))
        {
            if (property.Reference is { } target)
            {
                AddReference(body, name, rows(target), schema.Required.Contains(name, StringComparer.Ordinal), target);
            }
            else
            {
                body[name] = values.For(property);
            }
        }
        return body;
    }

    private static void AddReference(JsonObject body, string name, string? id, bool required, string target)
    {
        if (id is null && required)
        {
            throw new ConformanceException($"'{name}' needs a row of {target}, and there is none.");
        }
        if (id is not null)
        {
            body[name] = id;
        }
    }
}
