using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>Puts tenant and account, by their ids, on every line that is logged while a caller's request runs.</summary>
internal sealed class CallerScope(RequestDelegate next, ILogger<CallerScope> log)
{
    public Task InvokeAsync(HttpContext http) => !GeneratedEndpoint.Takes(http) && Caller.Of(http) is { } caller ? RunAsync(http, caller) : next(http);

    /// <summary>The same for what a generated endpoint logs: it opens the scope around its line, as most of its requests have none.</summary>
    public static IDisposable? Begin(ILogger log, Caller caller) => log.BeginScope(new Ids(caller));

    /// <summary>Names the refused endpoint by its route, not by its path: what a caller writes does not get into the log.</summary>
    public static void LogForbidden(ILogger log, HttpContext http) =>
        PeopleLog.Forbidden(log, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);

    private async Task RunAsync(HttpContext http, Caller caller)
    {
        using (log.BeginScope(new Ids(caller)))
        {
            await next(http).ConfigureAwait(false);
            if (http.Response.StatusCode == StatusCodes.Status403Forbidden)
            {
                LogForbidden(log, http);
            }
        }
    }

    /// <summary>The two as a structured scope, without a dictionary for each request.</summary>
    private sealed class Ids(Caller caller) : IReadOnlyList<KeyValuePair<string, object?>>
    {
        public int Count => 2;

        public KeyValuePair<string, object?> this[int index] => index switch
        {
            0 => new("Tenant", caller.Tenant),
            1 => new("Account", caller.Account),
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };

        public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
        {
            yield return this[0];
            yield return this[1];
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Tenant:{caller.Tenant} Account:{caller.Account}");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
