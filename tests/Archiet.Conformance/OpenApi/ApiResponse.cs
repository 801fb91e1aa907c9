using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>What the document says about one status: the media types it may come in and their schemas.</summary>
public sealed class ApiResponse
{
    private readonly ApiDocument document;
    private readonly Dictionary<string, JsonElement> content;

    internal ApiResponse(ApiDocument document, JsonElement element)
    {
        this.document = document;
        content = element.TryGetProperty("content", out var types)
            ? types.EnumerateObject().ToDictionary(type => type.Name, type => type.Value, StringComparer.OrdinalIgnoreCase)
            : [];
        Headers = element.TryGetProperty("headers", out var headers) ? [.. headers.EnumerateObject().Select(header => header.Name)] : [];
    }

    /// <summary>Names of the headers that the response carries.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Whether the response has a body.</summary>
    public bool HasBody => content.Count > 0;

    /// <summary>Whether the response may come in a media type.</summary>
    public bool Allows(string mediaType) => content.ContainsKey(mediaType);

    /// <summary>The schema of a media type, or null.</summary>
    public ApiSchema? Schema(string mediaType) =>
        content.TryGetValue(mediaType, out var type) && type.TryGetProperty("schema", out var schema) ? new ApiSchema(document, schema) : null;
}
