using System.Buffers;

namespace Archiet;

/// <summary>Texts with a form that the type table of the specification gives them.</summary>
public static class TextFormats
{
    private const int MaxLocalPart = 64, MaxEmail = 254, MaxUrl = 2048;

    private static readonly SearchValues<char> NotInAddresses = SearchValues.Create(" \t\r\n\"<>\\^`{|}");

    /// <summary>Whether a text has the form of an e-mail address: one at sign, something before it and a host name behind it.</summary>
    public static bool IsEmail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > MaxLocalPart || text.Length > MaxEmail || text.LastIndexOf('@') != at || HasForbidden(text))
        {
            return false;
        }
        return Uri.CheckHostName(text[(at + 1)..]) == UriHostNameType.Dns;
    }

    /// <summary>Whether a text is an absolute http or https address.</summary>
    public static bool IsUrl(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxUrl
            && !HasForbidden(text)
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0;
    }

    private static bool HasForbidden(string text)
    {
        if (text.AsSpan().ContainsAny(NotInAddresses))
        {
            return true;
        }
        foreach (var unit in text)
        {
            if (char.IsControl(unit))
            {
                return true;
            }
        }
        return false;
    }
}
