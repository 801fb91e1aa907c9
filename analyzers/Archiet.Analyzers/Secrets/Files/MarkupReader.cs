namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads HTML and Razor: values of attributes, scripts, and the blocks of C# in Razor files. What a page says to people is no value.</summary>
internal sealed class MarkupReader
{
    private static readonly string[] Blocks = ["@{", "@code", "@functions"];

    private readonly string text;
    private readonly IValueSink sink;
    private readonly bool isRazor;
    private readonly KeyPath key = new();
    private readonly List<(TextPart Name, int Start, int End)> attributes = [];

    private MarkupReader(string text, IValueSink sink, bool isRazor)
    {
        this.text = text;
        this.sink = sink;
        this.isRazor = isRazor;
    }

    /// <summary>Reads a file of HTML.</summary>
    public static void ReadHtml(string text, IValueSink sink) => new MarkupReader(text, sink, isRazor: false).Read();

    /// <summary>Reads a Razor file.</summary>
    public static void ReadRazor(string text, IValueSink sink) => new MarkupReader(text, sink, isRazor: true).Read();

    private void Read()
    {
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '<' when StartsWith(at, "<!--") => After("-->", at + 4),
                '<' when at + 1 < text.Length && char.IsLetter(text[at + 1]) => ReadElement(at),
                '@' when isRazor && StartsWith(at, "@*") => After("*@", at + 2),
                '@' when isRazor && BlockAt(at) is > 0 and var brace => ScriptReader.ReadBlock(text, brace, sink),
                _ => at + 1,
            };
        }
    }

    /// <summary>The brace that opens the block of C# at a position; 0 where none is.</summary>
    private int BlockAt(int at)
    {
        foreach (var block in Blocks)
        {
            if (StartsWith(at, block))
            {
                var brace = block.Length == 2 ? at + 1 : Blanks.Skip(text, at + block.Length, text.Length);
                return brace < text.Length && text[brace] == '{' ? brace : 0;
            }
        }
        return 0;
    }

    private int ReadElement(int open)
    {
        var at = open + 1;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or ':' or '.'))
        {
            at++;
        }
        var name = new TextPart(text, open + 1, at - open - 1);
        attributes.Clear();
        at = ReadAttributes(at);
        GiveAttributes();
        if (name.Is("script"))
        {
            var close = text.IndexOf("</script", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found : text.Length;
            ScriptReader.Read(text, at, close, sink);
            return close;
        }
        return at;
    }

    private int ReadAttributes(int at)
    {
        while (at < text.Length && text[at] is not ('>' or '<'))
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('=' or '>' or '<' or '"' or '\''))
            {
                at++;
            }
            if (at == start)
            {
                at++;
                continue;
            }
            var (name, end) = (start, at);
            at = Blanks.Skip(text, at, text.Length);
            if (at < text.Length && text[at] == '=')
            {
                at = ReadAttribute(new(text, name, end - name), Blanks.Skip(text, at + 1, text.Length));
            }
        }
        return at < text.Length && text[at] == '>' ? at + 1 : at;
    }

    private int ReadAttribute(TextPart name, int at)
    {
        if (at < text.Length && text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1) is > 0 and var close)
        {
            attributes.Add((name, at + 1, close));
            return close + 1;
        }
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '"' or '\''))
        {
            at++;
        }
        if (at > start)
        {
            attributes.Add((name, start, at));
        }
        return Math.Max(at, start);
    }

    private void GiveAttributes()
    {
        TextPart? partner = null;
        foreach (var (name, start, end) in attributes)
        {
            partner = name.Is("name") ? new TextPart(text, start, end - start) : partner;
        }
        key.Open();
        foreach (var (name, start, end) in attributes)
        {
            var raw = new TextPart(text, start, end - start);
            // An expression of Razor or of a template engine is code and no value.
            if (raw.Length > 0 && !(isRazor && raw[0] == '@'))
            {
                key.Name(partner is { } named && IsNamed(name) ? named : name);
                sink.Value(key, raw.Span.IndexOf('&') < 0 ? raw : Entities.Decode(raw.ToString()), start, end - start);
            }
        }
        key.Close();
    }

    private static bool IsNamed(TextPart name) => KeyPath.IsNamed(name) || name.Is("content");

    private int After(string mark, int from) => text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : text.Length;

    private bool StartsWith(int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;
}
