using System.Buffers;
using Archiet.Analyzers.Secrets;

namespace Archiet.Draft.Prose;

/// <summary>
/// Values under the name of a secret: <c>password=...</c> alone or in a connection string, <c>api_key: ...</c>, <c>--token ...</c>, "the password is ...", a cell beside one.
/// What says of a field what it holds (<c>password: required</c>) is no secret.
/// </summary>
internal static class SecretAssignments
{
    private const int LongestName = 64;
    private const int ShortestAssigned = 4;
    private const int ShortestSaid = 6;
    private const int LongestValue = 4_096;
    private const string Decoration = " \t*_`\"'";

    private static readonly SearchValues<char> Separators = SearchValues.Create("=:|");
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(" \t\n\"'`,;|<>");

    private static readonly SearchValues<char> ConstantName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");

    private static readonly HashSet<string> ConnectionKeys = new(StringComparer.OrdinalIgnoreCase) { "accountkey", "sharedaccesskey", "sharedaccesssignature", "pwd", "pass" };

    /// <summary>How the description of a field begins.</summary>
    private static readonly string[] Descriptions =
    [
        "varchar", "nvarchar", "char", "string", "text", "bcrypt", "argon2", "scrypt", "sha1", "sha2", "sha5", "pbkdf2", "uuid", "guid", "jwt", "oauth", "base64", "rs256", "hs256", "es256", "hmac", "utf8", "utf-8", "aes", "rsa",
        "hash", "encrypted", "min", "max", "required", "optional", "unique", "null", "true", "false", "bool", "int", "bytes", "/", "http", "ftp", "2fa", "totp", "int64", "int32", "n/a",
    ];

    /// <summary>All of them in a text whose lines end with <c>\n</c>.</summary>
    public static IEnumerable<SecretSpan> FindIn(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(Separators); at >= 0; at = Next(text, at + 1))
        {
            if (At(text, at, at + 1, IsAssigned(text, at)) is { } span)
            {
                yield return span;
            }
        }
        foreach (var (words, isAssigned) in Phrases)
        {
            for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
            {
                if (At(text, at + words.Length - Verb(words), at + words.Length, isAssigned) is { } span)
                {
                    yield return span;
                }
            }
        }
    }

    /// <summary>The words between a name and its value, and whether what follows them is always one.</summary>
    private static readonly (string Words, bool IsAssigned)[] Phrases =
        [("password is ", false), ("password was ", false), ("secret is ", false), ("token is ", false), ("key is ", false), ("--password ", true), ("--token ", true), ("--api-key ", true), ("--secret ", true)];

    private static int Verb(string words) => words.StartsWith("--", StringComparison.Ordinal) ? 1 : words.Length - words.IndexOf(' ', StringComparison.Ordinal);

    private static int Next(string text, int from)
    {
        var next = from < text.Length ? text.AsSpan(from).IndexOfAny(Separators) : -1;
        return next < 0 ? -1 : from + next;
    }

    private static SecretSpan? At(string text, int separator, int from, bool isAssigned)
    {
        var name = NameBefore(text, separator);
        if (name.Length == 0 || (KindOf(name) is SecretName.None && !ConnectionKeys.Contains(name)))
        {
            return null;
        }
        var (start, end) = ValueAfter(text, from);
        return end > start && IsSecret(text[start..end], isAssigned, text[separator] == '|') ? new SecretSpan(start, end, $"value of '{name}'") : null;
    }

    /// <summary>Whether the sign is one of assignment: in sentences a colon goes before words.</summary>
    private static bool IsAssigned(string text, int at) => text[at] == '=' && (at + 1 == text.Length || text[at + 1] is not ('=' or '>'));

    private static string NameBefore(string text, int separator)
    {
        var end = separator;
        while (end > 0 && Decoration.Contains(text[end - 1], StringComparison.Ordinal))
        {
            end--;
        }
        var start = end;
        while (start > 0 && end - start < LongestName && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' || (text[start - 1] == ' ' && IsOneWordMore(text, start, end))))
        {
            start--;
        }
        return text[start..end].Trim('-', '_', '.', ' ');
    }

    /// <summary>Names in sentences are of two words: <c>API key</c>, <c>client secret</c>.</summary>
    private static bool IsOneWordMore(string text, int start, int end) => start < end && start > 1 && char.IsLetter(text[start - 2]) && !text.AsSpan(start, end - start).Contains(' ');

    private static (int Start, int End) ValueAfter(string text, int from)
    {
        var start = from;
        while (start < text.Length && start - from < 16 && Decoration.Contains(text[start], StringComparison.Ordinal))
        {
            start++;
        }
        if (start == text.Length)
        {
            return (start, start);
        }
        var rest = text.AsSpan(start, Math.Min(LongestValue, text.Length - start));
        if (start > from && text[start - 1] is '"' or '\'' or '`' && rest.IndexOfAny(text[start - 1], '\n') is > 0 and var quote && rest[quote] == text[start - 1])
        {
            return (start, start + quote);
        }
        var end = rest.IndexOfAny(ValueEnds);
        var value = (end < 0 ? rest : rest[..end]).TrimEnd(".)]}*:");
        return (start, start + value.Length);
    }

    private static bool IsSecret(string value, bool isAssigned, bool isCell)
    {
        if (value.Length < (isAssigned ? ShortestAssigned : ShortestSaid) || IsHole(value) || IsDescription(value))
        {
            return false;
        }
        if (value.Contains(' ', StringComparison.Ordinal))
        {
            return isAssigned && value.Any(char.IsAsciiDigit);
        }
        var isMixed = value.Any(char.IsAsciiDigit) && value.Any(char.IsLetter);
        return isAssigned || (isCell ? isMixed && value.Length >= 12 : isMixed || value.IndexOfAny(['!', '@', '#', '$', '%', '^', '&', '+']) >= 0);
    }

    /// <summary>What a template fills in later, a mask, or what was taken out before.</summary>
    private static bool IsHole(string value) =>
        value[0] is '<' or '[' or '{'
        || (value[0] == '$' && value[1] is '{' or '(')
        || (value[0] is '$' or '%' && value.AsSpan().TrimStart("$%").TrimEnd('%').IndexOfAnyExcept(ConstantName) < 0)
        || value.StartsWith("redacted-", StringComparison.Ordinal)
        || value.All(letter => letter == value[0]);

    /// <summary>A type, an algorithm, a rule or a call: what a field holds, not what is in it.</summary>
    internal static bool IsDescription(string value) =>
        Array.Exists(Descriptions, word => value.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (value.Length == word.Length || !char.IsLetter(value[word.Length]) && value.Length < word.Length + 8))
        || (value.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && value.AsSpan(0, open).IndexOfAnyExceptInRange('A', 'z') < 0);

    private static SecretName KindOf(string name) => name.Length < SecretNames.ShortestName ? SecretName.None : SecretNames.Judge(Archiet.Analyzers.Words.Of(name));
}
