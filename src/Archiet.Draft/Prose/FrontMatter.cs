using System.Buffers;

namespace Archiet.Draft.Prose;

/// <summary>What stands before a document for the tools that publish it: keys of YAML or TOML between two marks at its very top.</summary>
internal static class FrontMatter
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.\"'");

    /// <summary>How many lines it takes; none where the document only begins with a rule.</summary>
    public static int LengthOf(string[] lines)
    {
        var mark = lines[0].TrimEnd();
        if (mark is not ("---" or "+++"))
        {
            return 0;
        }
        var hasKey = false;
        for (var at = 1; at < lines.Length; at++)
        {
            var line = lines[at].TrimEnd();
            if (line == mark || (line == "..." && mark == "---"))
            {
                return hasKey ? at + 1 : 0;
            }
            if (IsKey(line, mark == "---" ? ':' : '='))
            {
                hasKey = true;
            }
            else if (!(line.Length == 0 || line[0] is '#' or '[' || (hasKey && line[0] is ' ' or '\t' or '-' or ']' or '}')))
            {
                return 0;
            }
        }
        return 0;
    }

    private static bool IsKey(string line, char mark)
    {
        var end = line.IndexOf(mark, StringComparison.Ordinal);
        return end > 0 && line.AsSpan(0, end).TrimEnd().IndexOfAnyExcept(NameCharacters) < 0 && (end + 1 == line.Length || line[end + 1] == ' ');
    }
}
