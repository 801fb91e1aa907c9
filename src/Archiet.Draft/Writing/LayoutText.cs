using System.Text;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>Whether two parts of genomes say the same, whatever their layout and comments.</summary>
internal static class LayoutText
{
    /// <summary>Whether both say the same; what is not there is equal to nothing else.</summary>
    public static bool AreEqual(LayoutNode? left, LayoutNode? right) => left is null || right is null ? left == right : Of(left) == Of(right);

    private static string Of(LayoutNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(LayoutNode node, StringBuilder text)
    {
        if (node is LayoutScalar scalar)
        {
            // Whether 12 is a number or a text is part of what is said.
            text.Append(scalar.Style == LayoutStyle.Plain ? 'p' : 'q').Append(scalar.Text.Length).Append(':').Append(scalar.Text);
            return;
        }
        var collection = (LayoutCollection)node;
        text.Append(collection.IsList ? '[' : '{');
        foreach (var entry in collection.Entries)
        {
            if (entry.Key is { } key)
            {
                text.Append(key.Text.Length).Append(':').Append(key.Text).Append('=');
            }
            Write(entry.Value, text);
            text.Append(',');
        }
        text.Append(']');
    }
}
