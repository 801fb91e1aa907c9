namespace Archiet.Draft.Prose;

/// <summary>A line of a document, without the marks of the quotation that it stands in.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Number">Its one-based number in the document.</param>
/// <param name="IsQuoted">Whether it stands in a quotation.</param>
internal readonly record struct ProseLine(string Text, int Number, bool IsQuoted)
{
    private const int TabWidth = 4;

    /// <summary>Whether nothing is on it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>How many columns of white space it begins with.</summary>
    public int Indent => ColumnsOf(Text);

    /// <summary>How many columns the white space takes that a text begins with.</summary>
    public static int ColumnsOf(string text)
    {
        var columns = 0;
        foreach (var letter in text)
        {
            if (letter == '\t')
            {
                columns += TabWidth - (columns % TabWidth);
            }
            else if (letter == ' ')
            {
                columns++;
            }
            else
            {
                break;
            }
        }
        return columns;
    }

    /// <summary>A text without so many columns of the white space that it begins with.</summary>
    public static string Outdent(string text, int columns)
    {
        var (at, column) = (0, 0);
        while (at < text.Length && column < columns && text[at] is ' ' or '\t')
        {
            column += text[at] == '\t' ? TabWidth - (column % TabWidth) : 1;
            at++;
        }
        return text[at..];
    }
}
