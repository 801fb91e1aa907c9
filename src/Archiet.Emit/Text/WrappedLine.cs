namespace Archiet.Emit;

/// <summary>Parts one behind the other, broken into lines that stay within a readable width, continuation lines one level in.</summary>
internal sealed class WrappedLine
{
    private const int Limit = 140;
    private readonly SourceWriter source;
    private readonly string mark;
    private readonly bool hasSpace;
    private bool isFirst = true;
    private bool isIndented;
    private int width;

    /// <summary>Begins a line.</summary>
    /// <param name="source">Where to write.</param>
    /// <param name="start">What stands before the first part.</param>
    /// <param name="separator">What stands between two parts; a space at its end gives way to the end of a line.</param>
    public WrappedLine(SourceWriter source, string start, string separator)
    {
        this.source = source.Write(start);
        width = start.Length;
        hasSpace = separator.EndsWith(" ", StringComparison.Ordinal);
        mark = hasSpace ? separator.TrimEnd() : separator;
    }

    /// <summary>A part, in pieces, so that none has to be made of them first.</summary>
    public WrappedLine Part(string piece, string second = "", string third = "", string fourth = "", string fifth = "")
    {
        var length = piece.Length + second.Length + third.Length + fourth.Length + fifth.Length;
        if (!isFirst)
        {
            Separate(length);
        }
        isFirst = false;
        width += length;
        source.Write(piece).Write(second).Write(third).Write(fourth).Write(fifth);
        return this;
    }

    /// <summary>Ends the last line.</summary>
    public SourceWriter End(string end)
    {
        source.Line(end);
        return isIndented ? source.Unindent() : source;
    }

    private void Separate(int next)
    {
        source.Write(mark);
        width += mark.Length;
        if (source.IndentWidth + width + next > Limit)
        {
            source.Line();
            if (!isIndented)
            {
                source.Indent();
            }
            isIndented = true;
            width = 0;
        }
        else if (hasSpace)
        {
            source.Write(" ");
            width++;
        }
    }
}
