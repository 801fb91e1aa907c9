using System.Runtime.CompilerServices;

namespace Archiet.Genome.Yaml;

/// <summary>
/// The entries of the mappings that a reader is within, the innermost on top: a mapping takes its own when it closes, as an array of just that length.
/// </summary>
internal sealed class EntryStack
{
    private YamlEntry[] entries = new YamlEntry[32];

    /// <summary>How many entries there are; what a mapping that opens now has is behind them.</summary>
    public int Count { get; private set; }

    /// <summary>The entry on top.</summary>
    public YamlEntry Last => entries[Count - 1];

    /// <summary>Adds an entry to the innermost mapping.</summary>
    public void Push(YamlScalar key, YamlNode value)
    {
        if (Count == entries.Length)
        {
            Array.Resize(ref entries, 2 * Count);
        }
        entries[Count++] = new(key, value);
    }

    /// <summary>The key of that text among the entries from an index on, or null.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    public YamlScalar? FindKey(int start, string text)
    {
        for (var i = start; i < Count; i++)
        {
            if (entries[i].Key.Text == text)
            {
                return entries[i].Key;
            }
        }
        return null;
    }

    /// <summary>The texts of the keys from an index on.</summary>
    public HashSet<string> Keys(int start)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = start; i < Count; i++)
        {
            keys.Add(entries[i].Key.Text);
        }
        return keys;
    }

    /// <summary>Takes the entries from an index on.</summary>
    public YamlEntry[] PopFrom(int start)
    {
        var taken = new YamlEntry[Count - start];
        Array.Copy(entries, start, taken, 0, taken.Length);
        Count = start;
        return taken;
    }
}
