namespace Archiet.Genome.Formatting;

/// <summary>A text and its lines; line breaks are line feeds.</summary>
internal sealed class SourceLines
{
    private readonly List<int> starts = [0];

    public SourceLines(string text)
    {
        Text = text;
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }
    }

    public string Text { get; }

    public int Count => starts.Count;

    /// <summary>The index of a line's first character.</summary>
    public int StartOf(int line) => line < starts.Count ? starts[line] : Text.Length;

    /// <summary>The index behind a line's last character.</summary>
    public int EndOf(int line) => line + 1 < starts.Count ? starts[line + 1] - 1 : Text.Length;

    /// <summary>The zero-based line of a character.</summary>
    public int LineOf(int index)
    {
        var found = starts.BinarySearch(index);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The zero-based column of a character.</summary>
    public int ColumnOf(int index) => index - starts[LineOf(index)];

    /// <summary>How many spaces a line begins with.</summary>
    public int IndentOf(int line)
    {
        var at = StartOf(line);
        while (at < EndOf(line) && Text[at] == ' ')
        {
            at++;
        }
        return at - StartOf(line);
    }

    /// <summary>Whether there is such a line, with nothing but white space on it.</summary>
    public bool IsBlank(int line) => line >= 0 && line < Count && string.IsNullOrWhiteSpace(Text.Substring(StartOf(line), EndOf(line) - StartOf(line)));
}
