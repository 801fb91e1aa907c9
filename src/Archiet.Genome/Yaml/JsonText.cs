using System.Globalization;
using System.Text;

namespace Archiet.Genome.Yaml;

/// <summary>Writes a node as compact JSON, by the core schema.</summary>
internal static class JsonText
{
    /// <summary>The JSON of a node, or null where a number has none (<c>.inf</c>, octal, <c>1.</c>).</summary>
    public static string? Of(YamlNode node)
    {
        var builder = new StringBuilder();
        return Write(builder, node, inOrder: false) ? builder.ToString() : null;
    }

    /// <summary>The JSON of a node with the keys of its mappings in ordinal order, or null where a number has none.</summary>
    public static string? Canonical(YamlNode node)
    {
        var builder = new StringBuilder();
        return Write(builder, node, inOrder: true) ? builder.ToString() : null;
    }

    private static bool Write(StringBuilder builder, YamlNode node, bool inOrder)
    {
        switch (node)
        {
            case YamlMapping mapping:
                YamlEntry[] entries = inOrder ? [.. mapping.Entries.OrderBy(static entry => entry.Key.Text, StringComparer.Ordinal)] : mapping.Entries;
                return WriteAll(builder, '{', '}', entries, (into, entry) =>
                {
                    WriteText(into, entry.Key.Text);
                    into.Append(':');
                    return Write(into, entry.Value, inOrder);
                });
            case YamlSequence sequence:
                return WriteAll(builder, '[', ']', sequence.Items, (into, item) => Write(into, item, inOrder));
            default:
                return WriteScalar(builder, (YamlScalar)node);
        }
    }

    private static bool WriteAll<T>(StringBuilder builder, char open, char close, IReadOnlyList<T> items, Func<StringBuilder, T, bool> write)
    {
        builder.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                builder.Append(',');
            }
            if (!write(builder, items[i]))
            {
                return false;
            }
        }
        builder.Append(close);
        return true;
    }

    private static bool WriteScalar(StringBuilder builder, YamlScalar scalar)
    {
        switch (ScalarKinds.Of(scalar))
        {
            case ScalarKind.Null:
                builder.Append("null");
                return true;
            case ScalarKind.Bool:
                builder.Append(scalar.Text.ToLowerInvariant());
                return true;
            case ScalarKind.Number:
                builder.Append(scalar.Text);
                return IsJsonNumber(scalar.Text);
            default:
                WriteText(builder, scalar.Text);
                return true;
        }
    }

    private static bool IsJsonNumber(string text)
    {
        var digits = text[0] == '-' ? text.Substring(1) : text;
        var startsWell = digits.Length > 0 && digits[0] is >= '0' and <= '9' && !(digits.Length > 1 && digits[0] == '0' && digits[1] is not ('.' or 'e' or 'E'));
        var point = digits.IndexOf('.');
        return startsWell && (point < 0 || (point + 1 < digits.Length && digits[point + 1] is >= '0' and <= '9'));
    }

    private static void WriteText(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                builder.Append('\\').Append(c);
            }
            else if (c < ' ')
            {
                builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                builder.Append(c);
            }
        }
        builder.Append('"');
    }
}
