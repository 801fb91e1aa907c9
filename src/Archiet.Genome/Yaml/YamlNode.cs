using System.Runtime.CompilerServices;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Yaml;

/// <summary>A node of a section's YAML, with its place.</summary>
internal abstract class YamlNode(SectionSpan span)
{
    public SectionSpan Span { get; } = span;

    /// <summary>What the node is, for a message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar: its text, and whether it stands without quotes. Equal to another of the same text at the same place.</summary>
internal class YamlScalar(string text, SectionSpan span) : YamlNode(span), IEquatable<YamlScalar>
{
    public string Text { get; } = text;

    public virtual bool IsPlain => true;

    public override string Kind => ScalarKinds.Describe(this);

    /// <summary>Another text at the same place: what follows from this one.</summary>
    public YamlScalar With(string text) => new(text, Span);

    public bool Equals(YamlScalar? other) => other is not null && Text == other.Text && Span == other.Span;

    public override bool Equals(object? obj) => Equals(obj as YamlScalar);

    public override int GetHashCode() => Span.GetHashCode();
}

/// <summary>A scalar in quotes, or in a block of its own lines: it is text, whatever it looks like.</summary>
internal sealed class QuotedScalar(string text, SectionSpan span) : YamlScalar(text, span)
{
    public override bool IsPlain => false;
}

/// <summary>An entry of a mapping.</summary>
internal readonly struct YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public YamlNode Value { get; } = value;
}

/// <summary>A mapping; no key is in it twice.</summary>
internal sealed class YamlMapping(YamlEntry[] entries, SectionSpan span) : YamlNode(span)
{
    public YamlEntry[] Entries { get; } = entries;

    public override string Kind => Entries.Length == 0 ? "an empty mapping" : "a mapping";

    /// <summary>The value of a key, or null where it is not there.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value;
            }
        }
        return null;
    }
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(List<YamlNode> items, SectionSpan span) : YamlNode(span)
{
    public List<YamlNode> Items { get; } = items;

    public override string Kind => Items.Count == 0 ? "an empty list" : "a list";
}
