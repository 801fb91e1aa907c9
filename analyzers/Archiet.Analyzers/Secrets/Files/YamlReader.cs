namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Reads the YAML that configuration is written in: mappings and lists by indentation, quoted, plain, block and flow values, anchors, tags, comments, several documents in
/// a file. Templates of YAML (Helm) are read line by line as if they were YAML; what is none is passed over.
/// </summary>
internal sealed class YamlReader
{
    private readonly string text;
    private readonly IValueSink sink;
    private readonly KeyPath key = new();
    private int at;

    private YamlReader(string text, IValueSink sink)
    {
        this.text = text;
        this.sink = sink;
    }

    /// <summary>Reads a file.</summary>
    public static void Read(string text, IValueSink sink)
    {
        var reader = new YamlReader(text, sink);
        reader.at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (reader.at < text.Length)
        {
            reader.ReadLine();
        }
    }

    private void ReadLine()
    {
        var (start, end) = (at, LineEnd(at));
        SkipBlanks(end);
        if (at == end || text[at] == '#' || (at == start && text[at] == '%'))
        {
            at = NextLine(end);
            return;
        }
        if (at == start && IsDocumentMark(end))
        {
            CloseFrom(0);
            at += 3;
            SkipBlanks(end);
        }
        // Dashes open lists, each at its column; what follows one is indented as far as it stands.
        while (at < end && text[at] == '-' && (at + 1 == end || text[at + 1] is ' ' or '\t' or '\r'))
        {
            OpenItem(at - start);
            at++;
            SkipBlanks(end);
        }
        if (at < end && EndOfName(end) is >= 0 and var colon)
        {
            OpenMember(at - start, Unquoted(at, colon));
            at = colon + 1;
        }
        else
        {
            // What is no member ends what stands deeper than it, and belongs to the list or the name before it.
            CloseFrom(at - start + 1);
        }
        ReadValue(LineEnd(at));
    }

    private bool IsDocumentMark(int end) => end - at >= 3 && (StartsWith("---") || StartsWith("...")) && (end - at == 3 || text[at + 3] is ' ' or '\t' or '\r');

    private bool StartsWith(string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    private void OpenItem(int column)
    {
        CloseFrom(column + 1);
        if (key.Column == column && key.IsInList)
        {
            key.Next();
        }
        else
        {
            // Also at the column of the name that it belongs to.
            key.OpenList(column);
        }
    }

    private void OpenMember(int column, TextPart name)
    {
        CloseFrom(column + 1);
        while (key.Column == column && key.IsInList)
        {
            key.Close();
        }
        if (key.Column != column)
        {
            key.Open(column);
        }
        key.Name(name);
    }

    private void CloseFrom(int column)
    {
        while (key.Depth > 0 && key.Column >= column)
        {
            key.Close();
        }
    }

    /// <summary>The colon behind the name that a line begins with; -1 where the line has none.</summary>
    private int EndOfName(int end)
    {
        var scan = at;
        if (text[scan] is '"' or '\'')
        {
            var close = EndOfQuoted(scan, end);
            if (close < 0)
            {
                return -1;
            }
            scan = close + 1;
            while (scan < end && text[scan] == ' ')
            {
                scan++;
            }
            return scan < end && text[scan] == ':' && IsBlank(scan + 1, end) ? scan : -1;
        }
        if (text[scan] is '[' or '{' or '|' or '>' or '*' or '&' or '!')
        {
            return -1;
        }
        for (; scan < end; scan++)
        {
            if (text[scan] == ':' && IsBlank(scan + 1, end))
            {
                return scan;
            }
            if (text[scan] == '#' && scan > at && text[scan - 1] is ' ' or '\t')
            {
                return -1;
            }
        }
        return -1;
    }

    private bool IsBlank(int position, int end) => position >= end || text[position] is ' ' or '\t' or '\r';

    private TextPart Unquoted(int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\t')
        {
            end--;
        }
        return end - start >= 2 && text[start] is '"' or '\'' ? new(text, start + 1, end - start - 2) : new(text, start, end - start);
    }

    /// <summary>Reads what stands behind a name or a dash, and leaves at the beginning of the next line.</summary>
    private void ReadValue(int end)
    {
        SkipBlanks(end);
        while (at < end && text[at] is '&' or '!')
        {
            SkipWord(end);
            SkipBlanks(end);
        }
        if (at < end && text[at] is '|' or '>')
        {
            ReadBlock(end);
            return;
        }
        if (at < end && (text[at] == '[' || (text[at] == '{' && !IsTemplate())))
        {
            at = YamlFlow.Read(text, at, key, sink);
            at = NextLine(LineEnd(at));
            return;
        }
        if (at < end && text[at] is '"' or '\'' && EndOfQuoted(at, text.Length) is > 0 and var close)
        {
            YamlFlow.GiveQuoted(text, at, close, key, sink);
            at = NextLine(LineEnd(close));
            return;
        }
        var stop = EndOfPlain(end);
        if (stop > at && text[at] != '*' && text[at] != '#')
        {
            YamlFlow.Give(new(text, at, stop - at), at, stop - at, key, sink);
        }
        at = NextLine(end);
    }

    /// <summary>A hole of Helm's or Jinja's, which would be braces of YAML otherwise.</summary>
    private bool IsTemplate() => StartsWith("{{") || StartsWith("{%");

    /// <summary>A plain value ends before a comment, and without the blanks behind it.</summary>
    private int EndOfPlain(int end)
    {
        var stop = end;
        for (var scan = text.IndexOf('#', at, end - at); scan > at; scan = text.IndexOf('#', scan + 1, end - scan - 1))
        {
            if (text[scan - 1] is ' ' or '\t')
            {
                stop = scan;
                break;
            }
        }
        while (stop > at && text[stop - 1] is ' ' or '\t' or '\r')
        {
            stop--;
        }
        return stop;
    }

    /// <summary>A block of one line is a value; of one of several lines, a script or a file of its own, each line is a text.</summary>
    private void ReadBlock(int end)
    {
        at = NextLine(end);
        (int Start, int Length)? only = null;
        var lines = 0;
        while (at < text.Length)
        {
            var (start, stop) = (at, LineEnd(at));
            SkipBlanks(stop);
            if (at < stop && text[at] != '\r')
            {
                if (at - start <= key.Column)
                {
                    at = start;
                    break;
                }
                var trimmed = stop > at && text[stop - 1] == '\r' ? stop - 1 : stop;
                if (only is { } first && lines == 1)
                {
                    sink.Text(new(text, first.Start, first.Length), first.Start, first.Length);
                }
                only = (at, trimmed - at);
                if (++lines > 1)
                {
                    sink.Text(new(text, at, trimmed - at), at, trimmed - at);
                }
            }
            at = NextLine(stop);
        }
        if (lines == 1 && only is { } single)
        {
            YamlFlow.Give(new(text, single.Start, single.Length), single.Start, single.Length, key, sink);
        }
    }

    /// <summary>The closing quote; -1 where there is none. Two single quotes, and one behind a backslash in double quotes, are no end.</summary>
    private int EndOfQuoted(int open, int end) => YamlFlow.EndOfQuoted(text, open, end);

    private void SkipWord(int end)
    {
        while (at < end && text[at] is not (' ' or '\t'))
        {
            at++;
        }
    }

    private void SkipBlanks(int end)
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }
    }

    private int LineEnd(int from) => from >= text.Length ? text.Length : text.IndexOf('\n', from) is >= 0 and var end ? end : text.Length;

    private int NextLine(int end) => Math.Min(end + 1, text.Length);
}
