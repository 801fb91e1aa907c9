using System.Globalization;
using System.Text;

namespace Archiet.Genome.Formatting;

/// <summary>
/// Writes a file in the layout of <c>spec/canonical.md</c>, section 3. The order, the words and the choice between block and brackets are the author's; what does not
/// fit on a line between brackets is written in block style.
/// </summary>
internal sealed class LayoutWriter
{
    /// <summary>The longest line that brackets may make.</summary>
    public const int Width = 140;

    private const int Step = 2;

    private readonly StringBuilder text = new();

    /// <summary>Whether the last line belongs to a block scalar that keeps the line breaks behind it: a blank line would be one more.</summary>
    private bool keepsLineBreaks;

    /// <summary>The file's text, with line feeds.</summary>
    public static string Write(LayoutCollection root)
    {
        var writer = new LayoutWriter();
        writer.WriteEntries(root, 0, startsOnLine: false);
        return writer.text.ToString();
    }

    /// <summary>Writes the entries of a block mapping or list.</summary>
    /// <param name="collection">The mapping or list.</param>
    /// <param name="indent">Its column.</param>
    /// <param name="startsOnLine">Whether the first entry continues a line, behind the dash of an item.</param>
    private void WriteEntries(LayoutCollection collection, int indent, bool startsOnLine)
    {
        for (var i = 0; i < collection.Entries.Count; i++)
        {
            var entry = collection.Entries[i];
            WriteComments(entry.Leading, indent, isFirst: i == 0);
            WriteBlank(entry.BlankBefore && (i > 0 || entry.Leading.Count > 0));
            keepsLineBreaks = false;
            if (IsBehindBrackets(entry, indent))
            {
                WriteComment(entry.Trailing!, indent);
            }
            if (i > 0 || !startsOnLine)
            {
                text.Append(' ', indent);
            }
            var start = text.Length - indent;
            text.Append(entry.Key is null ? "-" : ScalarText.Key(entry.Key) + ":");
            WriteValue(entry, indent, text.Length - start);
        }
        WriteComments(collection.Tail, indent, isFirst: collection.Entries.Count == 0);
    }

    private void WriteComments(List<LayoutComment> comments, int indent, bool isFirst)
    {
        for (var i = 0; i < comments.Count; i++)
        {
            WriteBlank(comments[i].BlankBefore && !(isFirst && i == 0));
            WriteComment(comments[i], indent);
        }
    }

    private void WriteComment(LayoutComment comment, int indent)
    {
        text.Append(' ', indent).Append(comment.Text).Append('\n');
        keepsLineBreaks = false;
    }

    private void WriteBlank(bool isWanted) => text.Append(isWanted && !keepsLineBreaks ? "\n" : "");

    /// <summary>Whether a comment stands behind brackets that become an item of several lines: it stands above the item then.</summary>
    private static bool IsBehindBrackets(LayoutEntry entry, int indent) =>
        entry is { Key: null, Trailing: not null, Value: LayoutCollection } && Inline(entry.Value, indent + 1) is null;

    /// <summary>Writes what stands behind a key or a dash.</summary>
    private void WriteValue(LayoutEntry entry, int indent, int column)
    {
        var inline = Inline(entry.Value, column);
        if (inline is not null)
        {
            text.Append(inline.Length > 0 ? " " : "").Append(inline);
            WriteTrailing(entry);
        }
        else if (entry.Value is LayoutScalar scalar)
        {
            WriteLines(entry, scalar, indent + Step);
        }
        else if (entry.Key is null)
        {
            text.Append(' ');
            WriteEntries((LayoutCollection)entry.Value, indent + Step, startsOnLine: true);
        }
        else
        {
            WriteTrailing(entry);
            WriteEntries((LayoutCollection)entry.Value, indent + Step, startsOnLine: false);
        }
    }

    /// <summary>A value on the line of its key, or null where it needs lines of its own.</summary>
    private static string? Inline(LayoutNode value, int column)
    {
        if (value is LayoutScalar scalar)
        {
            return scalar.Style == LayoutStyle.Block || scalar.Lines.Count > 1 ? null : ScalarText.Inline(scalar);
        }
        var collection = (LayoutCollection)value;
        if (collection.Entries.Count == 0)
        {
            return Flow(collection);
        }
        var flow = collection.IsFlow && !collection.HasComments ? Flow(collection) : null;
        return flow is not null && column + 1 + flow.Length <= Width ? flow : null;
    }

    /// <summary>A value between brackets, on one line.</summary>
    private static string Flow(LayoutNode node)
    {
        if (node is LayoutScalar scalar)
        {
            var inline = ScalarText.Inline(scalar);
            return inline.Length > 0 ? inline : "null";
        }
        var collection = (LayoutCollection)node;
        var entries = string.Join(", ", collection.Entries.Select(static entry => (entry.Key is null ? "" : ScalarText.Key(entry.Key) + ": ") + Flow(entry.Value)));
        return collection.IsList ? "[" + entries + "]" : entries.Length == 0 ? "{}" : "{ " + entries + " }";
    }

    /// <summary>Writes a scalar of several lines: they break where the author broke them.</summary>
    private void WriteLines(LayoutEntry entry, LayoutScalar scalar, int indent)
    {
        text.Append(' ');
        if (scalar.Style == LayoutStyle.Block)
        {
            var needsIndicator = scalar.Lines.FirstOrDefault(static line => line.Length > 0) is { } first && first[0] == ' ';
            text.Append(scalar.Header[0]).Append(needsIndicator ? Step.ToString(CultureInfo.InvariantCulture) : "").Append(scalar.Header, 1, scalar.Header.Length - 1);
            WriteTrailing(entry);
            WriteIndented(scalar.Lines, indent);
            keepsLineBreaks = scalar.Header.IndexOf('+') >= 0;
            return;
        }
        text.Append(scalar.Lines[0]).Append('\n');
        WriteIndented(scalar.Lines.Skip(1).Select(static line => line.TrimStart(' ', '\t')), indent);
        text.Length--;
        WriteTrailing(entry);
    }

    private void WriteIndented(IEnumerable<string> lines, int indent)
    {
        foreach (var line in lines)
        {
            text.Append(' ', line.Length > 0 ? indent : 0).Append(line).Append('\n');
        }
    }

    private void WriteTrailing(LayoutEntry entry) => text.Append(entry.Trailing is { } comment ? " " + comment.Text : "").Append('\n');
}
