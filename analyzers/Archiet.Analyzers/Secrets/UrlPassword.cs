namespace Archiet.Analyzers.Secrets;

/// <summary>A URL that carries a password before its host: <c>amqp://user:password@host</c>.</summary>
internal static class UrlPassword
{
    private static readonly char[] AuthorityEnds = ['/', '?', '#', ' ', '\t', '\r', '\n', '"', '\'', '<', '>', '`'];

    /// <summary>The first password of a URL in a text, or null.</summary>
    public static Secret? FindIn(string text)
    {
        for (var slashes = text.IndexOf("://", StringComparison.Ordinal); slashes >= 0; slashes = text.IndexOf("://", slashes + 3, StringComparison.Ordinal))
        {
            if (Scheme(text, slashes) is { Length: > 0 } scheme && FindInAuthority(text, slashes + 3, scheme) is { } secret)
            {
                return secret;
            }
        }
        return null;
    }

    private static string Scheme(string text, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '-' or '.'))
        {
            start--;
        }
        return text.Substring(start, end - start);
    }

    /// <summary>An @ in a path or a query is none of ours, so the authority ends first. A template's name in angle brackets may hold none of its ends.</summary>
    private static Secret? FindInAuthority(string text, int start, string scheme)
    {
        var end = text.IndexOfAny(AuthorityEnds, start);
        end = end < 0 ? text.Length : end;
        var at = end > start ? text.LastIndexOf('@', end - 1, end - start) : -1;
        var colon = at > start ? text.IndexOf(':', start, at - start) : -1;
        if (colon < 0 || at - colon < 2 || at + 1 == end)
        {
            return null;
        }
        var (user, password, host) = (text.Substring(start, colon - start), text.Substring(colon + 1, at - colon - 1), text.Substring(at + 1, end - at - 1));
        return IsHarmless(user, Uri.UnescapeDataString(password), host) ? null : new Secret(colon + 1, password.Length, $"the password in a URL of '{scheme}'");
    }

    /// <summary>A backslash is part of a regular expression or a path, never of a URL's password.</summary>
    private static bool IsHarmless(string user, string password, string host) => Placeholder.Is(password)
        || password.IndexOf('\\') >= 0
        || Host.IsReserved(host)
        || (user == password && Host.IsLoopback(host));
}
