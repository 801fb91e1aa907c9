using System.Text;

namespace Archiet.Emit;

/// <summary>Texts of others in a page: no character of theirs makes a cell, a link or markup of it.</summary>
internal static class MarkdownText
{
    private const int Longest = 240;

    /// <summary>A text on one line, with what means something to Markdown or HTML escaped; a long one is cut.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (line.Length >= Longest && !char.IsLowSurrogate(character))
            {
                return line.Append('\u2026').ToString();
            }
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                line.Append(line.Length > 0 && line[line.Length - 1] != ' ' ? " " : "");
            }
            else
            {
                line.Append(character switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '\\' or '`' or '*' or '[' or ']' or '|' or '#' or '!' or '~' or '_' => "\\" + character,
                    _ => character.ToString(),
                });
            }
        }
        return line.ToString().TrimEnd();
    }
}
