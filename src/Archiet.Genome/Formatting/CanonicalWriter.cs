using System.Text;

namespace Archiet.Genome.Formatting;

/// <summary>Writes the canonical text of <c>spec/canonical.md</c>, section 2: block style throughout, one entry a line, no comments, no choices.</summary>
internal sealed class CanonicalWriter
{
    private const int Step = 2;

    private readonly StringBuilder text = new();

    /// <summary>The canonical text of a genome's files.</summary>
    public static string Write(IReadOnlyList<LayoutCollection> files)
    {
        var writer = new CanonicalWriter();
        writer.WriteMapping(Merge(files), CanonicalShape.Genome, 0, startsOnLine: false);
        return writer.text.ToString();
    }

    /// <summary>All files as one: what several of them declare under one key stands under it together, and what they repeat stands there once.</summary>
    private static LayoutCollection Merge(IReadOnlyList<LayoutCollection> files)
    {
        var merged = new LayoutCollection(0, isList: false, isFlow: false, 0);
        foreach (var entry in files.SelectMany(static file => file.Entries))
        {
            var known = merged.Entries.Find(other => other.Key!.Text == entry.Key!.Text)?.Value;
            if (known is LayoutCollection { IsList: false } mapping && entry.Value is LayoutCollection { IsList: false } more)
            {
                mapping.Entries.AddRange(more.Entries);
            }
            else if (known is null)
            {
                merged.Entries.Add(new(entry.Key, Copy(entry.Value)));
            }
        }
        return merged;
    }

    private static LayoutNode Copy(LayoutNode node)
    {
        if (node is not LayoutCollection { IsList: false } mapping)
        {
            return node;
        }
        var copy = new LayoutCollection(0, isList: false, isFlow: false, 0);
        copy.Entries.AddRange(mapping.Entries);
        return copy;
    }

    private void WriteMapping(LayoutCollection mapping, CanonicalShape shape, int indent, bool startsOnLine)
    {
        var inForce = shape.For(mapping);
        var entries = inForce.IsOrdered ? mapping.Entries.AsEnumerable() : mapping.Entries.OrderBy(static entry => entry.Key!.Text, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            text.Append(' ', startsOnLine ? 0 : indent).Append(ScalarText.CanonicalKey(entry.Key!)).Append(':');
            startsOnLine = false;
            WriteValue(entry.Value, inForce.Of(entry.Key!.Text), indent + Step, isItem: false);
        }
    }

    private void WriteList(LayoutCollection list, CanonicalShape shape, int indent, bool startsOnLine)
    {
        foreach (var item in shape.IsSet ? list.Entries.OrderBy(static item => (item.Value as LayoutScalar)?.Text, StringComparer.Ordinal) : list.Entries.AsEnumerable())
        {
            text.Append(' ', startsOnLine ? 0 : indent).Append('-');
            startsOnLine = false;
            WriteValue(item.Value, shape, indent + Step, isItem: true);
        }
    }

    private void WriteValue(LayoutNode value, CanonicalShape shape, int indent, bool isItem)
    {
        if (value is not LayoutCollection { Entries.Count: > 0 } collection)
        {
            text.Append(' ').Append(value is LayoutScalar scalar ? ScalarText.Canonical(scalar) : ((LayoutCollection)value).IsList ? "[]" : "{}").Append('\n');
            return;
        }
        text.Append(isItem ? ' ' : '\n');
        if (collection.IsList)
        {
            WriteList(collection, shape, indent, startsOnLine: isItem);
        }
        else
        {
            WriteMapping(collection, shape, indent, startsOnLine: isItem);
        }
    }
}
