using System.Runtime.CompilerServices;
using System.Text;

namespace Archiet.Emit;

/// <summary>Writes indented source text. Lines end in "\n" whatever the machine; empty lines carry no indent.</summary>
internal sealed class SourceWriter
{
    private const int Width = 4;
    private readonly StringBuilder text = new(16 * 1024);
    private int depth;

    /// <summary>An empty line.</summary>
    public SourceWriter Line()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>One or more lines, each at the current indent. Compiled at once instead of by tiers: it writes nearly all that is emitted.</summary>
    [MethodImpl((MethodImplOptions)512)] // AggressiveOptimization, for which netstandard2.0 has no name.
    public SourceWriter Line(string lines)
    {
        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            if (end > start)
            {
                text.Append(' ', depth * Width).Append(lines, start, end - start);
            }
            text.Append('\n');
            start = end + 1;
        }
        return this;
    }

    /// <summary>What is written so far, for a writer of something that stands in it at the margin: the inside of a raw literal.</summary>
    public StringBuilder Text => text;

    /// <summary>Lines as they are, whatever the indent: the inside of a raw literal.</summary>
    public SourceWriter Verbatim(string lines)
    {
        text.Append(lines).Append('\n');
        return this;
    }

    /// <summary>A line and an opening brace; what follows is one level in.</summary>
    public SourceWriter Open(string line)
    {
        Line(line).Line("{");
        depth++;
        return this;
    }

    /// <summary>The closing brace of the last <see cref="Open"/>.</summary>
    public SourceWriter Close(string after = "")
    {
        depth--;
        return Line("}" + after);
    }

    /// <summary>What follows is one level in, without a brace.</summary>
    public SourceWriter Indent()
    {
        depth++;
        return this;
    }

    /// <summary>Ends the last <see cref="Indent"/>.</summary>
    public SourceWriter Unindent()
    {
        depth--;
        return this;
    }

    /// <summary>Parts joined by a separator and broken into lines that stay within a readable width, continuation lines one level in.</summary>
    public SourceWriter Wrapped(string start, IEnumerable<string> parts, string separator, string end)
    {
        const int limit = 140;
        var line = new StringBuilder(start);
        var first = true;
        var indented = false;
        foreach (var part in parts)
        {
            if (!first)
            {
                line.Append(separator.TrimEnd());
            }
            if (line.Length + part.Length + (depth * Width) > limit && !first)
            {
                Line(line.ToString());
                line.Clear();
                depth += indented ? 0 : 1;
                indented = true;
            }
            else if (!first && separator.EndsWith(" ", StringComparison.Ordinal))
            {
                line.Append(' ');
            }
            line.Append(part);
            first = false;
        }
        Line(line.Append(end).ToString());
        depth -= indented ? 1 : 0;
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
