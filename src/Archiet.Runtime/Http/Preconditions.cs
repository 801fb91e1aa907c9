using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Archiet;

/// <summary>The conditional headers of a request (RFC 9110, section 13) over versions of rows.</summary>
internal static class Preconditions
{
    /// <summary>A version that no row has: what If-Match means when it names no version of ours.</summary>
    private const uint Never = 0;

    /// <summary>
    /// The version that a write is for. The result is null, or the problem as it is answered, when the request names none (an asterisk is none: it would write over what the
    /// caller has not seen) or several.
    /// </summary>
    public static Task? RefusalOf(HttpContext http, out uint version)
    {
        version = Never;
        var header = http.Request.Headers.IfMatch;
        if (header.Count == 0 || header is [var only] && only.AsSpan().Trim() is "" or "*")
        {
            return Problems.WriteAsync(http, StatusCodes.Status428PreconditionRequired, "ifMatch", "Send If-Match with the ETag that you read.");
        }
        var versions = 0;
        foreach (var tag in TagsOf(header))
        {
            if (RowVersions.TryParse(tag, out var one))
            {
                version = one;
                versions++;
            }
        }
        return versions > 1 ? Problems.WriteAsync(http, StatusCodes.Status400BadRequest, "ifMatch", "Send If-Match with one ETag.") : null;
    }

    /// <summary>Whether the caller has this version already. The comparison is the weak one, as RFC 9110 asks.</summary>
    public static bool IsKnown(HttpRequest request, uint version)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0)
        {
            return false;
        }
        foreach (var tag in TagsOf(header))
        {
            var opaque = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
            if (tag is "*" || (RowVersions.TryParse(opaque, out var one) && one == version))
            {
                return true;
            }
        }
        return false;
    }

    private static TagEnumerator TagsOf(StringValues header) => new(header.Count == 1 ? header[0] : string.Join(',', header.ToArray()));

    /// <summary>The parts of a list between commas. Our own tags hold none, so that a foreign one that does is no match either way.</summary>
    private ref struct TagEnumerator(ReadOnlySpan<char> left)
    {
        private ReadOnlySpan<char> left = left;
        private bool ended;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly TagEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (ended)
            {
                return false;
            }
            var comma = left.IndexOf(',');
            ended = comma < 0;
            Current = (ended ? left : left[..comma]).Trim();
            left = ended ? default : left[(comma + 1)..];
            return true;
        }
    }
}
