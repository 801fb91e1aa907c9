namespace Archiet.Genome.Formatting;

/// <summary>Takes a literal or folded block scalar apart: its header, and its lines without their indent.</summary>
internal static class BlockScalar
{
    /// <summary>Fills in a block scalar's header, lines and end.</summary>
    public static void Read(SourceLines source, LayoutScalar scalar, int parentColumn)
    {
        var (indicators, explicitIndent) = ReadIndicators(source.Text, scalar.Start);
        var first = source.LineOf(scalar.Start) + 1;
        var indent = explicitIndent is { } step ? Math.Max(parentColumn, 0) + step : IndentOfContent(source, first, parentColumn);
        var end = EndOfContent(source, first, indent);
        if (indicators.IndexOf('+') < 0)
        {
            while (end > first && IsEmpty(source, end - 1, indent))
            {
                end--;
            }
        }
        var lines = new List<string>(end - first);
        for (var line = first; line < end; line++)
        {
            var start = source.StartOf(line) + Math.Min(indent, source.IndentOf(line));
            lines.Add(source.Text.Substring(start, source.EndOf(line) - start));
        }
        scalar.Header = indicators;
        scalar.Lines = lines;
        scalar.End = end > first ? source.EndOf(end - 1) : scalar.Start + indicators.Length + (explicitIndent is null ? 0 : 1);
    }

    private static (string Indicators, int? Indent) ReadIndicators(string text, int start)
    {
        var indicators = text.Substring(start, 1);
        int? indent = null;
        for (var at = start + 1; at < text.Length && text[at] is '+' or '-' or >= '1' and <= '9'; at++)
        {
            if (text[at] is '+' or '-')
            {
                indicators += text[at];
            }
            else
            {
                indent = text[at] - '0';
            }
        }
        return (indicators, indent);
    }

    /// <summary>The indent of the first line that is not blank, where it belongs to the scalar.</summary>
    private static int IndentOfContent(SourceLines source, int first, int parentColumn)
    {
        var line = first;
        while (line < source.Count && source.IsBlank(line))
        {
            line++;
        }
        return line < source.Count && source.IndentOf(line) > parentColumn ? source.IndentOf(line) : int.MaxValue;
    }

    /// <summary>The first line that does not belong to the scalar any more.</summary>
    private static int EndOfContent(SourceLines source, int first, int indent)
    {
        var line = first;
        while (line < source.Count && (source.IndentOf(line) >= indent || source.IsBlank(line)))
        {
            line++;
        }
        // What follows the last line break is no line of its own.
        return line == source.Count && source.StartOf(line - 1) == source.Text.Length ? Math.Max(first, line - 1) : line;
    }

    private static bool IsEmpty(SourceLines source, int line, int indent) => source.IsBlank(line) && source.EndOf(line) - source.StartOf(line) <= indent;
}
