using System.Globalization;

namespace Archiet;

/// <summary>The version of a row, <c>xmin</c>, as text: eight hexadecimal digits, in quotes as an entity tag.</summary>
internal static class RowVersions
{
    public const int Digits = 8;

    private const int TagLength = Digits + 2;

    public static void Format(uint version, Span<byte> to) => version.TryFormat(to, out _, "x8", CultureInfo.InvariantCulture);

    /// <summary>The entity tag of a version.</summary>
    public static string TagOf(uint version) => string.Create(TagLength, version, static (tag, version) =>
    {
        tag[0] = tag[^1] = '"';
        version.TryFormat(tag[1..], out _, "x8", CultureInfo.InvariantCulture);
    });

    /// <summary>Reads an entity tag that <see cref="TagOf"/> made.</summary>
    public static bool TryParse(ReadOnlySpan<char> tag, out uint version)
    {
        version = 0;
        return tag.Length == TagLength && tag[0] == '"' && tag[^1] == '"'
            && uint.TryParse(tag[1..^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out version);
    }
}
