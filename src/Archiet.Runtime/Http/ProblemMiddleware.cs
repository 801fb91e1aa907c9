using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>
/// The outermost fence: an exception becomes a problem that tells nothing, logged once under the trace id of the answer; an error status without a body
/// gets one. Every response is marked so that no browser guesses its type.
/// </summary>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
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
        if (error is ProvisioningException refused)
        {
            return Problems.InvalidAsync(http, refused.Findings);
        }
        if (FromDatabase(error) is { } refusal && DatabaseProblem.Of(refusal, table: null) is { Status: StatusCodes.Status503ServiceUnavailable })
        {
            log.DatabaseUnavailable(error);
            return Problems.UnavailableAsync(http);
        }
        using (Caller.Of(http) is { } caller ? CallerScope.Begin(log, caller) : null)
        {
            log.RequestFailed(error, http.Request.Method, http.Request.Path);
        }
        return AnswerAsync(http, StatusCodes.Status500InternalServerError);
    }

    private static Task AnswerAsync(HttpContext http, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Problems.UnauthenticatedAsync(http),
        StatusCodes.Status403Forbidden => Problems.ForbiddenAsync(http),
        StatusCodes.Status404NotFound => Problems.NotFoundAsync(http),
        StatusCodes.Status413PayloadTooLarge => Problems.WriteAsync(http, status, "tooLarge", "The body is too large."),
        StatusCodes.Status500InternalServerError => Problems.WriteAsync(http, status, "internal", "The request failed; the log has the reason under this trace id."),
        _ => Problems.WriteAsync(http, status, CodeOf(status), $"{ReasonPhrases.GetReasonPhrase(status)}."),
    };

    /// <summary>What Npgsql threw; Entity Framework wraps it.</summary>
    private static NpgsqlException? FromDatabase(Exception? error)
    {
        while (error is not null and not NpgsqlException)
        {
            error = error.InnerException;
        }
        return (NpgsqlException?)error;
    }

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
