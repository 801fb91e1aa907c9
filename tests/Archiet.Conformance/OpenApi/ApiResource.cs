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
        Restore = operations.SingleOrDefault(operation => operation is { PartName: "restore", Transition: null } && operation.Method == HttpMethod.Post);
        Transitions = [.. operations.Where(operation => operation.Transition is not null)];
        Links = [.. operations.Where(operation => operation.PartName.Length > 0 && operation.Method != HttpMethod.Post)
            .GroupBy(operation => operation.PartName, StringComparer.Ordinal).Select(group => new ApiLink(group.Key, [.. group]))];
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

    /// <summary>Bring back a removed row.</summary>
    public ApiOperation? Restore { get; }

    /// <summary>The transitions of the lifecycle.</summary>
    public IReadOnlyList<ApiOperation> Transitions { get; }

    /// <summary>What a row is linked to, many to many.</summary>
    public IReadOnlyList<ApiLink> Links { get; }

    /// <summary>The schema of a row as it is read, or null where nobody reads one.</summary>
    public ApiSchema? Row => (Read ?? Create ?? Update)?.ResultSchema;

    /// <summary>The rules that a row obeys.</summary>
    public IReadOnlyList<ApiRule> Rules => Row?.Keyword("x-archiet-rules") is { } rules ? [.. rules.EnumerateArray().Select(ApiRule.Of)] : [];

    /// <summary>The states of a row and how it gets from one to another, or null.</summary>
    public ApiLifecycle? Lifecycle => Row?.Keyword("x-archiet-lifecycle") is { } lifecycle ? ApiLifecycle.Of(lifecycle) : null;

    /// <summary>What an operation of this resource is called in a grant.</summary>
    public string VerbOf(ApiOperation operation) => operation.Transition
        ?? (operation == List ? "list" : operation == Create ? "create" : operation == Update ? "update" : operation == Delete ? "delete" : operation == Restore ? "restore"
            : operation.PartName.Length > 0 && operation.IsUnsafe ? "update" : "read");

    /// <summary>The references that a create can give, those of owned rows included, with the names of the entities they name.</summary>
    public IEnumerable<(string Field, string Target, bool Required)> References => Create?.RequestSchema is { } schema
        ? ReferencesIn(schema).Concat(schema.Properties.Select(property => property.Schema.OwnedRow).OfType<ApiSchema>().SelectMany(ReferencesIn))
        : [];

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static IEnumerable<(string Field, string Target, bool Required)> ReferencesIn(ApiSchema schema) =>
        from property in schema.Properties
        where property.Schema.Reference is not null
        select (property.Name, property.Schema.Reference!, schema.Required.Contains(property.Name, StringComparer.Ordinal));

    private ApiOperation? Find(HttpMethod method, bool ofOneRow) =>
        Operations.SingleOrDefault(operation => operation.Method == method && operation.IsOfOneRow == ofOneRow && operation.NamesRow == ofOneRow);
}
