using System.Globalization;
using System.Text;

namespace Archiet.Analyzers.Secrets.Files;

/// <summary>The entities of XML and HTML that stand for a character of a value.</summary>
internal static class Entities
{
    private const int LongestEntity = 10;

    /// <summary>Resolves them; what is none, or one that only HTML knows, stays as it is.</summary>
    public static string Decode(string raw)
    {
        var decoded = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '&' && raw.IndexOf(';', at, Math.Min(LongestEntity, raw.Length - at)) is > 0 and var end
                && CharacterOf(raw.Substring(at + 1, end - at - 1)) is { } character)
            {
                decoded.Append(character);
                at = end;
            }
            else
            {
                decoded.Append(raw[at]);
            }
        }
        return decoded.ToString();
    }

    private static string? CharacterOf(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ when name.StartsWith("#", StringComparison.Ordinal) => OfCode(name.Substring(1)),
        _ => null,
    };

    private static string? OfCode(string digits)
    {
        var isHex = digits.StartsWith("x", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(isHex ? digits.Substring(1) : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code is > 0 and < 0xD800 or > 0xDFFF and < 0x110000
            ? char.ConvertFromUtf32(code)
            : null;
    }
}
