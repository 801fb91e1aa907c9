using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>An app's OpenAPI 3.1 document, and what can be known from it: the operations, and the resources that they are about.</summary>
public sealed class ApiDocument
{
    private const string EntityPaths = "/api/";
    private const string OperationPaths = "/api/operations/";

    private static readonly string[] Methods = ["get", "post", "patch", "put", "delete", "head", "options"];

    private readonly JsonElement root;

    private ApiDocument(JsonElement root)
    {
        this.root = root;
        Operations = [.. root.GetProperty("paths").EnumerateObject().SelectMany(path => OperationsOf(path.Name, path.Value))];
        OwnOperations = [.. Operations.Where(operation => operation.Path.StartsWith(OperationPaths, StringComparison.Ordinal))];
        Permissions = ApiPermissions.Of(root);
        Resources = [.. Operations.Where(operation => operation.Path.StartsWith(EntityPaths, StringComparison.Ordinal)).Except(OwnOperations)
            .GroupBy(operation => operation.CollectionPath, StringComparer.Ordinal)
            .Select(group => new ApiResource(group.Key, [.. group]))
            .OrderBy(resource => resource.Name, StringComparer.Ordinal)];
    }

    /// <summary>The version of OpenAPI that the document says it is written in.</summary>
    public string OpenApiVersion => root.GetProperty("openapi").GetString() ?? "";

    /// <summary>Every operation, those of the runtime included.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The app's own operations, beside those on its entities.</summary>
    public IReadOnlyList<ApiOperation> OwnOperations { get; }

    /// <summary>Who may do what with which rows and fields.</summary>
    public ApiPermissions Permissions { get; }

    /// <summary>What the app keeps, in ordinal order of names.</summary>
    public IReadOnlyList<ApiResource> Resources { get; }

    /// <summary>The schemas of the components, by their names.</summary>
    public IEnumerable<(string Name, ApiSchema Schema)> Schemas =>
        root.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => (schema.Name, new ApiSchema(this, schema.Value)));

    /// <summary>Every <c>$ref</c> of the document.</summary>
    public IEnumerable<string> References => ReferencesIn(root).Distinct(StringComparer.Ordinal);

    /// <summary>Reads a document.</summary>
    public static ApiDocument Parse(ReadOnlySpan<byte> utf8) => new(JsonSerializer.Deserialize<JsonElement>(utf8));

    /// <summary>The operation behind a method and a template, as in <c>POST /auth/login</c>.</summary>
    public ApiOperation Operation(HttpMethod method, string path) =>
        Operations.SingleOrDefault(operation => operation.Method == method && operation.Path == path)
        ?? throw new ConformanceException($"The OpenAPI document has no operation {method} {path}.");

    /// <summary>Whether a reference leads to something within the document.</summary>
    public bool Has(string reference) => TryFind(reference, out _);

    /// <summary>Follows <c>$ref</c> until there is none.</summary>
    internal JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = Find(reference.GetString()!);
        }
        return element;
    }

    private JsonElement Find(string reference) =>
        TryFind(reference, out var found) ? found : throw new ConformanceException($"The OpenAPI document refers to '{reference}', which is not there.");

    private bool TryFind(string reference, out JsonElement found)
    {
        found = root;
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return false;
        }
        foreach (var segment in reference[2..].Split('/'))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
            {
                return false;
            }
        }
        return true;
    }

    private static IEnumerable<string> ReferencesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : ReferencesIn(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ReferencesIn),
        _ => [],
    };

    private IEnumerable<ApiOperation> OperationsOf(string path, JsonElement item) =>
        from member in Resolve(item).EnumerateObject()
        where Methods.Contains(member.Name, StringComparer.Ordinal)
        select new ApiOperation(this, new HttpMethod(member.Name.ToUpperInvariant()), path, member.Value);
}
