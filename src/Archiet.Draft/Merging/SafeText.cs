using System.Globalization;
using System.Text;

namespace Archiet.Draft.Merging;

/// <summary>A text of somebody else's as a genome, a report or a message can hold it: on one line, without control characters and marks of direction.</summary>
internal static class SafeText
{
    /// <summary>The text, cut at so many characters.</summary>
    public static string Of(string text, int longest = 400)
    {
        var safe = new StringBuilder(Math.Min(text.Length, longest + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            var isSpace = Rune.IsWhiteSpace(rune);
            if (rune.Value == 0xFFFD || (!isSpace && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                continue;
            }
            if (safe.Length >= longest)
            {
                return safe.ToString().TrimEnd() + "…";
            }
            if (!isSpace)
            {
                safe.Append(rune.ToString());
            }
            else if (safe.Length > 0 && safe[^1] != ' ')
            {
                safe.Append(' ');
            }
        }
        return safe.ToString().TrimEnd();
    }
}
