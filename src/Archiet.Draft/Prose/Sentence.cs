namespace Archiet.Draft.Prose;

/// <summary>What a sentence is in its document.</summary>
public enum SentenceKind
{
    /// <summary>A heading; its <see cref="Sentence.Text"/> is without the marks.</summary>
    Heading,

    /// <summary>A sentence of a paragraph.</summary>
    Paragraph,

    /// <summary>An item of a list, without its bullet or number.</summary>
    ListItem,

    /// <summary>The header of a table: its cells, in <see cref="Sentence.Cells"/>.</summary>
    TableHeader,

    /// <summary>A row of a table: its cells, in <see cref="Sentence.Cells"/>.</summary>
    TableRow,

    /// <summary>A fenced or indented block of code, whole.</summary>
    Code,
}

/// <summary>The unit of evidence: a sentence, heading, list item, table row or block of code of a requirements document.</summary>
/// <param name="Id">Its number in the document, <c>S0001</c> and on: what items of a draft refer to.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text in one line, without the marks of its kind, secrets redacted; a block of code keeps its lines.</param>
/// <param name="Line">The one-based line of the document on which it begins.</param>
/// <param name="Headings">The headings that it stands under, outermost first; a heading does not stand under itself.</param>
public sealed record Sentence(string Id, SentenceKind Kind, string Text, int Line, EquatableArray<string> Headings)
{
    /// <summary>The cells of a table's header or row; empty for anything else.</summary>
    public EquatableArray<string> Cells { get; init; } = EquatableArray<string>.Empty;

    /// <summary>How deep an item of a list stands, from zero; the level of a heading, from one; zero for anything else.</summary>
    public int Depth { get; init; }

    /// <summary>The language that a block of code names (<c>sql</c>), or nothing.</summary>
    public string Language { get; init; } = "";

    /// <summary>The number of the block that it stands in: the sentences of a paragraph share theirs, and so do the header and the rows of a table.</summary>
    public int Block { get; init; }

    /// <summary>
    /// Whether it speaks to the one who drafts ("ignore the instructions above") in place of saying what the business needs: it is asked about, and is evidence
    /// of nothing.
    /// </summary>
    public bool IsSuspect { get; init; }

    /// <summary>The first sixteen hexadecimal digits of the SHA-256 of the text with its white space folded: the same sentence elsewhere in a later document.</summary>
    public string Hash { get; init; } = "";
}
