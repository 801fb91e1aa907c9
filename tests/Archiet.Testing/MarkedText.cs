using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Testing;

/// <summary>A span of a marked text where a diagnostic is expected.</summary>
/// <param name="Id">The diagnostic's id; empty for <c>[|text|]</c>, which takes the test's default id.</param>
/// <param name="Span">Where, in the text without its marks.</param>
public sealed record MarkedSpan(string Id, TextSpan Span);

/// <summary>
/// A text, YAML or C#, with the places where diagnostics are expected, in the markup of Microsoft's testing packages:
/// <c>{|ARC0012:word|}</c> for an id, <c>[|word|]</c> for the test's default id. Spans nest; an empty one marks a position.
/// </summary>
/// <param name="Path">The file's path, as diagnostics show it.</param>
/// <param name="Text">The text without its marks.</param>
/// <param name="Spans">The marked spans in order of their starts.</param>
public sealed record MarkedText(string Path, string Text, ImmutableArray<MarkedSpan> Spans)
{
    /// <summary>Reads a marked text. An opened span that is not closed, or the other way round, is a mistake of the test and throws.</summary>
    public static MarkedText Parse(string path, string markup)
    {
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string Id, int Start)>();
        var spans = ImmutableArray.CreateBuilder<MarkedSpan>();
        for (var at = 0; at < markup.Length;)
        {
            if (StartsWith(markup, at, "[|"))
            {
                open.Push(("", text.Length));
                at += 2;
            }
            else if (StartsWith(markup, at, "{|") && IdAt(markup, at + 2) is { } id)
            {
                open.Push((id, text.Length));
                at += 2 + id.Length + 1;
            }
            else if (open.Count > 0 && StartsWith(markup, at, open.Peek().Id.Length == 0 ? "|]" : "|}"))
            {
                var (closed, start) = open.Pop();
                spans.Add(new MarkedSpan(closed, TextSpan.FromBounds(start, text.Length)));
                at += 2;
            }
            else
            {
                text.Append(markup[at++]);
            }
        }
        return open.Count == 0
            ? new MarkedText(path, text.ToString(), [.. spans.OrderBy(span => span.Span.Start)])
            : throw new ArgumentException($"The markup of {path} opens a span that it does not close.", nameof(markup));
    }

    /// <summary>The line on which a span starts, with the span marked by <paramref name="id"/>: what to paste into the test.</summary>
    public string LineToPaste(string id, TextSpan span)
    {
        var source = SourceText.From(Text);
        var line = source.Lines.GetLineFromPosition(span.Start);
        var end = Math.Min(span.End, line.End);
        return $"{Text[line.Start..span.Start]}{{|{id}:{Text[span.Start..end]}|}}{Text[end..line.End]}";
    }

    private static bool StartsWith(string text, int at, string mark) => string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0;

    /// <summary>The id before a colon, such as ARC0012 or CS0246; null where there is none, so that ordinary braces stay text.</summary>
    private static string? IdAt(string markup, int at)
    {
        var end = at;
        while (end < markup.Length && char.IsAsciiLetterOrDigit(markup[end]))
        {
            end++;
        }
        return end > at && end < markup.Length && markup[end] == ':' ? markup[at..end] : null;
    }
}
