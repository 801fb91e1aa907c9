using System.Security.Cryptography;
using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>The characters of a document, made the same whatever wrote them.</summary>
internal static class ProseText
{
    private const char Unknown = '\uFFFD';
    private const int ShortHash = 16;

    /// <summary>Without a byte order mark, with <c>\n</c> at the end of each line.</summary>
    public static string WithPlainLines(string text) =>
        (text.Length > 0 && text[0] == '\uFEFF' ? text[1..] : text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>Puts the replacement character where there is no character: halves of pairs and control characters, which neither YAML nor a request can carry.</summary>
    public static string WithKnownCharacters(string text)
    {
        var at = FirstUnknown(text, 0);
        if (at < 0)
        {
            return text;
        }
        var characters = text.ToCharArray();
        for (; at >= 0; at = FirstUnknown(text, at + 1))
        {
            characters[at] = Unknown;
        }
        return new string(characters);
    }

    /// <summary>White space as single blanks, none around.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var isBlank = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                isBlank = folded.Length > 0;
                continue;
            }
            if (isBlank)
            {
                folded.Append(' ');
                isBlank = false;
            }
            folded.Append(letter);
        }
        return folded.ToString();
    }

    /// <summary>The SHA-256 of a text, in lower-case hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The hash by which a sentence is known again, whatever its white space.</summary>
    public static string HashOfSentence(string text) => Hash(Fold(text))[..ShortHash];

    private static int FirstUnknown(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter < ' ' ? letter is not ('\n' or '\t') : letter is '\u007F' or (>= '\u0080' and <= '\u009F' and not '\u0085') || IsHalf(text, at))
            {
                return at;
            }
        }
        return -1;
    }

    private static bool IsHalf(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
