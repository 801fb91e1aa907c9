using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>An app's OpenAPI 3.1 document, and what can be known from it: the operations, and the resources that they are about.</summary>
public sealed class ApiDocument
{
    private const string EntityPaths = "/api/";

    private static readonly string[] Methods = ["get", "post", "patch", "put", "delete", "head", "options"];

    private readonly JsonElement root;

    private ApiDocument(JsonElement root)
    {
        this.root = root;
        Operations = [.. root.GetProperty("paths").EnumerateObject().SelectMany(path => OperationsOf(path.Name, path.Value))];
        Resources = [.. Operations.Where(operation => operation.Path.StartsWith(EntityPaths, StringComparison.Ordinal))
            .GroupBy(operation => operation.CollectionPath, StringComparer.Ordinal)
            .Select(group => new ApiResource(group.Key, [.. group]))
            .OrderBy(resource => resource.Name, StringComparer.Ordinal)];
    }

    /// <summary>The version of OpenAPI that the document says it is written in.</summary>
    public string OpenApiVersion => root.GetProperty("openapi").GetString() ?? "";

    /// <summary>Every operation, those of the runtime included.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>What the app keeps, in ordinal order of names.</summary>
    public IReadOnlyList<ApiResource> Resources { get; }

    /// <summary>Reads a document.</summary>
    public static ApiDocument Parse(ReadOnlySpan<byte> utf8) => new(JsonSerializer.Deserialize<JsonElement>(utf8));

    /// <summary>The operation behind a method and a template, as in <c>POST /auth/login</c>.</summary>
    public ApiOperation Operation(HttpMethod method, string path) =>
        Operations.SingleOrDefault(operation => operation.Method == method && operation.Path == path)
        ?? throw new ConformanceException($"The OpenAPI document has no operation {method} {path}.");

    /// <summary>Follows <c>$ref</c> until there is none.</summary>
    internal JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var reference))
        {
            element = Find(reference.GetString()!);
        }
        return element;
    }

    private JsonElement Find(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new ConformanceException($"The OpenAPI document refers to '{reference}', which lies outside of it.");
        }
        var here = root;
        foreach (var segment in reference[2..].Split('/'))
        {
            var name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
            {
                throw new ConformanceException($"The OpenAPI document refers to '{reference}', which is not there.");
            }
        }
        return here;
    }

    private IEnumerable<ApiOperation> OperationsOf(string path, JsonElement item) =>
        from member in Resolve(item).EnumerateObject()
        where Methods.Contains(member.Name, StringComparer.Ordinal)
        select new ApiOperation(this, new HttpMethod(member.Name.ToUpperInvariant()), path, member.Value);
}
