using Archiet.Genome.Sections;

namespace Archiet.Genome.Yaml;

/// <summary>A node of a section's YAML, with its place.</summary>
internal abstract class YamlNode(SectionSpan span)
{
    public SectionSpan Span { get; } = span;

    /// <summary>What the node is, for a message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar: its text, and whether it stands without quotes.</summary>
internal sealed class YamlScalar(string text, bool isPlain, SectionSpan span) : YamlNode(span)
{
    public string Text { get; } = text;

    public bool IsPlain { get; } = isPlain;

    public override string Kind => ScalarKinds.Describe(this);
}

/// <summary>An entry of a mapping.</summary>
internal readonly struct YamlEntry(YamlScalar key, YamlNode value)
{
    public YamlScalar Key { get; } = key;

    public YamlNode Value { get; } = value;
}

/// <summary>A mapping; no key is in it twice.</summary>
internal sealed class YamlMapping(List<YamlEntry> entries, SectionSpan span) : YamlNode(span)
{
    public List<YamlEntry> Entries { get; } = entries;

    public override string Kind => Entries.Count == 0 ? "an empty mapping" : "a mapping";
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(List<YamlNode> items, SectionSpan span) : YamlNode(span)
{
    public List<YamlNode> Items { get; } = items;

    public override string Kind => Items.Count == 0 ? "an empty list" : "a list";
}
