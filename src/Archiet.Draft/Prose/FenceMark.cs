using System.Buffers;

namespace Archiet.Draft.Prose;

/// <summary>What opens a block of code: three or more backticks or tildes.</summary>
/// <param name="Mark">The character.</param>
/// <param name="Length">How many of it.</param>
/// <param name="Indent">In which column they begin.</param>
/// <param name="Language">The first word behind them.</param>
internal sealed record FenceMark(char Mark, int Length, int Indent, string Language)
{
    private const int Shortest = 3;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t{}:,=");

    /// <summary>The fence that a line opens, or null.</summary>
    public static FenceMark? Of(string line)
    {
        var content = line.AsSpan().TrimStart();
        if (content.Length < Shortest || content[0] is not ('`' or '~'))
        {
            return null;
        }
        var length = LengthOf(content);
        var info = content[length..].Trim();
        return length < Shortest || (content[0] == '`' && info.Contains('`')) ? null : new FenceMark(content[0], length, ProseLine.ColumnsOf(line), LanguageOf(info));
    }

    /// <summary>Whether a line closes it.</summary>
    public bool IsClosedBy(string line)
    {
        var content = line.AsSpan().Trim();
        return content.Length >= Length && content[0] == Mark && LengthOf(content) == content.Length;
    }

    private static int LengthOf(ReadOnlySpan<char> content)
    {
        var end = content.IndexOfAnyExcept(content[0]);
        return end < 0 ? content.Length : end;
    }

    private static string LanguageOf(ReadOnlySpan<char> info)
    {
        var word = info.TrimStart("{.");
        var end = word.IndexOfAny(WordEnds);
        return new string(end < 0 ? word : word[..end]).ToLowerInvariant();
    }
}
