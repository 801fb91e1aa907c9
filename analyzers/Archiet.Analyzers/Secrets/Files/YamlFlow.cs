namespace Archiet.Analyzers.Secrets.Files;

/// <summary>The values of YAML that stand within a line or in brackets.</summary>
internal static class YamlFlow
{
    /// <summary>Reads a list or a mapping in brackets, over as many lines as it has; gives the position behind it.</summary>
    public static int Read(string text, int at, KeyPath key, IValueSink sink)
    {
        var depth = 0;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '{':
                    key.Open(key.Column);
                    depth++;
                    at++;
                    break;
                case '[':
                    key.OpenList(key.Column);
                    depth++;
                    at++;
                    break;
                case '}' or ']':
                    key.Close();
                    at++;
                    if (--depth == 0)
                    {
                        return at;
                    }
                    break;
                case ',':
                    key.Next();
                    at++;
                    break;
                case '"' or '\'' when EndOfQuoted(text, at, text.Length) is > 0 and var close:
                    at = ReadQuoted(text, at, close, key, sink);
                    break;
                case '#' when text[at - 1] is ' ' or '\t' or '\n':
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case ' ' or '\t' or '\r' or '\n' or ':':
                    at++;
                    break;
                default:
                    at = ReadPlain(text, at, key, sink);
                    break;
            }
        }
        Unwind(key, depth);
        return at;
    }

    /// <summary>Hands on a value in quotes.</summary>
    public static void GiveQuoted(string text, int open, int close, KeyPath key, IValueSink sink)
    {
        var (start, length) = (open + 1, close - open - 1);
        var raw = new TextPart(text, start, length);
        Give(text[open] == '"' ? raw.Span.IndexOf('\\') < 0 ? raw : JsonReader.Decode(text, start, close) : raw.Span.IndexOf('\'') < 0 ? raw : raw.ToString().Replace("''", "'"), start, length, key, sink);
    }

    /// <summary>Hands on a value, and remembers it where it names the one beside it.</summary>
    public static void Give(TextPart value, int start, int length, KeyPath key, IValueSink sink)
    {
        Assignment.Give(key, value, start, length, sink);
        key.Read(value);
    }

    /// <summary>The closing quote; -1 where there is none. Two single quotes, and one behind a backslash in double quotes, are no end.</summary>
    public static int EndOfQuoted(string text, int open, int end)
    {
        var quote = text[open];
        for (var at = open + 1; at < end; at++)
        {
            if (quote == '"' && text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                if (quote == '"' || at + 1 >= end || text[at + 1] != '\'')
                {
                    return at;
                }
                at++;
            }
        }
        return -1;
    }

    private static int ReadQuoted(string text, int open, int close, KeyPath key, IValueSink sink)
    {
        if (!key.IsInList && IsBeforeColon(text, close + 1))
        {
            key.Name(new(text, open + 1, close - open - 1));
        }
        else
        {
            GiveQuoted(text, open, close, key, sink);
        }
        return close + 1;
    }

    private static int ReadPlain(string text, int at, KeyPath key, IValueSink sink)
    {
        var end = at;
        while (end < text.Length && text[end] is not (',' or '[' or ']' or '{' or '}' or '\n') && !(text[end] == ':' && IsEnd(text, end + 1)) && !(text[end] == '#' && text[end - 1] == ' '))
        {
            end++;
        }
        var stop = end;
        while (stop > at && text[stop - 1] is ' ' or '\t' or '\r')
        {
            stop--;
        }
        if (end < text.Length && text[end] == ':' && !key.IsInList)
        {
            key.Name(new(text, at, stop - at));
        }
        else if (stop > at && text[at] is not ('*' or '&' or '!'))
        {
            Give(new(text, at, stop - at), at, stop - at, key, sink);
        }
        return Math.Max(end, at + 1);
    }

    private static bool IsBeforeColon(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }
        return at < text.Length && text[at] == ':';
    }

    private static bool IsEnd(string text, int at) => at >= text.Length || text[at] is ' ' or '\t' or '\r' or '\n' or ',' or '}' or ']';

    private static void Unwind(KeyPath key, int depth)
    {
        for (; depth > 0; depth--)
        {
            key.Close();
        }
    }
}
