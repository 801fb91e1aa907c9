using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet;

/// <summary>Puts the caller of a request in place.</summary>
internal static class SessionMiddleware
{
    /// <summary>What UseAuthentication leaves behind, so that the host does not add it a second time.</summary>
    private const string IsSet = "__AuthenticationMiddlewareSet";

    /// <summary>
    /// Makes the session's principal the request's user. Where ours is the only scheme, its cached result is taken without the authentication service, which
    /// would open a scope of services for every request; with a scheme of the user's own beside it, ASP.NET Core's middleware runs as usual.
    /// </summary>
    public static void UseSessions(this WebApplication app)
    {
        var schemes = app.Services.GetRequiredService<IAuthenticationSchemeProvider>().GetAllSchemesAsync().GetAwaiter().GetResult();
        if (schemes.Any(scheme => scheme.Name != Sessions.Scheme))
        {
            app.UseAuthentication();
            return;
        }
        var sessions = app.Services.GetRequiredService<Sessions>();
        ((IApplicationBuilder)app).Properties[IsSet] = true;
        app.Use(next => http =>
        {
            var result = sessions.AuthenticateAsync(http);
            return result.IsCompletedSuccessfully ? Enter(http, result.Result, next) : EnterAsync(http, result, next);
        });
    }

    private static async Task EnterAsync(HttpContext http, Task<AuthenticateResult> result, RequestDelegate next) =>
        await Enter(http, await result.ConfigureAwait(false), next).ConfigureAwait(false);

    private static Task Enter(HttpContext http, AuthenticateResult result, RequestDelegate next)
    {
        if (result.Principal is { } principal)
        {
            http.User = principal;
        }
        return next(http);
    }
}
