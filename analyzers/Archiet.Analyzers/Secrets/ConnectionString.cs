namespace Archiet.Analyzers.Secrets;

/// <summary>A connection string that carries a secret: a list of <c>key=value</c> of which at least two keys are known to some driver.</summary>
internal static class ConnectionString
{
    private static readonly HashSet<string> Servers = new(StringComparer.OrdinalIgnoreCase)
    {
        "host", "server", "datasource", "address", "addr", "networkaddress", "hostname", "endpoint", "accountendpoint", "accountname",
    };

    private static readonly HashSet<string> Users = new(StringComparer.OrdinalIgnoreCase) { "userid", "user", "uid", "username", "sharedaccesskeyname" };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "port", "database", "initialcatalog", "dbq", "driver", "provider", "integratedsecurity", "trustedconnection", "encrypt", "trustservercertificate", "sslmode",
        "pooling", "multipleactiveresultsets", "timeout", "connecttimeout", "connectiontimeout", "commandtimeout", "applicationname", "searchpath",
        "defaultendpointsprotocol", "endpointsuffix", "entitypath", "persistsecurityinfo", "maximumpoolsize", "minimumpoolsize", "virtualhost",
    };

    private static readonly HashSet<string> Passwords = new(StringComparer.OrdinalIgnoreCase) { "password", "pwd", "passwd" };

    private static readonly HashSet<string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "accountkey", "sharedaccesskey", "accesskey", "sharedaccesssignature", "sharedsecretvalue",
    };

    /// <summary>A key that a service issues has 256 bits or more; what is shorter stands in for one.</summary>
    private const int ShortestKey = 40;

    /// <summary>How far the end of a placeholder is looked for.</summary>
    private const int LongestPlaceholder = 200;

    /// <summary>The secret of the connection string in a text, or null. The text may be more than the string: a line of JSON, an argument of a command.</summary>
    public static Secret? FindIn(string text)
    {
        var (known, server, user) = (0, "", "");
        (string Key, string Value, int Start)? secret = null;
        foreach (var (key, value, start) in Pairs(text))
        {
            var name = key.Replace(" ", "").Replace("_", "");
            if (Servers.Contains(name))
            {
                server = value;
            }
            else if (Users.Contains(name))
            {
                user = value;
            }
            else if (Passwords.Contains(name))
            {
                secret ??= value.Length > 0 ? (key, value, start) : null;
            }
            else if (Keys.Contains(name))
            {
                secret ??= value.Length >= ShortestKey && !Samples.LooksMadeUp(value, 0) ? (key, value, start) : null;
            }
            else if (!Others.Contains(name))
            {
                continue;
            }
            known++;
        }
        return known >= 2 && secret is { } found && !IsHarmless(found.Value, user, server)
            ? new Secret(found.Start, found.Value.Length, $"'{found.Key}' of a connection string")
            : null;
    }

    private static bool IsHarmless(string value, string user, string server) => Placeholder.Is(value)
        || Samples.IsPublished(value)
        || Host.IsReserved(server)
        || (value == user && Host.IsLoopback(server));

    /// <summary>
    /// Reads pairs up to the next semicolon, a value in quotes to its closing quote. A key is what follows the last quote or bracket before it, and quotes
    /// around a whole list, as an attribute of XML has them, are stepped into.
    /// </summary>
    private static IEnumerable<(string Key, string Value, int Start)> Pairs(string text)
    {
        for (var (at, equals) = (0, text.IndexOf('=')); equals >= 0; equals = at < text.Length ? text.IndexOf('=', at) : -1)
        {
            var keyStart = Math.Max(at, text.LastIndexOfAny(KeyEnds, equals, equals - at + 1) + 1);
            var key = text.Substring(keyStart, equals - keyStart).Trim();
            var start = equals + 1;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
            var end = EndOfValue(text, start, out var quoted);
            var value = quoted ? text.Substring(start + 1, end - start - 1) : text.Substring(start, end - start).TrimEnd();
            if (quoted && value.IndexOf('=') > 0)
            {
                at = start + 1;
                continue;
            }
            yield return (key, value, quoted ? start + 1 : start);
            at = end + 1;
        }
    }

    private static readonly char[] KeyEnds = ['"', '\'', '>', '(', '\n', ',', '{', ';'];

    private static readonly char[] ValueEnds = [';', '"', '\'', '<', '\n', '\r'];

    private static int EndOfValue(string text, int start, out bool quoted)
    {
        quoted = start < text.Length && text[start] is '"' or '\'' && text.IndexOf(text[start], start + 1) > start;
        if (quoted)
        {
            return text.IndexOf(text[start], start + 1);
        }
        var placeholder = start < text.Length && text[start] == '<' ? text.IndexOf('>', start, Math.Min(LongestPlaceholder, text.Length - start)) : -1;
        var end = text.IndexOfAny(ValueEnds, placeholder < 0 ? start : placeholder);
        return end < 0 ? text.Length : end;
    }
}
