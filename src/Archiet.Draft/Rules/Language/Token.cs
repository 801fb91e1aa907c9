namespace Archiet.Draft.Rules.Language;

/// <summary>A word or a mark of a sentence.</summary>
/// <param name="Text">It as it is written.</param>
/// <param name="Start">Where it begins in its sentence.</param>
internal readonly record struct Token(string Text, int Start)
{
    /// <summary>It in small letters.</summary>
    public string Lower { get; } = Text.ToLowerInvariant();

    /// <summary>Whether it is a word or a number.</summary>
    public bool IsWord => char.IsLetterOrDigit(Text[0]);

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapital => char.IsUpper(Text[0]);

    /// <summary>The tokens of a text.</summary>
    public static IReadOnlyList<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var start = at++;
            if (char.IsLetterOrDigit(text[start]))
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '_' or '-' or '\'' or '’' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))))
                {
                    at++;
                }
            }
            tokens.Add(new Token(text[start..at], start));
        }
        return tokens;
    }
}
