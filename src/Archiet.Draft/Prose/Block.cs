namespace Archiet.Draft.Prose;

/// <summary>A block of a document before it is cut into sentences.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its lines, joined by <c>\n</c>, without the marks of its kind but with those inside of its text.</param>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Number">Its number: a table's header and rows share theirs.</param>
/// <param name="Depth">The level of a heading, from one; how deep an item of a list stands, from zero.</param>
internal sealed record Block(SentenceKind Kind, string Text, int Line, int Number, int Depth = 0)
{
    /// <summary>The cells of a table's header or row, as they are written.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>The language that a block of code names.</summary>
    public string Language { get; init; } = "";
}
