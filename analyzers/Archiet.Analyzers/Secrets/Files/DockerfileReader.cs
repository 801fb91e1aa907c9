namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Reads a Dockerfile: what <c>ENV</c> and <c>ARG</c> set, and the lines of every other instruction as texts.</summary>
internal static class DockerfileReader
{
    /// <summary>Reads a file.</summary>
    public static void Read(string text, IValueSink sink)
    {
        var key = new KeyPath();
        key.Open();
        var isSetting = false;
        var continues = false;
        for (var at = 0; at < text.Length;)
        {
            var next = text.IndexOf('\n', at) is >= 0 and var found ? found + 1 : text.Length;
            var (start, end) = (at, next);
            at = next;
            Blanks.Trim(text, ref start, ref end);
            if (start == end || text[start] == '#')
            {
                continue;
            }
            var goesOn = text[end - 1] is '\\' or '`';
            if (!continues)
            {
                isSetting = IsInstruction(text, start, "ENV") || IsInstruction(text, start, "ARG");
                start = isSetting ? start + 4 : start;
            }
            end = goesOn ? end - 1 : end;
            if (isSetting)
            {
                ReadSettings(text, start, end, key, sink);
            }
            else if (end > start)
            {
                sink.Text(new(text, start, end - start), start, end - start);
            }
            continues = goesOn;
        }
    }

    private static bool IsInstruction(string text, int at, string name) =>
        string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0 && at + name.Length < text.Length && text[at + name.Length] is ' ' or '\t';

    /// <summary>Pairs of <c>name=value</c>, or the old form of one pair with a blank between.</summary>
    private static void ReadSettings(string text, int at, int end, KeyPath key, IValueSink sink)
    {
        while (at < end)
        {
            at = Blanks.Skip(text, at, end);
            var name = at;
            while (at < end && text[at] is not ('=' or ' ' or '\t'))
            {
                at++;
            }
            if (at >= end)
            {
                return;
            }
            key.Name(new(text, name, at - name));
            if (text[at] != '=')
            {
                LineReader.Give(text, at, end, key, sink);
                return;
            }
            at = ReadValue(text, at + 1, end, key, sink);
        }
    }

    private static int ReadValue(string text, int start, int end, KeyPath key, IValueSink sink)
    {
        var at = start;
        if (at < end && text[at] is '"' or '\'' && text.IndexOf(text[at], at + 1, end - at - 1) is > 0 and var close)
        {
            (start, at) = (at + 1, close);
        }
        else
        {
            while (at < end && text[at] is not (' ' or '\t'))
            {
                at += text[at] == '\\' ? 2 : 1;
            }
            at = Math.Min(at, end);
        }
        if (at > start)
        {
            sink.Value(key, new(text, start, at - start), start, at - start);
        }
        return at + 1;
    }
}
