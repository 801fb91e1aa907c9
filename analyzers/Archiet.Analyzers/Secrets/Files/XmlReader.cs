namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads XML: project files, configuration of .NET Framework, IIS, NuGet and loggers. Tolerant, because a file that is just being written is scanned too.</summary>
internal sealed class XmlReader
{
    private static readonly char[] EndsOfName = [' ', '\t', '\r', '\n', '/', '>', '=', '<', '"', '\''];

    private readonly string text;
    private readonly IValueSink sink;
    private readonly KeyPath key = new();
    private readonly List<(TextPart Name, int Start, int End)> attributes = [];

    private XmlReader(string text, IValueSink sink)
    {
        this.text = text;
        this.sink = sink;
    }

    /// <summary>Reads a file.</summary>
    public static void Read(string text, IValueSink sink) => new XmlReader(text, sink).Read();

    private void Read()
    {
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('<', at);
            ReadText(at, open < 0 ? text.Length : open);
            at = open < 0 ? text.Length : ReadMarkup(open);
        }
    }

    private int ReadMarkup(int open)
    {
        if (StartsWith(open, "<!--"))
        {
            return After("-->", open + 4);
        }
        if (StartsWith(open, "<![CDATA["))
        {
            var end = After("]]>", open + 9);
            ReadText(open + 9, Math.Max(open + 9, end - 3), isCharacters: true);
            return end;
        }
        if (StartsWith(open, "<?") || StartsWith(open, "<!"))
        {
            return After(">", open + 2);
        }
        if (StartsWith(open, "</"))
        {
            key.Close();
            return After(">", open + 2);
        }
        return ReadElement(open);
    }

    private int ReadElement(int open)
    {
        var end = EndOfName(open + 1);
        if (end == open + 1)
        {
            return end;
        }
        var name = new TextPart(text, open + 1, end - open - 1);
        attributes.Clear();
        var at = ReadAttributes(end);
        key.Open();
        key.Name(name);
        GiveAttributes();
        if (at >= 2 && at <= text.Length && text[at - 1] == '>' && text[at - 2] == '/')
        {
            key.Close();
        }
        return at;
    }

    /// <summary>Collects them first, because one may name the other and stand behind it; gives the position behind the element's tag.</summary>
    private int ReadAttributes(int at)
    {
        while (at < text.Length && text[at] != '>')
        {
            var end = text[at] == '<' ? at : EndOfName(at);
            if (end == at)
            {
                if (text[at] == '<')
                {
                    return at;
                }
                at++;
                continue;
            }
            var name = new TextPart(text, at, end - at);
            at = Blanks.Skip(text, end, text.Length);
            if (at < text.Length && text[at] == '=')
            {
                at = Blanks.Skip(text, at + 1, text.Length);
                if (at < text.Length && text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1) is > 0 and var close)
                {
                    attributes.Add((name, at + 1, close));
                    at = close + 1;
                }
            }
        }
        return Math.Min(at + 1, text.Length);
    }

    /// <summary>
    /// Where one attribute names an element, the element goes by that name: <c>&lt;add key="..." value="..."/&gt;</c>, and, with the value inside,
    /// <c>&lt;setting name="..."&gt;&lt;value&gt;</c>.
    /// </summary>
    private void GiveAttributes()
    {
        var isNamed = false;
        foreach (var (name, start, end) in attributes)
        {
            if (KeyPath.IsNaming(name) && end > start)
            {
                key.Name(new(text, start, end - start));
                isNamed = true;
            }
        }
        foreach (var (name, start, end) in attributes)
        {
            if (isNamed && IsNamed(name))
            {
                sink.Value(key, Decode(start, end), start, end - start);
            }
            else if (!KeyPath.IsNaming(name))
            {
                key.Open();
                key.Name(name);
                sink.Value(key, Decode(start, end), start, end - start);
                key.Close();
            }
        }
    }

    /// <summary>Attributes that hold what an element's name attribute names.</summary>
    private static bool IsNamed(TextPart name) => KeyPath.IsNamed(name) || name.Is("connectionString") || name.Is("defaultValue");

    private void ReadText(int start, int end, bool isCharacters = false)
    {
        Blanks.Trim(text, ref start, ref end);
        if (end == start || key.Depth == 0)
        {
            return;
        }
        var value = isCharacters ? new TextPart(text, start, end - start) : Decode(start, end);
        if (KeyPath.IsNamed(key.Last))
        {
            var own = key.Last;
            key.Close();
            sink.Value(key, value, start, end - start);
            key.Open();
            key.Name(own);
        }
        else
        {
            sink.Value(key, value, start, end - start);
        }
    }

    private TextPart Decode(int start, int end)
    {
        var raw = new TextPart(text, start, end - start);
        return raw.Span.IndexOf('&') < 0 ? raw : Entities.Decode(raw.ToString());
    }

    private int EndOfName(int at) => text.IndexOfAny(EndsOfName, at) is >= 0 and var end ? end : text.Length;

    private int After(string mark, int from) => text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : text.Length;

    private bool StartsWith(int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
