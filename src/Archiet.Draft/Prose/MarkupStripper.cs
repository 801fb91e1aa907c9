using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>
/// Takes out what is no prose: front matter, comments of HTML, figures, scripts and styles; and the marks of quotations. In a block of code everything stays. What is
/// never closed is no markup but text.
/// </summary>
internal sealed class MarkupStripper
{
    private static readonly MarkupPart[] Parts =
    [
        new("<!--", "-->", "comment"),
        new("<figure", "</figure>", "figure"),
        new("<picture", "</picture>", "figure"),
        new("<svg", "</svg>", "figure"),
        new("<script", "</script>", "script"),
        new("<style", "</style>", "style"),
    ];

    private readonly string[] source;
    private readonly List<ProseLine> lines = [];
    private readonly List<Stripped> stripped = [];

    /// <summary>The closing marks that do not come any more.</summary>
    private readonly HashSet<string> ended = [];

    /// <summary>Those that do not come any more on the line that is read.</summary>
    private readonly HashSet<string> absent = [];

    private MarkupStripper(string[] source) => this.source = source;

    /// <summary>Strips a text whose lines end with <c>\n</c>. Each line keeps its number.</summary>
    public static (IReadOnlyList<ProseLine> Lines, IReadOnlyList<Stripped> Stripped) Strip(string text)
    {
        var stripper = new MarkupStripper(text.Split('\n'));
        stripper.Run();
        return (stripper.lines, stripper.stripped);
    }

    private void Run()
    {
        var first = FrontMatter.LengthOf(source);
        if (first > 0)
        {
            stripped.Add(new Stripped("front matter", 1, first));
        }
        FenceMark? fence = null;
        var isFenceQuoted = false;
        for (var at = first; at < source.Length; at++)
        {
            if (fence is not null)
            {
                var inside = isFenceQuoted ? Unquote(source[at]) : source[at];
                lines.Add(new ProseLine(inside, at + 1, isFenceQuoted));
                fence = fence.IsClosedBy(inside) ? null : fence;
                continue;
            }
            var line = Unquote(source[at]);
            var isQuoted = line.Length != source[at].Length;
            fence = FenceMark.Of(line);
            isFenceQuoted = isQuoted;
            at = fence is null ? AddWithoutMarkup(line, at, isQuoted) : Add(line, at, isQuoted);
        }
    }

    private int Add(string line, int at, bool isQuoted)
    {
        lines.Add(new ProseLine(line, at + 1, isQuoted));
        return at;
    }

    /// <summary>Adds a line without the markup in it, which may end on a later line; the index of that line.</summary>
    private int AddWithoutMarkup(string line, int at, bool isQuoted)
    {
        if (!line.Contains('<', StringComparison.Ordinal))
        {
            return Add(line, at, isQuoted);
        }
        var kept = new StringBuilder(line.Length);
        var (began, isCode) = (at, false);
        absent.Clear();
        for (var place = 0; place < line.Length; place++)
        {
            isCode ^= line[place] == '`';
            if (!isCode && line[place] == '<' && PartAt(line, place) is { } part && Close(line, place + part.Open.Length, at, part.Close) is (>= 0, _) close)
            {
                stripped.Add(new Stripped(part.What, at + 1, close.Line - at + 1));
                if (close.Line != at)
                {
                    (line, at) = (source[close.Line], close.Line);
                    absent.Clear();
                }
                place = close.End - 1;
                kept.Append(' ');
                continue;
            }
            kept.Append(line[place]);
        }
        lines.Add(new ProseLine(kept.ToString(), began + 1, isQuoted));
        return at;
    }

    private static MarkupPart? PartAt(string line, int at) => Array.Find(
        Parts,
        part => string.Compare(line, at, part.Open, 0, part.Open.Length, StringComparison.OrdinalIgnoreCase) == 0
            && (part.What == "comment" || at + part.Open.Length == line.Length || !char.IsAsciiLetterOrDigit(line[at + part.Open.Length])));

    /// <summary>Where a part ends; a line below zero where it does not. What was looked for in vain is not looked for again.</summary>
    private (int Line, int End) Close(string line, int from, int at, string close)
    {
        var here = absent.Contains(close) ? -1 : line.IndexOf(close, from, StringComparison.OrdinalIgnoreCase);
        if (here >= 0)
        {
            return (at, here + close.Length);
        }
        absent.Add(close);
        if (ended.Contains(close))
        {
            return (-1, 0);
        }
        for (var next = at + 1; next < source.Length; next++)
        {
            var there = source[next].IndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (there >= 0)
            {
                return (next, there + close.Length);
            }
        }
        ended.Add(close);
        return (-1, 0);
    }

    /// <summary>A line without the marks of quotations, of any depth.</summary>
    private static string Unquote(string line)
    {
        var at = 0;
        for (var mark = Mark(line, 0); mark >= 0; mark = Mark(line, at))
        {
            at = mark + 1 < line.Length && line[mark + 1] == ' ' ? mark + 2 : mark + 1;
        }
        return at == 0 ? line : line[at..];
    }

    /// <summary>Where a mark stands behind at most three blanks, or below zero.</summary>
    private static int Mark(string line, int from)
    {
        var at = from;
        while (at < line.Length && at - from < 3 && line[at] == ' ')
        {
            at++;
        }
        return at < line.Length && line[at] == '>' ? at : -1;
    }

    /// <summary>A part that is no prose.</summary>
    private sealed record MarkupPart(string Open, string Close, string What);
}
