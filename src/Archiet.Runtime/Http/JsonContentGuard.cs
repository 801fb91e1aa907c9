using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>
/// Refuses POST and PATCH without JSON, once it is known where they go. No page sends JSON elsewhere without asking first: what the <see cref="CrossSiteGuard"/> let
/// through by mistake still stops here. Without a body too, because a script sends a post of nothing, and of no type, wherever it likes.
/// </summary>
internal sealed class JsonContentGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        return (HttpMethods.IsPost(request.Method) || HttpMethods.IsPatch(request.Method)) && !IsJson(request.ContentType) && !TakesAny(http)
            ? Problems.UnsupportedMediaTypeAsync(http, "The content type must be JSON.")
            : next(http);
    }

    private static bool TakesAny(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<AcceptsAnyContentTypeAttribute>() is not null;

    private static bool IsJson(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }
}
