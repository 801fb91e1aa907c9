using System.Globalization;
using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>One method of one path.</summary>
public sealed class ApiOperation
{
    private const string RowId = "/{id}";

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

    /// <summary>What the operation is for, in a sentence.</summary>
    public string Summary => element.TryGetProperty("summary", out var summary) ? summary.GetString()! : "";

    /// <summary>The transition of a lifecycle that the operation takes, by its name; null for any other operation.</summary>
    public string? Transition => element.TryGetProperty("x-archiet-transition", out var name) ? name.GetString() : null;

    /// <summary>Whether the path is that of one row.</summary>
    public bool IsOfOneRow => Path.EndsWith(RowId, StringComparison.Ordinal);

    /// <summary>Whether the path names a row, as its end or on the way to something of the row.</summary>
    public bool NamesRow => Path.Contains(RowId, StringComparison.Ordinal);

    /// <summary>The path without the row's id and what follows it.</summary>
    public string CollectionPath => NamesRow ? Path[..Path.IndexOf(RowId, StringComparison.Ordinal)] : Path;

    /// <summary>What follows the row's id, as in <c>tags</c> of <c>/api/orders/{id}/tags/{target}</c>; empty where nothing does.</summary>
    public string PartName => NamesRow && !IsOfOneRow ? Path[(Path.IndexOf(RowId, StringComparison.Ordinal) + RowId.Length + 1)..].Split('/')[0] : "";

    /// <summary>The parameters of the query with their schemas.</summary>
    public IEnumerable<(string Name, ApiSchema Schema)> QueryParameters => element.TryGetProperty("parameters", out var parameters)
        ? parameters.EnumerateArray().Select(document.Resolve)
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => (parameter.GetProperty("name").GetString()!, new ApiSchema(document, parameter.GetProperty("schema"))))
        : [];

    /// <summary>Whether the method changes something.</summary>
    public bool IsUnsafe => Method != HttpMethod.Get && Method != HttpMethod.Head && Method != HttpMethod.Options;

    /// <summary>The schema of the JSON body, or null where the operation takes none.</summary>
    public ApiSchema? RequestSchema => element.TryGetProperty("requestBody", out var body) ? SchemaIn(document.Resolve(body), JsonTypes.All) : null;

    /// <summary>The schema of a successful answer, or null where it has no body.</summary>
    public ApiSchema? ResultSchema =>
        Responses.Where(response => response.Key.StartsWith('2')).Select(response => SchemaIn(response.Value, JsonTypes.All)).FirstOrDefault();

    /// <summary>The path with a row's id in it, and that of the row it is linked to where the path asks for one.</summary>
    public string At(string id, string? target = null) =>
        Path.Replace("{id}", id, StringComparison.Ordinal).Replace("{target}", target, StringComparison.Ordinal);

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
