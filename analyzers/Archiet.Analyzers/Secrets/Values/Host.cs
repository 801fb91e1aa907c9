namespace Archiet.Analyzers.Secrets;

/// <summary>What a host's name says of the secrets that are sent to it.</summary>
internal static class Host
{
    private static readonly string[] Reserved = ["example.com", "example.net", "example.org", ".example", ".invalid", ".test"];

    /// <summary>Whether the name is reserved for documentation (RFC 2606, RFC 6761): nothing answers there.</summary>
    public static bool IsReserved(string host)
    {
        var name = NameOf(host);
        return Reserved.Any(reserved => name.EndsWith(reserved, StringComparison.OrdinalIgnoreCase)
            && (reserved[0] == '.' || name.Length == reserved.Length || name[name.Length - reserved.Length - 1] == '.'));
    }

    /// <summary>Whether the host is the machine itself.</summary>
    public static bool IsLoopback(string host)
    {
        var name = NameOf(host);
        return name is "." or "::1" or "0.0.0.0"
            || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("127.", StringComparison.Ordinal)
            || name.StartsWith("(local", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("/", StringComparison.Ordinal);
    }

    /// <summary>A host without protocol, port and instance: <c>tcp:localhost\SQLEXPRESS,1433</c>, <c>[::1]:5432</c>.</summary>
    private static string NameOf(string host)
    {
        var name = host.Trim();
        name = name.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? name.Substring(4) : name;
        if (name.StartsWith("[", StringComparison.Ordinal) && name.IndexOf(']') is > 0 and var close)
        {
            return name.Substring(1, close - 1);
        }
        var end = name.IndexOfAny([',', '\\']);
        name = end < 0 ? name : name.Substring(0, end);
        return name.IndexOf(':') is var colon and >= 0 && colon == name.LastIndexOf(':') ? name.Substring(0, colon) : name;
    }
}
