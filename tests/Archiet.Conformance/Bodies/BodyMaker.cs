using System.Text.Json.Nodes;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Bodies;

/// <summary>Makes bodies that a schema allows. No two bodies of one maker are alike, so that unique fields stay unique.</summary>
public sealed class BodyMaker
{
    private readonly ValueMaker values = new();

    /// <summary>The number of the body made last.</summary>
    public int Serial => values.Serial;

    /// <summary>A body with every field that must be given, and those references that there is a row for.</summary>
    /// <param name="schema">What the body must be.</param>
    /// <param name="rows">The id of a row to refer to, by the name of the entity; null where there is none.</param>
    public JsonObject Least(ApiSchema schema, Func<string, string?> rows)
    {
        values.Next();
        return Make(schema, rows, (holder, name) => holder.Required.Contains(name, StringComparer.Ordinal));
    }

    /// <summary>A body with every field that can be given.</summary>
    /// <param name="schema">What the body must be.</param>
    /// <param name="rows">The id of a row to refer to, by the name of the entity; null where there is none.</param>
    public JsonObject Full(ApiSchema schema, Func<string, string?> rows)
    {
        values.Next();
        return Make(schema, rows, (_, _) => true);
    }

    private JsonObject Make(ApiSchema schema, Func<string, string?> rows, Func<ApiSchema, string, bool> take)
    {
        var body = new JsonObject();
        foreach (var (name, property) in schema.Properties.Where(property => take(schema, property.Name)))
        {
            if (property.Reference is { } target)
            {
                AddReference(body, name, rows(target), schema.Required.Contains(name, StringComparer.Ordinal), target);
            }
            else if (property.OwnedRow is { } row)
            {
                body[name] = OwnedRows(row, rows, take, property.Keyword("minItems")?.GetInt32() ?? 1);
            }
            else
            {
                body[name] = values.For(property);
            }
        }
        return body;
    }

    /// <summary>Owned rows, at least one: each with values of its own, and made anew, so without an id.</summary>
    private JsonArray OwnedRows(ApiSchema row, Func<string, string?> rows, Func<ApiSchema, string, bool> take, int least)
    {
        var made = new JsonArray();
        while (made.Count < Math.Max(1, least))
        {
            values.Next();
            made.Add((JsonNode)Make(row, rows, (holder, name) => name != "id" && take(holder, name)));
        }
        return made;
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
