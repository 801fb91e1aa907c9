using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>The scheme <c>Archiet</c>: finds the caller by the request's cookie and refuses with problems, never with a redirect.</summary>
internal sealed class SessionHandler(Sessions sessions) : IAuthenticationHandler
{
    private HttpContext? http;

    private HttpContext Http => http ?? throw new InvalidOperationException("The handler was not initialized.");

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        http = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync() => sessions.AuthenticateAsync(Http);

    public Task ChallengeAsync(AuthenticationProperties? properties) => Problems.UnauthenticatedAsync(Http);

    public Task ForbidAsync(AuthenticationProperties? properties) =>
        Caller.Of(Http) is { HasTenant: false } ? Problems.NoTenantAsync(Http) : Problems.ForbiddenAsync(Http);
}
