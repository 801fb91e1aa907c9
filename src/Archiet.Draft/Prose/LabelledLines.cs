namespace Archiet.Draft.Prose;

/// <summary>Lines of a paragraph that each begin with a label in bold (<c>**Status:** draft</c>): a list without bullets, of which each line says something of its own.</summary>
internal static class LabelledLines
{
    private const int LongestLabel = 60;

    /// <summary>The parts of a paragraph, each with the number of line breaks before it.</summary>
    public static IEnumerable<(string Text, int Line)> Split(string text)
    {
        var (start, line, passed) = (0, 0, 0);
        for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            passed++;
            if (IsLabel(text, end + 1))
            {
                yield return (text[start..end], line);
                (start, line) = (end + 1, passed);
            }
        }
        yield return (text[start..], line);
    }

    private static bool IsLabel(string text, int at)
    {
        if (at + 3 > text.Length || text[at] != '*' || text[at + 1] != '*')
        {
            return false;
        }
        var close = text.IndexOf("**", at + 2, Math.Min(LongestLabel, text.Length - at - 2), StringComparison.Ordinal);
        return close > 0 && (text[close - 1] == ':' || (close + 2 < text.Length && text[close + 2] == ':')) && !text.AsSpan(at, close - at).Contains('\n');
    }
}
