namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads files of one setting a line: <c>.env</c>, <c>.ini</c>, <c>.properties</c>, <c>.npmrc</c>.</summary>
internal static class LineReader
{
    private const string Export = "export ";

    /// <summary>Reads a file.</summary>
    public static void Read(string text, IValueSink sink)
    {
        var key = new KeyPath();
        key.Open();
        for (var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            ReadLine(text, at, end, key, sink);
            at = end + 1;
        }
    }

    private static void ReadLine(string text, int start, int end, KeyPath key, IValueSink sink)
    {
        Blanks.Trim(text, ref start, ref end);
        if (start == end || text[start] is '#' or ';' or '!')
        {
            return;
        }
        if (text[start] == '[')
        {
            while (key.Depth > 0)
            {
                key.Close();
            }
            key.Open();
            key.Name(text.Substring(start + 1, end - start - 1).TrimEnd(']'));
            key.Open();
            return;
        }
        var sign = text.IndexOf('=', start, end - start) is >= 0 and var equals ? equals : text.IndexOf(':', start, end - start);
        if (sign < 0)
        {
            return;
        }
        var stop = sign;
        start = string.CompareOrdinal(text, start, Export, 0, Export.Length) == 0 ? start + Export.Length : start;
        Blanks.Trim(text, ref start, ref stop);
        key.Name(new(text, start, stop - start));
        Give(text, sign + 1, end, key, sink);
    }

    /// <summary>Hands on a value that ends with its line: in quotes, or up to a comment behind a blank.</summary>
    public static void Give(string text, int start, int end, KeyPath key, IValueSink sink)
    {
        Blanks.Trim(text, ref start, ref end);
        if (end - start >= 2 && text[start] is '"' or '\'' && text.IndexOf(text[start], start + 1, end - start - 1) is > 0 and var close)
        {
            (start, end) = (start + 1, close);
        }
        else if (text.IndexOf(" #", start, end - start, StringComparison.Ordinal) is >= 0 and var comment)
        {
            end = comment;
            Blanks.Trim(text, ref start, ref end);
        }
        if (end > start)
        {
            sink.Value(key, new(text, start, end - start), start, end - start);
        }
    }
}
