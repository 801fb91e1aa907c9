namespace Archiet.Genome.Formatting;

/// <summary>Finds comments: every <c>#</c> that is in no scalar.</summary>
internal static class CommentScanner
{
    /// <summary>All comments, in order.</summary>
    public static List<LayoutComment> Scan(SourceLines source, IReadOnlyList<LayoutScalar> scalars)
    {
        var comments = new List<LayoutComment>();
        var (text, at, next) = (source.Text, 0, 0);
        while (at < text.Length)
        {
            if (next < scalars.Count && at >= scalars[next].Start)
            {
                var scalar = scalars[next++];
                at = scalar.Style == LayoutStyle.Block ? BehindBlock(source, scalar, comments) : Math.Max(at, scalar.End);
            }
            else if (text[at] == '#')
            {
                at = Add(source, at, comments);
            }
            else
            {
                at++;
            }
        }
        return comments;
    }

    /// <summary>Only on its first line can a block scalar have a comment: behind its indicators.</summary>
    private static int BehindBlock(SourceLines source, LayoutScalar scalar, List<LayoutComment> comments)
    {
        var line = source.LineOf(scalar.Start);
        for (var at = scalar.Start; at < source.EndOf(line); at++)
        {
            if (source.Text[at] == '#')
            {
                Add(source, at, comments);
                break;
            }
        }
        return Math.Max(scalar.End, source.EndOf(line));
    }

    private static int Add(SourceLines source, int start, List<LayoutComment> comments)
    {
        var line = source.LineOf(start);
        var end = source.EndOf(line);
        comments.Add(new(start, line, source.ColumnOf(start), source.Text.Substring(start, end - start).TrimEnd(), source.IsBlank(line - 1)));
        return end;
    }
}
