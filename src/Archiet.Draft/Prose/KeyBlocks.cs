using System.Buffers;

namespace Archiet.Draft.Prose;

/// <summary>Keys and certificates in PEM, with what closes them or without.</summary>
internal static class KeyBlocks
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";
    private const int LongestLabel = 64;
    private const int ShortestLine = 16;

    /// <summary>A key on one line is shorter.</summary>
    private const int LongestLine = 16_384;

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\");

    /// <summary>All of them in a text whose lines end with <c>\n</c>.</summary>
    public static IEnumerable<SecretSpan> FindIn(string text)
    {
        for (var begin = text.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = begin < text.Length ? text.IndexOf(Begin, begin, StringComparison.Ordinal) : -1)
        {
            var from = begin + Begin.Length;
            var label = text.IndexOf(Dashes, from, Math.Min(LongestLabel, text.Length - from), StringComparison.Ordinal);
            if (label < 0)
            {
                begin = from;
                continue;
            }
            var end = EndOf(text, label + Dashes.Length);
            yield return new SecretSpan(begin, end, text.AsSpan(begin, label - begin).Contains("PRIVATE", StringComparison.Ordinal) ? "private key" : "PEM block");
            begin = end;
        }
    }

    /// <summary>Behind the closing label; where none closes it, behind the last line that may be a part of it.</summary>
    private static int EndOf(string text, int from)
    {
        var end = from;
        for (var line = from; line <= text.Length;)
        {
            var most = Math.Min(LongestLine, text.Length - line);
            var stop = text.IndexOf('\n', line, most) is >= 0 and var lineEnd ? lineEnd : line + most;
            var close = text.IndexOf(End, line, stop - line, StringComparison.Ordinal);
            if (close >= 0)
            {
                var label = text.IndexOf(Dashes, close + End.Length, stop - close - End.Length, StringComparison.Ordinal);
                return label < 0 ? stop : label + Dashes.Length;
            }
            if (!MayBePart(text.AsSpan(line, stop - line), isFirst: line == from))
            {
                return line == from ? EndOfBody(text, from) : end;
            }
            end = stop;
            line = stop + 1;
        }
        return end;
    }

    /// <summary>On one line with more text, the key ends where its letters do.</summary>
    private static int EndOfBody(string text, int from)
    {
        var at = from;
        while (at < text.Length && (Letters.Contains(text[at]) || (text[at] == ' ' && at + ShortestLine < text.Length && text.AsSpan(at + 1, ShortestLine).IndexOfAnyExcept(Letters) < 0)))
        {
            at++;
        }
        return at;
    }

    private static bool MayBePart(ReadOnlySpan<char> line, bool isFirst)
    {
        var body = line.Trim(" \t\r>\"'`,;*-+");
        return body.Length == 0 || (body.IndexOfAnyExcept(Letters) < 0 && (isFirst || body.Length >= ShortestLine || body[^1] == '=' || body.ContainsAnyInRange('0', '9'))) || IsHeader(body);
    }

    /// <summary>What old keys say before their letters: <c>Proc-Type: 4,ENCRYPTED</c>.</summary>
    private static bool IsHeader(ReadOnlySpan<char> line) =>
        line.StartsWith("Proc-Type:", StringComparison.Ordinal) || line.StartsWith("DEK-Info:", StringComparison.Ordinal) || line.StartsWith("Comment:", StringComparison.Ordinal);
}
