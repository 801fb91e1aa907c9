using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>Cuts lines into blocks: headings, paragraphs, items of lists, tables and code. A line is looked at once, whatever stands on the others.</summary>
internal sealed class BlockReader
{
    private const int CodeIndent = 4;
    private const int LongestUnderlined = 120;

    private readonly IReadOnlyList<ProseLine> lines;
    private readonly List<Block> blocks = [];
    private readonly List<Stripped> stripped = [];
    private readonly ListNesting nesting = new();
    private readonly StringBuilder open = new();
    private readonly bool isPlain;
    private SentenceKind openKind;
    private int openLine;
    private int openLines;
    private int openDepth;
    private bool isOpenQuoted;
    private bool isOpenAlone;
    private bool isAfterBlank = true;

    private BlockReader(IReadOnlyList<ProseLine> lines)
    {
        this.lines = lines;
        isPlain = !lines.Any(line => HeadingMark.LevelOf(line.Text) > 0);
    }

    /// <summary>The blocks of a document, and what of it stands in none of them.</summary>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<Stripped> Stripped) Read(IReadOnlyList<ProseLine> lines)
    {
        var reader = new BlockReader(lines);
        reader.Run();
        return (reader.blocks, reader.stripped);
    }

    private void Run()
    {
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.IsBlank)
            {
                Flush(endsAtBlank: true);
                isAfterBlank = true;
                continue;
            }
            if (openLines > 0 && line.IsQuoted != isOpenQuoted)
            {
                Flush();
            }
            at = ReadBlock(line, at);
            isAfterBlank = false;
        }
        Flush(endsAtBlank: true);
    }

    /// <summary>Reads what begins on a line; the index of its last line.</summary>
    private int ReadBlock(ProseLine line, int at)
    {
        var (indent, content) = (line.Indent, line.Text.Trim());
        if (FenceMark.Of(line.Text) is { } fence)
        {
            return ReadFence(fence, at);
        }
        if (indent >= CodeIndent && openLines == 0 && nesting.IsEmpty)
        {
            return ReadIndented(at);
        }
        if (HeadingMark.LevelOf(content) is > 0 and var level)
        {
            Flush();
            nesting.Clear();
            Add(SentenceKind.Heading, HeadingMark.TextOf(content, level), line.Number, level);
            return at;
        }
        if (HeadingMark.UnderlineLevel(content) is > 0 and var under && openLines > 0 && openKind == SentenceKind.Paragraph && indent < CodeIndent && CanBeUnderlined())
        {
            (openKind, openDepth) = (SentenceKind.Heading, under);
            Flush();
            return at;
        }
        if (HeadingMark.IsRule(content))
        {
            Flush();
            return at;
        }
        if (at + 1 < lines.Count && TableLines.Begin(content, lines[at + 1].Text))
        {
            return ReadTable(at);
        }
        if (openLines == 0 && LinkDefinition.Is(content))
        {
            stripped.Add(new Stripped("link definition", line.Number, 1));
            return at;
        }
        ReadText(line, indent, content);
        return at;
    }

    private void ReadText(ProseLine line, int indent, string content)
    {
        var (from, isBegun) = (0, openLines > 0);
        for (var end = MarkEnd(content, 0); end > 0; end = ListMark.End(content, from))
        {
            Flush();
            openDepth = nesting.Enter(indent + from);
            from = ListMark.SkipBox(content, end);
            openKind = SentenceKind.ListItem;
            Begin(line);
            isBegun = true;
        }
        if (!isBegun)
        {
            nesting.LeaveTo(indent);
            (openKind, openDepth) = (SentenceKind.Paragraph, 0);
            Begin(line);
        }
        if (open.Length > 0)
        {
            open.Append('\n');
        }
        open.Append(content, from, content.Length - from);
        openLines++;
    }

    /// <summary>In the middle of a paragraph a line may begin with a number and a dot by chance; a list there begins with one.</summary>
    private int MarkEnd(string content, int from) =>
        openLines > 0 && openKind == SentenceKind.Paragraph && char.IsAsciiDigit(content[0]) && content[0] != '1' ? 0 : ListMark.End(content, from);

    private void Begin(ProseLine line)
    {
        open.Clear();
        (openLine, openLines, isOpenQuoted, isOpenAlone) = (line.Number, 0, line.IsQuoted, isAfterBlank);
    }

    private bool CanBeUnderlined() => open.Length <= LongestUnderlined && open[^1] != '.';

    private void Flush(bool endsAtBlank = false)
    {
        if (open.Length > 0)
        {
            var text = open.ToString();
            if (isPlain && endsAtBlank && openKind == SentenceKind.Paragraph && openLines == 1 && isOpenAlone && HeadingMark.PlainLevel(text) is > 0 and var level)
            {
                (openKind, openDepth) = (SentenceKind.Heading, level);
            }
            Add(openKind, openKind == SentenceKind.Heading ? text.Replace('\n', ' ') : text, openLine, openDepth);
        }
        open.Clear();
        openLines = 0;
    }

    private int ReadFence(FenceMark fence, int at)
    {
        Flush();
        var code = new StringBuilder();
        var number = lines[at].Number;
        for (at++; at < lines.Count && !fence.IsClosedBy(lines[at].Text); at++)
        {
            code.Append(code.Length > 0 ? "\n" : "").Append(ProseLine.Outdent(lines[at].Text, fence.Indent).TrimEnd());
        }
        AddCode(code, number, fence.Language);
        return Math.Min(at, lines.Count - 1);
    }

    private int ReadIndented(int at)
    {
        var code = new StringBuilder();
        var number = lines[at].Number;
        for (; at < lines.Count && (lines[at].IsBlank || lines[at].Indent >= CodeIndent); at++)
        {
            code.Append(code.Length > 0 ? "\n" : "").Append(ProseLine.Outdent(lines[at].Text, CodeIndent).TrimEnd());
        }
        AddCode(code, number, "");
        return at - 1;
    }

    private void AddCode(StringBuilder code, int line, string language)
    {
        var text = code.ToString().TrimEnd();
        if (!string.IsNullOrWhiteSpace(text))
        {
            blocks.Add(new Block(SentenceKind.Code, text, line, blocks.Count) { Language = language });
        }
    }

    private int ReadTable(int at)
    {
        Flush();
        var number = blocks.Count;
        var header = TableLines.CellsOf(lines[at].Text);
        AddRow(SentenceKind.TableHeader, header, lines[at].Number, number);
        for (at += 2; at < lines.Count && TableLines.Continue(lines[at].Text); at++)
        {
            var cells = TableLines.CellsOf(lines[at].Text);
            AddRow(SentenceKind.TableRow, [.. cells, .. Enumerable.Repeat("", Math.Max(0, header.Count - cells.Count))], lines[at].Number, number);
        }
        return at - 1;
    }

    private void AddRow(SentenceKind kind, IReadOnlyList<string> cells, int line, int number) =>
        blocks.Add(new Block(kind, "", line, number) { Cells = cells });

    private void Add(SentenceKind kind, string text, int line, int depth) => blocks.Add(new Block(kind, text, line, blocks.Count, depth));
}
