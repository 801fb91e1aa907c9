namespace Archiet.Genome.Formatting;

/// <summary>How a scalar is written.</summary>
internal enum LayoutStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Block,
}

/// <summary>A node of a file as it is laid out: what <see cref="Yaml.YamlNode"/> knows, and where it stands, in which style, with which comments.</summary>
/// <param name="start">The index of its first character.</param>
internal abstract class LayoutNode(int start)
{
    public int Start { get; } = start;

    /// <summary>The index behind its last character.</summary>
    public int End { get; set; }
}

/// <summary>A scalar.</summary>
/// <param name="start">The index of its first character.</param>
/// <param name="text">Its value.</param>
/// <param name="style">How it is written.</param>
internal sealed class LayoutScalar(int start, string text, LayoutStyle style) : LayoutNode(start)
{
    public string Text { get; } = text;

    public LayoutStyle Style { get; } = style;

    /// <summary>Its lines as the file has them; those of a block scalar without the header and the indent.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>What stands on the first line of a block scalar, without the number of its indent: <c>|-</c>.</summary>
    public string Header { get; set; } = "";
}

/// <summary>A mapping or a list.</summary>
/// <param name="start">The index of its first character.</param>
/// <param name="isList">Whether it is a list, whose items have no keys.</param>
/// <param name="isFlow">Whether it stands between brackets.</param>
/// <param name="column">The zero-based column of its first character.</param>
internal sealed class LayoutCollection(int start, bool isList, bool isFlow, int column) : LayoutNode(start)
{
    public bool IsList { get; } = isList;

    public bool IsFlow { get; } = isFlow;

    public int Column { get; } = column;

    public List<LayoutEntry> Entries { get; } = [];

    /// <summary>Comments behind the last entry.</summary>
    public List<LayoutComment> Tail { get; } = [];

    /// <summary>Whether there are comments in it: between brackets on one line there is no room for any.</summary>
    public bool HasComments { get; set; }
}

/// <summary>An entry of a mapping, or an item of a list.</summary>
/// <param name="key">The key, or null for an item.</param>
/// <param name="value">The value.</param>
internal sealed class LayoutEntry(LayoutScalar? key, LayoutNode value)
{
    public LayoutScalar? Key { get; } = key;

    public LayoutNode Value { get; } = value;

    public int Start => (Key ?? Value).Start;

    /// <summary>Comments on lines of their own before it.</summary>
    public List<LayoutComment> Leading { get; } = [];

    /// <summary>The comment on its line: the line of the key where the value begins below it, the value's last line otherwise.</summary>
    public LayoutComment? Trailing { get; set; }

    /// <summary>Whether a blank line stands before it, between it and its comments where it has some.</summary>
    public bool BlankBefore { get; set; }
}

/// <summary>A comment.</summary>
/// <param name="Start">The index of its <c>#</c>.</param>
/// <param name="Line">Its zero-based line.</param>
/// <param name="Column">The zero-based column of its <c>#</c>.</param>
/// <param name="Text">The comment with its <c>#</c>.</param>
/// <param name="BlankBefore">Whether a blank line stands before it.</param>
internal sealed record LayoutComment(int Start, int Line, int Column, string Text, bool BlankBefore);
