using System.Globalization;
using System.Text;

namespace Archiet.Genome.Diagnostics;

/// <summary>Texts of a genome as a message can show them: on one line, and with nothing in them that a reader cannot see.</summary>
internal static class VisibleText
{
    private const int Longest = 200;

    /// <summary>A text with escapes for line breaks, control characters and marks that are not seen; a long one is cut.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest && text.All(static c => c is >= ' ' and < '\u007F'))
        {
            return text;
        }
        var visible = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i >= Longest && !char.IsLowSurrogate(text[i]))
            {
                return visible.Append("...").ToString();
            }
            if (IsUnseen(text[i]))
            {
                visible.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                visible.Append(text[i]);
            }
        }
        return visible.ToString();
    }

    /// <summary>The end of a sentence about a name that looks as it should: <c>; its character 3 is U+0430.</c>, or null where all its characters are ASCII.</summary>
    public static string? LookAlike(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] > '\u007E')
            {
                var code = char.IsHighSurrogate(name[i]) && i + 1 < name.Length ? char.ConvertToUtf32(name, i) : name[i];
                return string.Format(CultureInfo.InvariantCulture, "; its character {0} is U+{1:X4}, and names are ASCII.", i + 1, code);
            }
        }
        return null;
    }

    private static bool IsUnseen(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
