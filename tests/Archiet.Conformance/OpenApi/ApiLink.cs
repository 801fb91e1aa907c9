namespace Archiet.Conformance.OpenApi;

/// <summary>A list of rows that a row is linked to, many to many.</summary>
/// <param name="Name">The name in the path.</param>
/// <param name="Operations">What can be done with it.</param>
public sealed record ApiLink(string Name, IReadOnlyList<ApiOperation> Operations)
{
    /// <summary>See the linked rows, page by page.</summary>
    public ApiOperation? List => Operations.SingleOrDefault(operation => operation.Method == HttpMethod.Get);

    /// <summary>Link a row.</summary>
    public ApiOperation? Add => Operations.SingleOrDefault(operation => operation.Method == HttpMethod.Put);

    /// <summary>Unlink a row.</summary>
    public ApiOperation? Remove => Operations.SingleOrDefault(operation => operation.Method == HttpMethod.Delete);

    /// <summary>The entity of the linked rows, known from the page; null where nobody may list them.</summary>
    public string? Target => List?.ResultSchema?.Name is { } page ? page[..page.LastIndexOf('.')] : null;
}
