using System.Security.Cryptography;
using System.Text;
using Archiet.Genome.Language;

namespace Archiet.Model;

/// <summary>How a name of the genome is spelled elsewhere. One rule each for SQL, routes and C#.</summary>
public static class Naming
{
    private const int IdentifierBytes = 63;
    private const int KeptBytes = 54;

    /// <summary><c>OrderLine</c> and <c>orderLine</c> become <c>order_line</c>, <c>VATRate</c> becomes <c>vat_rate</c>.</summary>
    public static string Snake(string name) => GenomeNames.SnakeCase(name);

    /// <summary><c>OrderLines</c> becomes <c>order-lines</c>.</summary>
    public static string Kebab(string name) => GenomeNames.KebabCase(name);

    /// <summary><c>dateOfBirth</c> becomes <c>DateOfBirth</c>, <c>NOT_STARTED</c> becomes <c>NotStarted</c>.</summary>
    public static string Pascal(string name)
    {
        if (name.Length > 0 && name[0] is >= 'a' and <= 'z' && GenomeNames.IsCamelCase(name))
        {
            return GenomeNames.Property(name);
        }
        var text = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && char.IsLetterOrDigit(name[end]))
            {
                end++;
            }
            var word = name.Substring(at, end - at);
            if (word.Length > 0)
            {
                var rest = word.Substring(1);
                text.Append(char.ToUpperInvariant(word[0])).Append(word.Any(char.IsLower) ? rest : rest.ToLowerInvariant());
            }
            at = end + 1;
        }
        return text.Length > 0 && char.IsLetter(text[0]) ? text.ToString() : "_" + text;
    }

    /// <summary>The words of a name in lower case, as in a sentence: <c>OrderLine</c> becomes <c>order line</c>.</summary>
    public static string Words(string name) => GenomeNames.Words(name);

    /// <summary>A name that PostgreSQL keeps as it is: over 63 bytes of UTF-8, the first 54 (whole characters), an underscore and 8 digits of its SHA-256.</summary>
    public static string Identifier(string name) =>
        name.Length <= IdentifierBytes / 3 || Encoding.UTF8.GetByteCount(name) <= IdentifierBytes ? name : Apart(name, name);

    /// <summary>A name that ends in what it means: its first 54 bytes (whole characters), an underscore and 8 digits of the SHA-256 of <paramref name="meaning"/>.</summary>
    public static string Apart(string name, string meaning)
    {
        var kept = 0;
        var bytes = 0;
        while (kept < name.Length)
        {
            var width = char.IsHighSurrogate(name[kept]) && kept + 1 < name.Length ? 2 : 1;
            bytes += Encoding.UTF8.GetByteCount(name.Substring(kept, width));
            if (bytes > KeptBytes)
            {
                break;
            }
            kept += width;
        }
        return name.Substring(0, kept) + "_" + Sha256(meaning).Substring(0, 8);
    }

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hex.</summary>
    public static string Sha256(string text)
    {
        using var sha = SHA256.Create();
        return Hex(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Bytes in lower-case hex.</summary>
    internal static string Hex(byte[] bytes)
    {
        const string digits = "0123456789abcdef";
        var hex = new StringBuilder(2 * bytes.Length);
        foreach (var part in bytes)
        {
            hex.Append(digits[part >> 4]).Append(digits[part & 15]);
        }
        return hex.ToString();
    }
}
