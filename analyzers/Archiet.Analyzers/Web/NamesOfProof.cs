using System.Collections.Immutable;

namespace Archiet.Analyzers.Web;

/// <summary>Names of what proves who somebody is.</summary>
internal static class NamesOfProof
{
    private static readonly ImmutableHashSet<string> Alone = ImmutableHashSet.Create(
        "password", "passwd", "passphrase", "passcode", "secret", "token", "tokens", "jwt", "bearer", "apikey", "otp", "nonce", "salt", "credential", "credentials");

    private static readonly ImmutableHashSet<(string, string)> Pairs = ImmutableHashSet.Create(
        ("api", "key"), ("access", "key"), ("private", "key"), ("signing", "key"), ("encryption", "key"), ("session", "id"), ("session", "key"),
        ("verification", "code"), ("reset", "code"), ("recovery", "code"), ("invitation", "code"), ("security", "code"));

    /// <summary>What another site must not guess, but the site's own pages must read: no session hangs on it.</summary>
    private static readonly ImmutableHashSet<string> Readable = ImmutableHashSet.Create("csrf", "xsrf", "antiforgery", "forgery");

    /// <summary>Words after which a token is one of a text, and no secret.</summary>
    private static readonly ImmutableHashSet<string> OfTexts = ImmutableHashSet.Create(
        "syntax", "lexer", "parser", "cancellation", "change", "continuation", "page", "json", "type", "count", "length", "index", "position", "kind", "limit", "limits", "max", "min", "size", "quota", "budget", "lifetime", "duration", "timeout", "ttl",
        "design", "expiry", "expires", "expiration", "expired");

    private static readonly ImmutableHashSet<string> OfTokens = ImmutableHashSet.Create("token", "tokens", "jwt", "bearer", "apikey");

    private static readonly ImmutableHashSet<string> OfSessions = ImmutableHashSet.Create("session", "auth", "sid", "jwt", "token", "bearer");

    /// <summary>Whether a name is that of a secret: one that nobody may guess.</summary>
    public static bool IsSecret(string name)
    {
        var words = Words.Of(name);
        return !words.Any(OfTexts.Contains) && (words.Any(Alone.Contains) || IsPair(words));
    }

    /// <summary>Whether a name is that of what a session hangs on: whoever has it is the user.</summary>
    public static bool IsOfSession(string name)
    {
        var words = Words.Of(name);
        return !words.Any(Readable.Contains) && !words.Any(OfTexts.Contains) && (words.Any(OfSessions.Contains) || IsPair(words));
    }

    /// <summary>Whether a name is that of a token or key that a request is signed in with.</summary>
    public static bool IsToken(string name)
    {
        var words = Words.Of(name);
        return !words.Any(Readable.Contains) && !words.Any(OfTexts.Contains) && (words.Any(OfTokens.Contains) || IsPair(words));
    }

    private static bool IsPair(List<string> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (Pairs.Contains((words[i - 1], words[i])))
            {
                return true;
            }
        }
        return false;
    }
}
