using System.Buffers;
using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>
/// Reduces the marks inside of a text to its words: emphasis, code, links, images, addresses in angle brackets, escapes, tags and entities. Line breaks stay, so that
/// the line of a word is known.
/// </summary>
internal sealed class InlineText
{
    /// <summary>How far the end of a target is looked for.</summary>
    private const int LongestTarget = 2_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("`\\[*_~<");

    private readonly string text;

    /// <summary>Marks, which are not shown.</summary>
    private readonly bool[] isMark;

    /// <summary>Characters that are no marks whatever they look like: code, and what stands behind a backslash.</summary>
    private readonly bool[] isLiteral;

    private InlineText(string text)
    {
        this.text = text;
        isMark = new bool[text.Length];
        isLiteral = new bool[text.Length];
    }

    /// <summary>The words of a text.</summary>
    public static string Reduce(string text)
    {
        var plain = HtmlText.WithoutTags(text);
        if (plain.AsSpan().ContainsAny(Marks))
        {
            var inline = new InlineText(plain);
            inline.MarkCode();
            inline.MarkEscapes();
            inline.MarkLinks();
            inline.MarkAddresses();
            inline.MarkEmphasis();
            plain = inline.Shown();
        }
        return HtmlText.Decode(plain);
    }

    private string Shown()
    {
        var shown = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!isMark[at] || text[at] == '\n')
            {
                shown.Append(text[at]);
            }
        }
        return shown.ToString();
    }

    /// <summary>Backticks that close with as many.</summary>
    private void MarkCode()
    {
        var runs = RunsOf('`');
        var next = new Dictionary<int, int>();
        var closing = new int[runs.Count];
        for (var run = runs.Count - 1; run >= 0; run--)
        {
            closing[run] = next.GetValueOrDefault(runs[run].Length, -1);
            next[runs[run].Length] = run;
        }
        for (var run = 0; run < runs.Count; run++)
        {
            if (closing[run] is >= 0 and var close)
            {
                Mark(runs[run].Start, runs[run].Length);
                Mark(runs[close].Start, runs[close].Length);
                Array.Fill(isLiteral, true, runs[run].Start, runs[close].Start + runs[close].Length - runs[run].Start);
                run = close;
            }
        }
    }

    private void MarkEscapes()
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && !isLiteral[at] && (at + 1 == text.Length || text[at + 1] == '\n' || char.IsAsciiLetterOrDigit(text[at + 1]) is false && text[at + 1] > ' ' && text[at + 1] < 128))
            {
                isMark[at] = true;
                if (at + 1 < text.Length)
                {
                    isLiteral[at + 1] = true;
                }
                at++;
            }
        }
    }

    /// <summary>Links and images: brackets that a target in round brackets, or a name in square ones, follows.</summary>
    private void MarkLinks()
    {
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (isLiteral[at])
            {
                continue;
            }
            if (text[at] == '[')
            {
                open.Push(at);
            }
            else if (text[at] == ']' && open.TryPop(out var start) && at + 1 < text.Length && !isLiteral[at + 1])
            {
                var end = text[at + 1] switch
                {
                    '(' => EndOfTarget(at + 1),
                    '[' => EndOf(']', at + 1),
                    _ => -1,
                };
                if (end > 0)
                {
                    isMark[start] = true;
                    if (start > 0 && text[start - 1] == '!' && !isLiteral[start - 1])
                    {
                        isMark[start - 1] = true;
                    }
                    Mark(at, end - at + 1);
                    Array.Fill(isLiteral, true, at, end - at + 1);
                    at = end;
                }
            }
        }
    }

    /// <summary>The bracket that ends a target, which may have a pair of its own, as addresses of encyclopedias do.</summary>
    private int EndOfTarget(int open)
    {
        var close = EndOf(')', open);
        return close > 0 && text.AsSpan(open + 1, close - open - 1).Contains('(') && EndOf(')', close + 1) is > 0 and var second ? second : close;
    }

    /// <summary>The next such mark on the same line, or below zero.</summary>
    private int EndOf(char mark, int from)
    {
        var end = text.AsSpan(from, Math.Min(LongestTarget, text.Length - from)).IndexOfAny(mark, '\n');
        return end >= 0 && text[from + end] == mark ? from + end : -1;
    }

    /// <summary>Addresses between angle brackets.</summary>
    private void MarkAddresses()
    {
        for (var open = text.IndexOf('<', StringComparison.Ordinal); open >= 0; open = open + 1 < text.Length ? text.IndexOf('<', open + 1) : -1)
        {
            var close = isLiteral[open] ? -1 : text.IndexOf('>', open, Math.Min(LongestTarget, text.Length - open));
            var inside = close > 0 ? text.AsSpan(open + 1, close - open - 1) : [];
            if (!inside.ContainsAny(" \t\n") && (inside.Contains("://", StringComparison.Ordinal) || inside.Contains('@')))
            {
                isMark[open] = isMark[close] = true;
                Array.Fill(isLiteral, true, open, close - open);
            }
        }
    }

    /// <summary>Runs of <c>*</c>, <c>_</c> or <c>~~</c> that open at a word and close at one.</summary>
    private void MarkEmphasis()
    {
        foreach (var mark in "*_~")
        {
            var open = new Stack<(int Start, int Length)>();
            foreach (var run in RunsOf(mark))
            {
                var before = run.Start > 0 ? text[run.Start - 1] : ' ';
                var after = run.Start + run.Length < text.Length ? text[run.Start + run.Length] : ' ';
                var isInWord = mark != '*' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
                if (isLiteral[run.Start] || isInWord || (mark == '~' && run.Length < 2))
                {
                    continue;
                }
                if (!char.IsWhiteSpace(before) && open.TryPop(out var opening))
                {
                    Mark(opening.Start, opening.Length);
                    Mark(run.Start, run.Length);
                }
                else if (!char.IsWhiteSpace(after))
                {
                    open.Push(run);
                }
            }
        }
    }

    private List<(int Start, int Length)> RunsOf(char mark)
    {
        var runs = new List<(int Start, int Length)>();
        for (var start = text.IndexOf(mark, StringComparison.Ordinal); start >= 0 && start < text.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] == mark && isLiteral[end] == isLiteral[start])
            {
                end++;
            }
            runs.Add((start, end - start));
            start = end < text.Length ? text.IndexOf(mark, end) : -1;
        }
        return runs;
    }

    private void Mark(int start, int length) => Array.Fill(isMark, true, start, length);
}
