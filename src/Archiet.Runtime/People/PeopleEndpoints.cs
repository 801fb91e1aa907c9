using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>The people's own endpoints below <c>/auth</c>.</summary>
internal sealed class PeopleEndpoints(LoginService login, PasswordChange passwordChange, Sessions sessions, TimeProvider clock, ILogger<PeopleEndpoints> log)
{
    private const int BodyLimit = 16 * 1024;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = ActivatorUtilities.CreateInstance<PeopleEndpoints>(routes.ServiceProvider);
        routes.MapPost("/auth/login", people.LoginAsync).WithDisplayName("Log in").AllowAnonymous();
        routes.MapPost("/auth/logout", people.LogoutAsync).WithDisplayName("Log out").AllowAnonymous();
        routes.MapGet("/auth/session", people.SessionAsync).WithDisplayName("The session").RequireAuthorization();
        routes.MapPost("/auth/tenant", people.TenantAsync).WithDisplayName("Enter a tenant").RequireAuthorization();
        routes.MapPost("/auth/password", people.PasswordAsync).WithDisplayName("Change the password").RequireAuthorization();
        routes.MapGet("/auth/sessions", people.SessionsAsync).WithDisplayName("The account's sessions").RequireAuthorization();
        routes.MapDelete($"/auth/sessions/{{{RouteIds.Row}}}", people.EndSessionAsync).WithDisplayName("End a session").RequireAuthorization();
    }

    private async Task LoginAsync(HttpContext http)
    {
        if (await ReadAsync(http, PeopleJson.Default.LoginRequest).ConfigureAwait(false) is not { } request)
        {
            return;
        }
        var result = await login.RunAsync(http, request).ConfigureAwait(false);
        switch (result.Outcome)
        {
            case LoginOutcome.Begun:
                await AnswerAsync(http, result.Session).ConfigureAwait(false);
                break;
            case LoginOutcome.NotAMember:
                await NotAMemberAsync(http).ConfigureAwait(false);
                break;
            case LoginOutcome.TooEarly:
                await TooEarlyAsync(http, result).ConfigureAwait(false);
                break;
            default:
                await Problems.WriteAsync(http, StatusCodes.Status401Unauthorized, "loginFailed", "The address or the password is wrong.").ConfigureAwait(false);
                break;
        }
    }

    private async Task LogoutAsync(HttpContext http)
    {
        await sessions.EndAsync(http).ConfigureAwait(false);
        PeopleLog.LoggedOut(log, Caller.Of(http)?.Account);
        SessionToken.Withdraw(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Task SessionAsync(HttpContext http) =>
        SessionToken.TryRead(http.Request.Headers.Cookie, out var hash) ? AnswerAsync(http, hash) : Problems.UnauthenticatedAsync(http);

    private async Task TenantAsync(HttpContext http)
    {
        if (await ReadAsync(http, PeopleJson.Default.TenantRequest).ConfigureAwait(false) is not { } request)
        {
            return;
        }
        var account = Caller.Of(http)?.Account ?? Guid.Empty;
        if (await sessions.SwitchAsync(http, request.Tenant).ConfigureAwait(false) is not { } session)
        {
            PeopleLog.TenantRefused(log, account, request.Tenant);
            await NotAMemberAsync(http).ConfigureAwait(false);
            return;
        }
        PeopleLog.TenantEntered(log, account, request.Tenant);
        await AnswerAsync(http, session).ConfigureAwait(false);
    }

    private async Task PasswordAsync(HttpContext http)
    {
        if (await ReadAsync(http, PeopleJson.Default.PasswordRequest).ConfigureAwait(false) is not { } request)
        {
            return;
        }
        var findings = new Findings(clock);
        var result = await passwordChange.RunAsync(http, request, findings).ConfigureAwait(false);
        await (result.Outcome switch
        {
            LoginOutcome.Begun => AnswerAsync(http, result.Session),
            LoginOutcome.TooEarly => TooEarlyAsync(http, result),
            _ when findings.Any => Problems.InvalidAsync(http, findings),
            _ => Problems.UnauthenticatedAsync(http),
        }).ConfigureAwait(false);
    }

    private async Task SessionsAsync(HttpContext http)
    {
        if (!SessionToken.TryRead(http.Request.Headers.Cookie, out var hash) || await sessions.ListAsync(hash, http.RequestAborted).ConfigureAwait(false) is not [_, ..] items)
        {
            await Problems.UnauthenticatedAsync(http).ConfigureAwait(false);
            return;
        }
        http.Response.ContentType = RequestBody.Json;
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, new(items), PeopleJson.Default.SessionItems, http.RequestAborted).ConfigureAwait(false);
    }

    private async Task EndSessionAsync(HttpContext http)
    {
        if (!RouteIds.TryRead(http, RouteIds.Row, out var id) || !SessionToken.TryRead(http.Request.Headers.Cookie, out var hash)
            || await sessions.EndAsync(hash, id, http.RequestAborted).ConfigureAwait(false) is not { } ended)
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return;
        }
        if (ended == hash)
        {
            SessionToken.Withdraw(http);
        }
        PeopleLog.SessionEnded(log, Caller.Of(http)?.Account, id);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task TooEarlyAsync(HttpContext http, LoginResult result)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(result.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(http, StatusCodes.Status429TooManyRequests, "tooManyAttempts", "Too many attempts failed; wait before the next.");
    }

    /// <summary>The same for a tenant that there is and for one that there is not.</summary>
    private static Task NotAMemberAsync(HttpContext http) =>
        Problems.WriteAsync(http, StatusCodes.Status403Forbidden, "notAMember", "The account does not belong to this tenant.");

    private async Task AnswerAsync(HttpContext http, SessionHash hash)
    {
        if (await sessions.ViewAsync(hash, http.RequestAborted).ConfigureAwait(false) is not { } session)
        {
            await Problems.UnauthenticatedAsync(http).ConfigureAwait(false);
            return;
        }
        http.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(http.Response.BodyWriter, session, PeopleJson.Default.SessionView, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Reads a small body; answers with a problem and returns null when it is not what it should be.</summary>
    private static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BodyLimit;
        }
        try
        {
            if (await JsonSerializer.DeserializeAsync(http.Request.BodyReader, type, http.RequestAborted).ConfigureAwait(false) is { } body)
            {
                return body;
            }
        }
        catch (JsonException)
        {
            // Answered below: what the reader says names types of ours.
        }
        await Problems.MalformedAsync(http, "The body is not the JSON object that belongs here.").ConfigureAwait(false);
        return null;
    }
}
