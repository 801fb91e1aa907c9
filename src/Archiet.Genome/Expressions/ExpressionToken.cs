namespace Archiet.Genome.Expressions;

internal enum TokenKind
{
    End,
    Name,
    Number,
    Text,
    Operator,
}

/// <summary>A word of an expression. Of a text <paramref name="Value"/> is what its escapes stand for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The word; of a number without its needless noughts left as written.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="IsVerbatim">Of a text: whether every character of the value stands as it is, one behind the opening quotation mark.</param>
internal readonly record struct ExpressionToken(TokenKind Kind, string Value, TextRange Range, bool IsVerbatim = false)
{
    public bool Is(string text) => Kind == TokenKind.Operator && Value == text;
}
