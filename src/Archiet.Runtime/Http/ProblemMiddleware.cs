using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>
/// The outermost fence: an exception becomes a problem that tells nothing, logged once under the trace id of the answer; an error status without a body
/// gets one. Every response is marked so that no browser guesses its type.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, EntityTables tables, TimeProvider clock, ILogger<ProblemMiddleware> log)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientClosedRequest;
            return;
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await AnswerAsync(http, error).ConfigureAwait(false);
            return;
        }
        if (NeedsBody(http.Response))
        {
            await AnswerAsync(http, http.Response.StatusCode).ConfigureAwait(false);
        }
    }

    private Task AnswerAsync(HttpContext http, Exception error)
    {
        if (error is BadHttpRequestException { StatusCode: var status })
        {
            return AnswerAsync(http, status);
        }
        if (error is ProvisioningException { Findings: var findings })
        {
            return Problems.InvalidAsync(http, findings);
        }
        if (error is SchemaNewerException newer)
        {
            return Problems.SchemaNewerAsync(http, newer.Message);
        }
        if (error is TransitionException untaken)
        {
            return TransitionProblem.WriteAsync(http, untaken);
        }
        if (error is OperationRefused { Code: var code } refusal)
        {
            return Problems.WriteAsync(http, refusal.Status, code, refusal.Message);
        }
        if (WriteRefusal.Of(error, tables) is { } refused)
        {
            return AnswerAsync(http, error, refused);
        }
        using (Caller.Of(http) is { } caller ? CallerScope.Begin(log, caller) : null)
        {
            log.RequestFailed(error, http.Request.Method, http.Request.Path);
        }
        return AnswerAsync(http, StatusCodes.Status500InternalServerError);
    }

    private Task AnswerAsync(HttpContext http, Exception error, WriteRefusal refused)
    {
        if (refused.Problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            log.DatabaseUnavailable(error);
        }
        else if (log.IsEnabled(LogLevel.Information))
        {
            log.WriteRefused(http.Request.Method, http.Request.Path, refused.Problem.Code, refused.Problem.Status);
        }
        return refused.Problem.WriteAsync(http, refused.Table, new(clock));
    }

    private static Task AnswerAsync(HttpContext http, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Problems.UnauthenticatedAsync(http),
        StatusCodes.Status403Forbidden => Problems.ForbiddenAsync(http),
        StatusCodes.Status404NotFound => Problems.NotFoundAsync(http),
        StatusCodes.Status413PayloadTooLarge => Problems.TooLargeAsync(http),
        StatusCodes.Status500InternalServerError => Problems.WriteAsync(http, status, "internal", "The request failed; the log has the reason under this trace id."),
        _ => Problems.WriteAsync(http, status, CodeOf(status), $"{ReasonPhrases.GetReasonPhrase(status)}."),
    };

    private static bool NeedsBody(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null };

    /// <summary>The status's name in camelCase: <c>methodNotAllowed</c>.</summary>
    private static string CodeOf(int status)
    {
        var name = Enum.IsDefined((HttpStatusCode)status) ? ((HttpStatusCode)status).ToString() : "error";
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>Puts the problem middleware in place.</summary>
internal static class ProblemMiddlewareExtensions
{
    /// <summary>Answers every failure with a problem. First of all middleware.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app.UseMiddleware<ProblemMiddleware>();
}
