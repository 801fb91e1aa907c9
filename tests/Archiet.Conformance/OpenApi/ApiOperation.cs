using System.Globalization;
using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>One method of one path.</summary>
public sealed class ApiOperation
{
    private readonly ApiDocument document;
    private readonly JsonElement element;

    internal ApiOperation(ApiDocument document, HttpMethod method, string path, JsonElement element)
    {
        this.document = document;
        this.element = element;
        Method = method;
        Path = path;
        Roles = element.TryGetProperty("x-archiet-roles", out var roles) ? [.. roles.EnumerateArray().Select(role => role.GetString()!)] : null;
    }

    /// <summary>The method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path, as in <c>/api/patients/{id}</c>.</summary>
    public string Path { get; }

    /// <summary>The operation's name for programs, or null.</summary>
    public string? Id => element.TryGetProperty("operationId", out var id) ? id.GetString() : null;

    /// <summary>The names of the parameters that stand in the path.</summary>
    public IEnumerable<string> PathParameters => element.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Select(document.Resolve)
            .Where(parameter => parameter.GetProperty("in").GetString() == "path")
            .Select(parameter => parameter.GetProperty("name").GetString()!)
        : [];

    /// <summary>The roles that may; null for an operation that is not a matter of roles.</summary>
    public IReadOnlyList<string>? Roles { get; }

    /// <summary>Whether the path names one row.</summary>
    public bool IsOfOneRow => Path.EndsWith('}');

    /// <summary>The path without the row's id.</summary>
    public string CollectionPath => IsOfOneRow ? Path[..Path.LastIndexOf('/')] : Path;

    /// <summary>Whether the method changes something.</summary>
    public bool IsUnsafe => Method != HttpMethod.Get && Method != HttpMethod.Head && Method != HttpMethod.Options;

    /// <summary>The schema of the JSON body, or null where the operation takes none.</summary>
    public ApiSchema? RequestSchema => element.TryGetProperty("requestBody", out var body) ? SchemaIn(document.Resolve(body), JsonTypes.All) : null;

    /// <summary>The schema of a successful answer, or null where it has no body.</summary>
    public ApiSchema? ResultSchema =>
        Responses.Where(response => response.Key.StartsWith('2')).Select(response => SchemaIn(response.Value, JsonTypes.All)).FirstOrDefault();

    /// <summary>The path with a row's id in it.</summary>
    public string At(string id) => $"{CollectionPath}/{id}";

    /// <summary>
    /// The response that the document lists for a status, or null. The document's default stands for what no caller can bring about by a request of its own:
    /// a server in trouble, and a caller that is too fast.
    /// </summary>
    public ApiResponse? Response(int status)
    {
        var name = status.ToString(CultureInfo.InvariantCulture);
        var found = Responses.Where(response => response.Key == name || (response.Key == "default" && status is 429 or >= 500));
        return found.Select(response => new ApiResponse(document, response.Value)).FirstOrDefault();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";

    private IEnumerable<KeyValuePair<string, JsonElement>> Responses => element.TryGetProperty("responses", out var responses)
        ? responses.EnumerateObject().Select(response => KeyValuePair.Create(response.Name, document.Resolve(response.Value)))
        : [];

    private ApiSchema? SchemaIn(JsonElement holder, IReadOnlyList<string> mediaTypes)
    {
        var response = new ApiResponse(document, holder);
        return mediaTypes.Select(response.Schema).FirstOrDefault(schema => schema is not null);
    }
}
