using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>The value of an Authorization header: <c>Basic</c> with a name and a password in base64, <c>Bearer</c> with a token.</summary>
internal static class AuthorizationHeader
{
    private const string Basic = "Basic ";
    private const string Bearer = "Bearer ";
    private const int ShortestToken = 16;

    private static readonly bool[] Base64 = CharClass.Named('b');

    private static readonly bool[] OfTokens = CharClass.Named('r');

    /// <summary>Whether a text might hold one.</summary>
    public static bool MayHold(string text) => text.IndexOf("earer ", StringComparison.Ordinal) >= 0 || text.IndexOf("asic ", StringComparison.Ordinal) >= 0;

    /// <summary>The credentials in a text, or null.</summary>
    public static Secret? FindIn(string text) => FindBasic(text) ?? FindBearer(text);

    /// <summary>The password in the parameter of a Basic header, or null.</summary>
    public static Secret? FindInParameter(string parameter, int start = 0)
    {
        var end = start;
        while (end < parameter.Length && (Base64.Has(parameter[end]) || parameter[end] == '='))
        {
            end++;
        }
        var decoded = end - start >= 8 && (end - start) % 4 == 0 ? Decode(parameter.Substring(start, end - start)) : "";
        var colon = decoded.IndexOf(':');
        return colon > 0 && colon < decoded.Length - 3
            && decoded.All(letter => letter is >= ' ' and < '\u007F')
            && ValueClasses.OfCredential(decoded.Substring(colon + 1)) is ValueClass.Secret
            ? new Secret(start, end - start, "name and password of a Basic header")
            : null;
    }

    private static Secret? FindBasic(string text) => AfterScheme(text, Basic) is > 0 and var at ? FindInParameter(text, at) : null;

    /// <summary>Where the credentials start: behind the scheme, which starts the text or stands behind the header's name. In a sentence it is a word.</summary>
    private static int AfterScheme(string text, string scheme)
    {
        var at = text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? 0 : text.IndexOf("uthorization: " + scheme, StringComparison.OrdinalIgnoreCase) + "uthorization: ".Length;
        return at == 0 || at >= "uthorization: ".Length ? at + scheme.Length : 0;
    }

    private static Secret? FindBearer(string text) => AfterScheme(text, Bearer) is > 0 and var at ? FindToken(text, at) : null;

    /// <summary>The token that stands at a position, or null.</summary>
    public static Secret? FindToken(string text, int start = 0)
    {
        var end = start;
        while (end < text.Length && (OfTokens.Has(text[end]) || text[end] is '+' or '/' or '='))
        {
            end++;
        }
        return end - start >= ShortestToken
            && (end == text.Length || text[end] is not ('{' or ConstantText.Hole))
            && text.Substring(start, end - start) is var token
            && Samples.Entropy(token, 0) >= 3.3
            && ValueClasses.Of(token, SecretName.Key) is ValueClass.Secret
            ? new Secret(start, end - start, "token of a Bearer header")
            : null;
    }

    private static string Decode(string base64)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
