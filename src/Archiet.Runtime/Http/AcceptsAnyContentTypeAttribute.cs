using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;

namespace Archiet;

/// <summary>
/// Marks an endpoint of your own that takes POST or PATCH with other bodies than JSON, an upload for one. Requests from other sites are refused there as
/// everywhere. For a controller's action the attribute, for a mapped endpoint <see cref="ContentTypeConventions.AcceptsAnyContentType"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AcceptsAnyContentTypeAttribute : Attribute, IAntiforgeryMetadata
{
    /// <summary>A form needs no antiforgery token: where a request comes from is asked of all of them, before it gets here.</summary>
    public bool RequiresValidation => false;
}

/// <summary>What endpoints of your own may say of the bodies that they take.</summary>
public static class ContentTypeConventions
{
    /// <summary>Lets POST and PATCH come with any content type.</summary>
    public static TBuilder AcceptsAnyContentType<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new AcceptsAnyContentTypeAttribute());
}
