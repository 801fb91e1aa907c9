using System.Buffers;

namespace Archiet.Draft.Prose;

/// <summary>What makes a line a heading, or a rule between parts.</summary>
internal static class HeadingMark
{
    private const int MostLevels = 6;
    private const int LongestPlain = 80;
    private const int FewestLetters = 4;

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789.");

    /// <summary>The level of a line that begins with number signs, or zero.</summary>
    public static int LevelOf(string line)
    {
        var content = line.AsSpan().TrimStart();
        var level = 0;
        while (level < content.Length && content[level] == '#')
        {
            level++;
        }
        return level is > 0 and <= MostLevels && (level == content.Length || content[level] is ' ' or '\t') ? level : 0;
    }

    /// <summary>Its text, without number signs at its end.</summary>
    public static string TextOf(string content, int level)
    {
        var text = content.AsSpan(level).Trim();
        var end = text.TrimEnd('#');
        return new string(end.Length == 0 || end[^1] is ' ' or '\t' ? end.TrimEnd() : text);
    }

    /// <summary>The level that a line gives to the paragraph above it: one for equals signs, two for dashes, or zero.</summary>
    public static int UnderlineLevel(string content) =>
        content.AsSpan().IndexOfAnyExcept('=') < 0 ? 1 : content.AsSpan().IndexOfAnyExcept('-') < 0 ? 2 : 0;

    /// <summary>Whether a line is three or more of <c>-</c>, <c>*</c> or <c>_</c>, with blanks or without.</summary>
    public static bool IsRule(string content)
    {
        if (content.Length < 3 || content[0] is not ('-' or '*' or '_') || content.AsSpan().IndexOfAnyExcept(content[0], ' ', '\t') >= 0)
        {
            return false;
        }
        return content.AsSpan().Count(content[0]) >= 3;
    }

    /// <summary>The level of a heading in a text without marks: <c>2.1 Invoices</c>, or capitals alone on a line. Zero for anything else.</summary>
    public static int PlainLevel(string text)
    {
        if (text.Length > LongestPlain || text[^1] is '.' or ',' or ';' or ':' or '!' or '?')
        {
            return 0;
        }
        var end = text.AsSpan().IndexOfAnyExcept(Numbers);
        var dots = end > 0 ? text.AsSpan(0, end).TrimEnd('.').Count('.') : 0;
        if (dots > 0 && text[end] == ' ' && char.IsAsciiDigit(text[0]))
        {
            return Math.Min(dots + 1, MostLevels);
        }
        return text.Count(char.IsUpper) >= FewestLetters && !text.Any(char.IsLower) ? 1 : 0;
    }
}
