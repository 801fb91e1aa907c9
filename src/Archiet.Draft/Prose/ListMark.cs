namespace Archiet.Draft.Prose;

/// <summary>The marks that begin an item of a list: bullets, and numbers with a dot or a bracket.</summary>
internal static class ListMark
{
    private const int MostDigits = 9;

    /// <summary>Where the text of an item begins, or zero where a text begins with no mark.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the mark would stand.</param>
    public static int End(string text, int from)
    {
        var at = from;
        if (at < text.Length && text[at] is '-' or '*' or '+' or '•' or '◦' or '▪')
        {
            at++;
        }
        else
        {
            while (at < text.Length && at - from < MostDigits && char.IsAsciiDigit(text[at]))
            {
                at++;
            }
            if (at == from || at == text.Length || text[at] is not ('.' or ')'))
            {
                return 0;
            }
            at++;
        }
        return at == text.Length ? at : text[at] is ' ' or '\t' ? SkipBlanks(text, at) : 0;
    }

    /// <summary>Where the text behind a box to tick begins.</summary>
    public static int SkipBox(string text, int at) =>
        at + 3 <= text.Length && text[at] == '[' && text[at + 1] is ' ' or 'x' or 'X' && text[at + 2] == ']' && (at + 3 == text.Length || text[at + 3] == ' ') ? SkipBlanks(text, at + 3) : at;

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }
        return at;
    }
}
