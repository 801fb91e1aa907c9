using System.Globalization;
using System.Runtime.CompilerServices;

namespace Archiet.Emit;

/// <summary>Writes indented source text. Lines end in "\n" whatever the machine; empty lines carry no indent.</summary>
internal sealed class SourceWriter
{
    private const int Width = 4;
    private const string FileExtension = ".g.cs";
    private readonly TextBuilder text = new();
    private int depth;
    private bool atStart = true;

    /// <summary>An empty line.</summary>
    public SourceWriter Line()
    {
        text.Append('\n');
        atStart = true;
        return this;
    }

    /// <summary>One or more lines, each at the current indent.</summary>
    public SourceWriter Line(string lines) => Write(lines).Line();

    /// <summary>One or more lines, each at the current indent.</summary>
    public SourceWriter Line([InterpolatedStringHandlerArgument("")] SourceLine lines) => Line();

    /// <summary>A piece of a line, or the end of one, whole ones and the beginning of another.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    public SourceWriter Write(string piece)
    {
        var start = 0;
        for (var end = piece.IndexOf('\n'); end >= 0; end = piece.IndexOf('\n', start))
        {
            Piece(piece, start, end);
            Line();
            start = end + 1;
        }
        Piece(piece, start, piece.Length);
        return this;
    }

    /// <summary>A piece of a line.</summary>
    public SourceWriter Write([InterpolatedStringHandlerArgument("")] SourceLine piece) => this;

    /// <summary>A summary of XML documentation: on a line of its own, or as many as it has.</summary>
    /// <param name="description">Prose, or empty.</param>
    /// <param name="otherwise">What the code says of itself where there is no prose, as XML.</param>
    public SourceWriter Summary(string description, string otherwise)
    {
        var content = (description.Length > 0 ? CSharpText.Escape(description) : otherwise).Trim();
        if (content.IndexOf('\n') < 0)
        {
            return Line($"/// <summary>{content}</summary>");
        }
        Line("/// <summary>");
        foreach (var line in content.Split('\n'))
        {
            Line(line.TrimEnd() is { Length: > 0 } words ? "/// " + words : "///");
        }
        return Line("/// </summary>");
    }

    /// <summary>A text as a C# literal, as a piece of a line.</summary>
    public SourceWriter Literal(string value)
    {
        Indentation();
        text.Literal(value);
        return this;
    }

    /// <summary>How many characters a line is indented.</summary>
    public int IndentWidth => depth * Width;

    /// <summary>What is written so far, for a writer of something that stands in it at the margin: the inside of a raw literal.</summary>
    public TextBuilder Text => text;

    /// <summary>Lines as they are, whatever the indent: the inside of a raw literal.</summary>
    public SourceWriter Verbatim(string lines)
    {
        text.Append(lines);
        return Line();
    }

    /// <summary>A line and an opening brace; what follows is one level in.</summary>
    public SourceWriter Open(string line) => Line(line).Brace();

    /// <summary>A line and an opening brace; what follows is one level in.</summary>
    public SourceWriter Open([InterpolatedStringHandlerArgument("")] SourceLine line) => Line(line).Brace();

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
        var line = new WrappedLine(this, start, separator);
        foreach (var part in parts)
        {
            line.Part(part);
        }
        return line.End(end);
    }

    /// <summary>
    /// The source under its name, finished: nothing is written any more. At its end stands a hash of it. Hot reload would take most of what an edited genome changes, and leave the
    /// database, the served document and every table of the app as they were; a constant it does not take, and so dotnet watch starts the app anew.
    /// </summary>
    public GeneratedFile ToFile(string hintName)
    {
        var hash = text.ToText().Hash.ToString("X16", CultureInfo.InvariantCulture);
        Line()
            .Line("/// <summary>Changes with the text above, so that dotnet watch starts the app anew: a hot reload takes no changed constant.</summary>")
            .Line("[global::System.CodeDom.Compiler." + FileHeader.Mark.Substring(1))
            .Open("internal static class Text_" + hintName.Substring(0, hintName.Length - FileExtension.Length).Replace('.', '_'))
            .Line($"internal const string Hash = {hash:literal};")
            .Close();
        return new(hintName, text.ToText());
    }

    private SourceWriter Brace()
    {
        Line("{");
        depth++;
        return this;
    }

    [MethodImpl(CompileOptions.AtOnce)]
    private void Piece(string lines, int start, int end)
    {
        if (end > start)
        {
            Indentation();
            text.Append(lines, start, end - start);
        }
    }

    private void Indentation()
    {
        if (atStart)
        {
            text.Append(' ', depth * Width);
            atStart = false;
        }
    }
}
