using System.Globalization;

namespace Archiet.Draft.Prose;

/// <summary>Makes numbered sentences of blocks.</summary>
internal sealed class SentenceBuilder
{
    private const string CellSeparator = " | ";

    private readonly List<Sentence> sentences = [];
    private readonly List<(int Level, string Text)> headings = [];
    private EquatableArray<string> path = EquatableArray<string>.Empty;

    /// <summary>The sentences of blocks, in their order.</summary>
    public static EquatableArray<Sentence> Build(IEnumerable<Block> blocks)
    {
        var builder = new SentenceBuilder();
        foreach (var block in blocks)
        {
            builder.Add(block);
        }
        return builder.sentences.ToEquatableArray();
    }

    private void Add(Block block)
    {
        switch (block.Kind)
        {
            case SentenceKind.Heading:
                AddHeading(block);
                break;
            case SentenceKind.TableHeader or SentenceKind.TableRow:
                var cells = block.Cells.Select(cell => ProseText.Fold(InlineText.Reduce(cell))).ToEquatableArray();
                Add(block, string.Join(CellSeparator, cells), block.Line, cells);
                break;
            case SentenceKind.Code:
                Add(block, block.Text, block.Line, EquatableArray<string>.Empty);
                break;
            case SentenceKind.ListItem:
                Add(block, ProseText.Fold(InlineText.Reduce(block.Text)), block.Line, EquatableArray<string>.Empty);
                break;
            default:
                foreach (var (text, line) in LabelledLines.Split(block.Text).SelectMany(part => Sentences(part.Text, part.Line)))
                {
                    Add(block, ProseText.Fold(text), block.Line + line, EquatableArray<string>.Empty);
                }
                break;
        }
    }

    private static IEnumerable<(string Text, int Line)> Sentences(string text, int line) => SentenceSplitter.Split(InlineText.Reduce(text)).Select(part => (part.Text, part.Line + line));

    private void AddHeading(Block block)
    {
        var text = ProseText.Fold(InlineText.Reduce(block.Text));
        while (headings.Count > 0 && headings[^1].Level >= block.Depth)
        {
            headings.RemoveAt(headings.Count - 1);
        }
        path = headings.Select(heading => heading.Text).ToEquatableArray();
        Add(block, text, block.Line, EquatableArray<string>.Empty);
        if (text.Length > 0)
        {
            headings.Add((block.Depth, text));
            path = headings.Select(heading => heading.Text).ToEquatableArray();
        }
    }

    private void Add(Block block, string text, int line, EquatableArray<string> cells)
    {
        if (cells.Count == 0 ? text.Length == 0 : cells.All(cell => cell.Length == 0))
        {
            return;
        }
        sentences.Add(new Sentence(Id(sentences.Count + 1), block.Kind, text, line, path)
        {
            Block = block.Number,
            Cells = cells,
            Depth = block.Depth,
            Language = block.Language,
            IsSuspect = SuspectSentences.IsSuspect(text),
            Hash = ProseText.HashOfSentence(text),
        });
    }

    private static string Id(int number) => "S" + number.ToString("D4", CultureInfo.InvariantCulture);
}
