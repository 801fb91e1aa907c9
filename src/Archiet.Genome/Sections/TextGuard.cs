namespace Archiet.Genome.Sections;

/// <summary>Finds characters that no genome needs and that readers, editors and compilers understand differently.</summary>
internal static class TextGuard
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    private const char NextLine = '\u0085';
    private const char ByteOrderMark = '\uFEFF';
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    // What readers put in the place of bytes that are no UTF-8: the text that was meant is lost.
    private const char Replacement = '\uFFFD';

    /// <summary>The index of the first control character, lone surrogate, exotic line break or mark of bytes that were no text, or -1.</summary>
    public static int IndexOfForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F' or '\n' or '\r' or '\t')
            {
                continue;
            }
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            if (char.IsControl(c) || char.IsSurrogate(c) || c is NextLine or ByteOrderMark or LineSeparator or ParagraphSeparator or Replacement)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>The place of the first tab among the blanks that a line begins with, or null.</summary>
    public static SectionSpan? FindIndentingTab(string text)
    {
        var line = 1;
        for (var start = 0; start < text.Length; line++)
        {
            var at = start;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }
            if (at < text.Length && text[at] == '\t')
            {
                return new(line, at - start + 1, line, at - start + 2);
            }
            var end = text.IndexOfAny(LineEnds, at);
            start = end < 0 ? text.Length : end + 1;
            if (end >= 0 && text[end] == '\r' && start < text.Length && text[start] == '\n')
            {
                start++;
            }
        }
        return null;
    }
}
