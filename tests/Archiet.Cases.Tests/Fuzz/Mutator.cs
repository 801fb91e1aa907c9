using System.Text;

namespace Archiet.Cases.Tests;

/// <summary>Changes a text as accidents and attackers do. The same random numbers give the same text.</summary>
internal sealed class Mutator(Random random)
{
    private const int LongestText = 48 * 1024;
    private const string Signs = "{}[]:,#&*!|>'\"%@`-?\t \n\r\\$~<=+/().;_^\0\u0001\u0085\u00a0\u0130\u2028\ufeff\ufffd\ud83d\ude00x9";

    private static readonly string[] Extremes =
    [
        "0", "-0", "1", "-1", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "99999999999999999999999999999", "0.1", "1e9", "-1e-9", ".5", "5.",
        "+1", "007", "0x7f", ".inf", ".nan", "1_0", "NaN", "9999-12-31", "0000-00-00", "\"\"", "''", "~", "null", "true", "no", "24:00:00", "P1Y", "PT-1S", "decimal(0,0)", "\"decimal(28,28)\"",
        "\"decimal(99999999999,1)\"", "decimal(", "now()", "today()", "user", "this", "this.", "this.a == null", "\"this.name.size() > 0\"", "\"1 / 0\"", "[]", "{}", "[[]]", "x-", "genome", "\"1.0\"", "1.0",
    ];

    private static readonly string[] Breaks = ["\n", "\r\n", "\r", "\n\n", "\u0085", "\u2028", "\n---\n", "\n...\n", " #", "\n\t", " \n"];

    private Func<string, string>[] Operators => field ??=
    [
        ReplaceSign, InsertSign, RemoveSome, FlipBit, RemoveLine, RepeatLine, SwapLines, Indent, Indent, SwapTokens, TakeToken, TakeToken, ReplaceNumber, ReplaceToken, Quote, Truncate, Escape,
        BreakLine, RepeatPart, ChangeCase, MoveLines,
    ];

    /// <summary>The places of words: runs of letters, digits and what belongs to a name or a number.</summary>
    public static IEnumerable<Range> TokensOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '-' or '.');
            if (isWord && start < 0)
            {
                start = i;
            }
            else if (!isWord && start >= 0)
            {
                yield return start..i;
                start = -1;
            }
        }
    }

    /// <summary>A text with one to three changes.</summary>
    public string Mutate(string text)
    {
        for (var changes = random.Next(10) switch { < 7 => 1, < 9 => 2, _ => 3 }; changes > 0; changes--)
        {
            text = Operators[random.Next(Operators.Length)](text);
        }
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    private string ReplaceSign(string text) => Splice(text, Place(text), random.Next(1, 3), Signs[random.Next(Signs.Length)].ToString());

    private string InsertSign(string text) => Splice(text, Place(text), 0, new string(Signs[random.Next(Signs.Length)], random.Next(4) == 0 ? random.Next(1, 40) : 1));

    private string RemoveSome(string text) => Splice(text, Place(text), random.Next(1, 20), "");

    private string FlipBit(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }
        return Encoding.UTF8.GetString(bytes);
    }

    private string RemoveLine(string text) => Lines(text, lines => lines.RemoveAt(random.Next(lines.Count)));

    private string RepeatLine(string text) => Lines(text, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)]));

    private string SwapLines(string text) => Lines(text, lines =>
    {
        var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
        (lines[one], lines[other]) = (lines[other], lines[one]);
    });

    private string MoveLines(string text) => Lines(text, lines =>
    {
        var (from, count) = (random.Next(lines.Count), random.Next(1, 6));
        var moved = lines.Skip(from).Take(count).ToList();
        lines.RemoveRange(from, moved.Count);
        lines.InsertRange(random.Next(lines.Count + 1), moved);
    });

    private string Indent(string text) => Lines(text, lines =>
    {
        var (from, count, blanks) = (random.Next(lines.Count), random.Next(1, 4), random.Next(-4, 5));
        for (var i = from; i < Math.Min(lines.Count, from + count); i++)
        {
            var line = lines[i];
            var indent = line.Length - line.TrimStart(' ').Length;
            lines[i] = (random.Next(12) == 0 ? "\t" : "") + new string(' ', Math.Max(0, indent + blanks)) + line[indent..];
        }
    });

    private string SwapTokens(string text)
    {
        var tokens = TokensOf(text).ToList();
        if (tokens.Count < 2)
        {
            return text;
        }
        var at = random.Next(tokens.Count - 1);
        var (one, other) = (tokens[at], tokens[random.Next(at + 1, tokens.Count)]);
        return string.Concat(text.AsSpan()[..one.Start], text.AsSpan()[other], text.AsSpan()[one.End..other.Start]) + string.Concat(text.AsSpan()[one], text.AsSpan()[other.End..]);
    }

    private string TakeToken(string text) => OnToken(text, _ => Corpus.Tokens[random.Next(Corpus.Tokens.Count)]);

    private string ReplaceToken(string text) => OnToken(text, _ => Extremes[random.Next(Extremes.Length)]);

    private string ReplaceNumber(string text)
    {
        var numbers = TokensOf(text).Where(token => char.IsDigit(text[token.Start.Value])).ToList();
        return numbers.Count == 0 ? text : Replace(text, numbers[random.Next(numbers.Count)], Extremes[random.Next(Extremes.Length)]);
    }

    private string Quote(string text)
    {
        var quotes = Enumerable.Range(0, text.Length).Where(at => text[at] is '"' or '\'').ToList();
        return quotes.Count > 0 && random.Next(2) == 0
            ? Splice(text, quotes[random.Next(quotes.Count)], 1, random.Next(3) switch { 0 => "", 1 => "'", _ => "\"" })
            : OnToken(text, token => random.Next(2) == 0 ? "'" + token + "'" : "\"" + token + "\"");
    }

    private string Truncate(string text) => text[..Place(text)];

    private string Escape(string text) => Splice(
        text, Place(text), 0, random.Next(6) switch { 0 => "\\u0000", 1 => "\\uD83D", 2 => "\\x7f", 3 => "\\U0010FFFF", 4 => "\\", _ => "\\u" + random.Next(0x10000).ToString("X4", System.Globalization.CultureInfo.InvariantCulture) });

    private string BreakLine(string text) => Splice(text, Place(text), 0, Breaks[random.Next(Breaks.Length)]);

    private string RepeatPart(string text)
    {
        var from = Place(text);
        var length = Math.Min(random.Next(1, 200), text.Length - from);
        return Splice(text, from, 0, string.Concat(Enumerable.Repeat(text.Substring(from, length), random.Next(1, 30))));
    }

    private string ChangeCase(string text) => OnToken(text, token => random.Next(2) == 0 ? token.ToUpperInvariant() : char.ToUpperInvariant(token[0]) + token[1..].ToLowerInvariant());

    private string OnToken(string text, Func<string, string> change)
    {
        var tokens = TokensOf(text).ToList();
        return tokens.Count == 0 ? text : Replace(text, tokens[random.Next(tokens.Count)], change);
    }

    private static string Lines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    }

    private int Place(string text) => random.Next(text.Length + 1);

    private static string Replace(string text, Range range, string by) => string.Concat(text.AsSpan()[..range.Start], by, text.AsSpan()[range.End..]);

    private static string Replace(string text, Range range, Func<string, string> change) => Replace(text, range, change(text[range]));

    private static string Splice(string text, int at, int removed, string added) => string.Concat(text.AsSpan(0, at), added, text.AsSpan(Math.Min(text.Length, at + removed)));
}
