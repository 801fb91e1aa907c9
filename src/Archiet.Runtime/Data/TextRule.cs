using System.Text.RegularExpressions;

namespace Archiet;

/// <summary>What a text must be: its length in Unicode code points, as PostgreSQL and JSON Schema count, and a pattern for the whole of it.</summary>
/// <param name="minLength">Least number of characters; 0 for none.</param>
/// <param name="maxLength">Greatest number of characters; 0 for none.</param>
/// <param name="pattern">A regular expression in the portable subset of the specification; null for none.</param>
public sealed class TextRule(int minLength, int maxLength, string? pattern)
{
    // In time linear in the text, whatever the pattern; the whole text, where $ alone would take a line feed at its end; and a point takes a line feed, as
    // in PostgreSQL.
    private readonly Regex? regex =
        pattern is null ? null : new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);

    /// <summary>Whether a text has the length and the pattern.</summary>
    public bool Fits(string text) => FitsLength(text) && FitsPattern(text);

    internal bool FitsLength(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // A code point is one or two UTF-16 units: most texts are settled without counting.
        if (text.Length / 2 >= minLength && (maxLength == 0 || text.Length <= maxLength))
        {
            return true;
        }
        var length = CodePoints(text);
        return length >= minLength && (maxLength == 0 || length <= maxLength);
    }

    internal bool FitsPattern(string text) => regex is null || regex.IsMatch(text);

    private static int CodePoints(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }
        return count;
    }
}
