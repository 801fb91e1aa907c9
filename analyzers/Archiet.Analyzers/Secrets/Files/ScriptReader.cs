namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads the string literals of JavaScript and TypeScript, and of the C# in Razor files, under the names that they are assigned to.</summary>
internal sealed class ScriptReader
{
    /// <summary>How many tokens before a literal say what it is assigned to.</summary>
    private const int Memory = 8;

    private readonly string text;
    private readonly IValueSink sink;
    private readonly ScriptTokenizer tokens;
    private readonly KeyPath key = new();
    private readonly ScriptToken[] last = new ScriptToken[Memory];
    private int count;

    private ScriptReader(string text, int start, int end, IValueSink sink, bool isCSharp)
    {
        this.text = text;
        this.sink = sink;
        tokens = new ScriptTokenizer(text, start, end, isCSharp);
    }

    /// <summary>Reads a whole file.</summary>
    public static void Read(string text, IValueSink sink) => Read(text, 0, text.Length, sink);

    /// <summary>Reads a script in a page.</summary>
    public static void Read(string text, int start, int end, IValueSink sink) => new ScriptReader(text, start, end, sink, isCSharp: false).ReadAll(stopAtClose: false);

    /// <summary>Reads a block of C# from its opening brace; gives the position behind its closing one.</summary>
    public static int ReadBlock(string text, int start, IValueSink sink) => new ScriptReader(text, start, text.Length, sink, isCSharp: true).ReadAll(stopAtClose: true);

    private int ReadAll(bool stopAtClose)
    {
        while (tokens.Next() is { } token)
        {
            switch (token.Kind)
            {
                case ScriptTokenKind.Text:
                    Give(token);
                    break;
                case ScriptTokenKind.Template:
                    var content = new TextPart(text, token.Start, token.End - token.Start);
                    sink.Text(content.Span.IndexOf('\\') < 0 ? content : JsonReader.Decode(text, token.Start, token.End), token.Start, content.Length);
                    break;
                case ScriptTokenKind.Sign when text[token.Start] == '{':
                    var group = TargetOf();
                    key.Open();
                    key.Name(group is { } name ? NameAt(name) : default);
                    break;
                case ScriptTokenKind.Sign when text[token.Start] == '}':
                    key.Close();
                    if (stopAtClose && key.Depth == 0)
                    {
                        return tokens.Position;
                    }
                    break;
            }
            last[count++ % Memory] = token;
        }
        return tokens.Position;
    }

    private void Give(ScriptToken token)
    {
        var (start, length) = (token.Start, token.End - token.Start);
        var value = token.Escapes switch
        {
            ScriptEscapes.Backslash => JsonReader.Decode(text, start, token.End),
            ScriptEscapes.Doubled => text.Substring(start, length).Replace("\"\"", "\""),
            _ => new TextPart(text, start, length),
        };
        if (TargetOf() is not { } target)
        {
            sink.Text(value, start, length);
            return;
        }
        var isMember = Before(target, 1) is { } dot && dot.Is(text, ".") && Before(target, 2) is { Kind: ScriptTokenKind.Name };
        if (isMember)
        {
            key.Open();
            key.Name(NameAt(target - 2));
        }
        key.Open();
        key.Name(NameAt(target));
        sink.Value(key, value, start, length);
        key.Close();
        if (isMember)
        {
            key.Close();
        }
    }

    /// <summary>The token that names what the next one is assigned to; null where it is assigned to nothing.</summary>
    private int? TargetOf()
    {
        if (Before(count, 1) is not { Kind: ScriptTokenKind.Sign } sign)
        {
            return null;
        }
        if (sign.Is(text, ":"))
        {
            // Not the second half of a condition.
            return IsNaming(2) && !(Before(count, 3) is { } mark && mark.Is(text, "?")) ? count - 2 : null;
        }
        if (sign.Is(text, "=") || sign.Is(text, "||") || sign.Is(text, "??") || sign.Is(text, "??=") || sign.Is(text, "||="))
        {
            return Before(count, 2) is { } bracket && bracket.Is(text, "]")
                ? IsNaming(3) ? count - 3 : null
                : Before(count, 2) is not { Kind: ScriptTokenKind.Name } ? null
                : Before(count, 3) is { } colon && colon.Is(text, ":") && Before(count, 4) is { Kind: ScriptTokenKind.Name } ? count - 4
                : count - 2;
        }
        return null;
    }

    private bool IsNaming(int back) => Before(count, back) is { Kind: ScriptTokenKind.Name or ScriptTokenKind.Text };

    private ScriptToken? Before(int position, int back) => position - back is >= 0 and var at && at >= count - Memory ? last[at % Memory] : null;

    private TextPart NameAt(int position)
    {
        var token = last[position % Memory];
        return new(text, token.Start, token.End - token.Start);
    }
}
