namespace Archiet.Conformance.OpenApi;

/// <summary>An entity of the app: the operations on its collection and on one row.</summary>
public sealed class ApiResource
{
    internal ApiResource(string path, IReadOnlyList<ApiOperation> operations)
    {
        Path = path;
        Operations = operations;
        List = Find(HttpMethod.Get, ofOneRow: false);
        Read = Find(HttpMethod.Get, ofOneRow: true);
        Create = Find(HttpMethod.Post, ofOneRow: false);
        Update = Find(HttpMethod.Patch, ofOneRow: true);
        Delete = Find(HttpMethod.Delete, ofOneRow: true);
        Name = (Read ?? Create ?? Update)?.ResultSchema?.Name ?? path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>The entity's name, from the name of its row's schema.</summary>
    public string Name { get; }

    /// <summary>The path of the collection.</summary>
    public string Path { get; }

    /// <summary>All there is.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>See the rows, page by page.</summary>
    public ApiOperation? List { get; }

    /// <summary>See one row.</summary>
    public ApiOperation? Read { get; }

    /// <summary>Make a row.</summary>
    public ApiOperation? Create { get; }

    /// <summary>Change a row.</summary>
    public ApiOperation? Update { get; }

    /// <summary>Remove a row.</summary>
    public ApiOperation? Delete { get; }

    /// <summary>The references that a create can give, with the names of the entities they name.</summary>
    public IEnumerable<(string Field, string Target, bool Required)> References => Create?.RequestSchema is { } schema
        ? from property in schema.Properties
          where property.Schema.Reference is not null
          select (property.Name, property.Schema.Reference!, schema.Required.Contains(property.Name, StringComparer.Ordinal))
        : [];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private ApiOperation? Find(HttpMethod method, bool ofOneRow) =>
        Operations.SingleOrDefault(operation => operation.Method == method && operation.IsOfOneRow == ofOneRow);
}
