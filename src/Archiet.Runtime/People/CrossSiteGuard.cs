using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Archiet;

/// <summary>
/// Refuses what another site's page makes a browser send, before anyone asks who is signed in: on every unsafe method, login and the user's own endpoints
/// included. A browser says where a request comes from (Sec-Fetch-Site, else Origin); what says neither is a program, and states so by a header that a page
/// cannot send without asking first.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next, IOptions<PeopleOptions> options, ILogger<CrossSiteGuard> log)
{
    /// <summary>The header of programs that are not browsers, with the value 1.</summary>
    public const string ProgramHeader = "X-Archiet";

    private readonly HashSet<string> listed = new(options.Value.Origins, StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        var method = request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method))
        {
            return next(http);
        }
        if (!ComesFromHere(request))
        {
            PeopleLog.CrossSiteRefused(log, Printable(method) ?? "", Printable(request.Headers["Sec-Fetch-Site"]), Printable(request.Headers.Origin));
            return Problems.WriteAsync(http, StatusCodes.Status403Forbidden, "crossSite", $"The request does not come from this site. Programs send {ProgramHeader}: 1.");
        }
        return next(http);
    }

    /// <summary>Whether a text is an origin as browsers write it.</summary>
    public static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private bool ComesFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        if (site.Count == 0 && origin.Count == 0)
        {
            return request.Headers[ProgramHeader] == "1";
        }
        if (site.Count > 1 || origin.Count > 1)
        {
            return false;
        }
        if (site == "same-origin")
        {
            return true;
        }
        // A browser that says cross-site, same-site or none is believed; only an origin in the configuration is stronger.
        return origin.Count == 1 && (listed.Contains(origin.ToString()) || (site.Count == 0 && IsOwn(request, origin.ToString())));
    }

    private static bool IsOwn(HttpRequest request, string origin)
    {
        var scheme = request.Scheme;
        var host = request.Host.Value;
        return !string.IsNullOrEmpty(host)
            && origin.Length == scheme.Length + 3 + host.Length
            && origin.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && origin.AsSpan(scheme.Length, 3).SequenceEqual("://")
            && origin.EndsWith(host, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A header as it may stand in a log: short, and on one line.</summary>
    private static string? Printable(StringValues header)
    {
        const int Longest = 100;
        if (header.Count == 0)
        {
            return null;
        }
        var text = header.ToString();
        return new string([.. text.Take(Longest).Select(c => char.IsControl(c) ? '?' : c)]);
    }
}
