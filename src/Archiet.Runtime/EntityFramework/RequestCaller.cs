using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet;

/// <summary>
/// The caller, for services of a request's scope. In place of IHttpContextAccessor, with which every request, these or not, would pay for a context of its own
/// and for what flows beside it.
/// </summary>
internal sealed class RequestCaller
{
    /// <summary>The caller; null outside a request and before it is known.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>Tells the services of a request who its caller is.</summary>
    public static void Enter(HttpContext http)
    {
        if (Archiet.Caller.Of(http) is { } caller)
        {
            http.RequestServices.GetRequiredService<RequestCaller>().Caller = caller;
        }
    }
}

/// <summary>Puts the caller in place.</summary>
internal static class RequestCallerExtensions
{
    /// <summary>Tells the services of a request who its caller is. Behind authentication; generated endpoints do without.</summary>
    public static IApplicationBuilder UseRequestCaller(this IApplicationBuilder app) => app.Use(next => http =>
    {
        if (!GeneratedEndpoint.Takes(http))
        {
            RequestCaller.Enter(http);
        }
        return next(http);
    });
}
