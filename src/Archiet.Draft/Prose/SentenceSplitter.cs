namespace Archiet.Draft.Prose;

/// <summary>Cuts a paragraph into sentences. In doubt it does not cut: two sentences in one lose nothing, half a sentence says something else.</summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences, with how many line breaks stand before each.</summary>
    public static IEnumerable<(string Text, int Line)> Split(string text)
    {
        var (start, line) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var end = EndAt(text, start, at);
            if (end > at)
            {
                yield return (text[start..end], line);
                line += text.AsSpan(start, end - start).Count('\n');
                start = end;
                at = end - 1;
                while (start < text.Length && char.IsWhiteSpace(text[start]))
                {
                    line += text[start] == '\n' ? 1 : 0;
                    start++;
                }
            }
        }
        if (start < text.Length)
        {
            yield return (text[start..], line);
        }
    }

    /// <summary>Where the sentence ends whose last mark may stand at a place, or zero.</summary>
    private static int EndAt(string text, int start, int at)
    {
        var mark = text[at];
        if (mark is '。' or '！' or '？')
        {
            return AfterClosing(text, at + 1);
        }
        if (mark is not ('.' or '!' or '?'))
        {
            return 0;
        }
        var end = AfterClosing(text, at + 1);
        if (end == text.Length || !char.IsWhiteSpace(text[end]))
        {
            return 0;
        }
        var next = NextWord(text, end);
        if (next == text.Length || !BeginsSentence(text[next]))
        {
            return 0;
        }
        return mark == '.' && (IsEllipsis(text, at) || Abbreviations.EndAt(text, start, at, text[next])) ? 0 : end;
    }

    private static bool IsEllipsis(string text, int at) => (at > 0 && text[at - 1] == '.') || (at + 1 < text.Length && text[at + 1] == '.');

    private static bool BeginsSentence(char letter) => char.IsUpper(letter) || char.IsDigit(letter) || letter is '"' or '“' or '\'' or '‘' or '(' or '[' or '«' or '<' || (letter > 0x7F && char.IsLetter(letter) && !char.IsLower(letter)) || char.IsSurrogate(letter);

    private static int AfterClosing(string text, int at)
    {
        while (at < text.Length && text[at] is '.' or '!' or '?' or '"' or '”' or '\'' or '’' or ')' or ']' or '»')
        {
            at++;
        }
        return at;
    }

    private static int NextWord(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
        return at;
    }
}
