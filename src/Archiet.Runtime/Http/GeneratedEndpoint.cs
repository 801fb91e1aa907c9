using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>
/// The mark of an endpoint that is served by the runtime from a genome. It asks for caller, tenant and permission itself and takes no service for the caller,
/// so that what other endpoints need of a request (the authorization middleware, a scope of services, a scope in the log) is not made for it.
/// </summary>
internal sealed class GeneratedEndpoint
{
    public static readonly GeneratedEndpoint Mark = new();

    private GeneratedEndpoint()
    {
    }

    /// <summary>Whether the request goes to such an endpoint. After routing only.</summary>
    public static bool Takes(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<GeneratedEndpoint>() is not null;
}
