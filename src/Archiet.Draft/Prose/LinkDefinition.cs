namespace Archiet.Draft.Prose;

/// <summary>A line that only says where a link leads: <c>[name]: https://...</c>.</summary>
internal static class LinkDefinition
{
    /// <summary>Whether a line is one. A footnote is text.</summary>
    public static bool Is(string content)
    {
        if (content.Length < 5 || content[0] != '[' || content[1] == '^')
        {
            return false;
        }
        var close = content.IndexOf("]:", StringComparison.Ordinal);
        if (close < 2)
        {
            return false;
        }
        var target = content.AsSpan(close + 2).Trim();
        return target.Length > 0 && !target.ContainsAny(' ', '\t') && (target.Contains("/", StringComparison.Ordinal) || target[0] is '#' or '<');
    }
}
