namespace Archiet.Draft.Prose;

/// <summary>Dots that end a word and no sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Words that go on whatever follows.</summary>
    private static readonly HashSet<string> Always = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "eg", "ie", "vs", "cf", "viz", "approx", "mr", "mrs", "ms", "dr", "prof", "st", "messrs", "resp", "incl", "excl", "esp", "z.b", "d.h", "u.a", "bzw", "p.ej", "c-à-d",
    };

    /// <summary>Words that go on where a number follows.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "nos", "nr", "fig", "figs", "sec", "sect", "art", "ch", "chap", "p", "pp", "par", "para", "vol", "ver", "v", "rev", "eq", "ref", "req", "tab", "ex", "op", "min", "max", "ca",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>Whether the dot at a place belongs to its word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="dot">Where the dot is.</param>
    /// <param name="next">What the next word begins with.</param>
    public static bool EndAt(string text, int start, int dot, char next)
    {
        var word = WordBefore(text, start, dot);
        if (word.Length == 0)
        {
            return false;
        }
        var lookup = Always.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbers = BeforeNumbers.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.Contains(word)
            || (char.IsDigit(next) && numbers.Contains(word))
            || IsInitial(word)
            || (dot - word.Length == start && word.IndexOfAnyExceptInRange('0', '9') < 0);
    }

    /// <summary>Capitals with dots between: <c>J</c>, <c>U.S</c>.</summary>
    private static bool IsInitial(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (at % 2 == 0 ? !char.IsUpper(word[at]) : word[at] != '.')
            {
                return false;
            }
        }
        return word.Length % 2 == 1;
    }

    private static ReadOnlySpan<char> WordBefore(string text, int start, int dot)
    {
        var from = dot;
        while (from > start && dot - from < 24 && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '[' or '"' or '“' or ',' or ';' or ':'))
        {
            from--;
        }
        return text.AsSpan(from, dot - from);
    }
}
