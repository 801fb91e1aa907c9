using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>The lines of a table in GitHub's form.</summary>
internal static class TableLines
{
    /// <summary>Whether a line with bars, and the one below it, begin a table.</summary>
    public static bool Begin(string header, string below) =>
        header.Contains('|', StringComparison.Ordinal) && IsRule(below) && CellsOf(below).Count is var columns && (columns > 1 || below.Contains('|', StringComparison.Ordinal)) && CellsOf(header).Count <= columns + 1;

    /// <summary>Whether a line goes on with a table.</summary>
    public static bool Continue(string line) => line.Contains('|', StringComparison.Ordinal);

    /// <summary>The cells of a line: between bars that no backslash hides, with those at its ends or without.</summary>
    public static IReadOnlyList<string> CellsOf(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var text = line.AsSpan().Trim();
        text = text.Length > 0 && text[0] == '|' ? text[1..] : text;
        var isEnded = false;
        for (var at = 0; at < text.Length; at++)
        {
            isEnded = text[at] == '|';
            if (isEnded)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '|')
            {
                cell.Append('|');
                at++;
            }
            else
            {
                cell.Append(text[at]);
            }
        }
        if (!isEnded)
        {
            cells.Add(cell.ToString().Trim());
        }
        return cells;
    }

    /// <summary>The line below a header: dashes between bars, with colons for the side.</summary>
    private static bool IsRule(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Contains('-') && text.IndexOfAnyExcept("-:| \t") < 0 && (text.Contains('|') || text.Contains(':'));
    }
}
