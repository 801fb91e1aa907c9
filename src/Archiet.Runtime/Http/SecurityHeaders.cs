using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Archiet;

/// <summary>
/// The headers that every response has, errors included. Data is never shown as a page, kept by a cache or framed; what else the app serves, pages of the
/// user's own, may not be framed either and states its own policy for the rest. What an endpoint of the user's own answers under a session is kept by no cache unless it says so.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IWebHostEnvironment environment)
{
    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";
    private const string PagePolicy = "frame-ancestors 'none'";

    private static readonly PathString[] DataPaths = ["/api", "/auth", "/health", "/openapi.json"];

    private readonly Func<object, Task> apply = environment.IsDevelopment() ? Apply : ApplyStrict;

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment, so that a handler that clears a response for its error loses none of them.
        http.Response.OnStarting(apply, http);
        return next(http);
    }

    private static Task ApplyStrict(object state)
    {
        ((HttpContext)state).Response.Headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return Apply(state);
    }

    private static Task Apply(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        var isData = IsData(http.Request.Path) || http.Response.StatusCode >= StatusCodes.Status400BadRequest;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = isData ? DataPolicy : PagePolicy;
        }
        if (headers.CacheControl.Count == 0 && (isData || IsUnderSession(http)))
        {
            headers.CacheControl = "no-store";
        }
        return Task.CompletedTask;
    }

    /// <summary>Whether an endpoint answers somebody in particular. Files, which are no endpoints or say themselves how long they are kept, and what is open to everybody are not.</summary>
    private static bool IsUnderSession(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static bool IsData(PathString path)
    {
        foreach (var data in DataPaths)
        {
            if (path.StartsWithSegments(data))
            {
                return true;
            }
        }
        return false;
    }
}
