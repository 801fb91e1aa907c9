using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>A JSON Schema within the document, with references followed.</summary>
public sealed class ApiSchema
{
    private readonly ApiDocument document;
    private readonly JsonElement site;

    internal ApiSchema(ApiDocument document, JsonElement site)
    {
        this.document = document;
        this.site = site;
        Element = document.Resolve(site);
        Name = site.ValueKind == JsonValueKind.Object && site.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1] : null;
    }

    /// <summary>The schema itself.</summary>
    public JsonElement Element { get; }

    /// <summary>The name under which the schema stands in the document's components, or null for one written in place.</summary>
    public string? Name { get; }

    /// <summary>The types it allows; empty for any.</summary>
    public IReadOnlyList<string> Types => Keyword("type") switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Select(type => type.GetString()!)],
        _ => [],
    };

    /// <summary>The properties of an object.</summary>
    public IEnumerable<(string Name, ApiSchema Schema)> Properties => Keyword("properties") is { } properties
        ? properties.EnumerateObject().Select(property => (property.Name, new ApiSchema(document, property.Value)))
        : [];

    /// <summary>The names of the properties of an object.</summary>
    public IEnumerable<string> PropertyNames => Properties.Select(property => property.Name);

    /// <summary>The names that an object must have.</summary>
    public IReadOnlyList<string> Required => Keyword("required") is { } required ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];

    /// <summary>The entity whose rows the value names, or null for a value that is no reference.</summary>
    public string? Reference => Annotation("x-archiet-reference");

    /// <summary>The schema of one row, where the value is a list of rows that the holder owns; else null.</summary>
    public ApiSchema? OwnedRow => WithoutNull is var list && list.Types.Contains("array", StringComparer.Ordinal) && list.Subschema("items") is { } row && row.Properties.Any() ? row : null;

    /// <summary>Values that the schema shows: its examples and its default.</summary>
    public IEnumerable<JsonElement> Samples
    {
        get
        {
            var examples = Beside("examples") is { } list ? list.EnumerateArray() : Enumerable.Empty<JsonElement>();
            return examples.Concat(new[] { Beside("example"), Beside("default") }.OfType<JsonElement>());
        }
    }

    /// <summary>The schema for anything but null.</summary>
    public ApiSchema WithoutNull => Alternatives().FirstOrDefault(alternative => !alternative.IsNull) ?? this;

    private bool IsNull => Types is ["null"];

    /// <summary>A keyword's value, or null.</summary>
    public JsonElement? Keyword(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The keyword as a schema, or null.</summary>
    public ApiSchema? Subschema(string name) =>
        Keyword(name) is { } element ? new ApiSchema(document, element) : null;

    /// <summary>The keyword as a list of schemas.</summary>
    public IEnumerable<ApiSchema> Subschemas(string name) =>
        Keyword(name) is { } list ? list.EnumerateArray().Select(element => new ApiSchema(document, element)) : [];

    /// <summary>A property's schema, or null.</summary>
    public ApiSchema? Property(string name) => Properties.Where(property => property.Name == name).Select(property => property.Schema).FirstOrDefault();

    private IEnumerable<ApiSchema> Alternatives() => Subschemas("oneOf").Concat(Subschemas("anyOf"));

    private string? Annotation(string name) =>
        Beside(name)?.GetString() ?? Alternatives().Select(alternative => alternative.Annotation(name)).FirstOrDefault(text => text is not null);

    /// <summary>Annotations may stand beside a <c>$ref</c> as well as behind it.</summary>
    private JsonElement? Beside(string name) =>
        site.ValueKind == JsonValueKind.Object && site.TryGetProperty(name, out var here) ? here : Keyword(name);
}
