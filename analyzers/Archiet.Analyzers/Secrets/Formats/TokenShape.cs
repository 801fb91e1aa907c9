using System.Globalization;

namespace Archiet.Analyzers.Secrets;

/// <summary>
/// The shape of a token, written as the token is: characters stand for themselves, and <c>{u20}</c> or <c>{d8-14}</c> for so many characters of an alphabet of
/// <see cref="CharClass"/>. A <c>^</c> stands before the part that is secret, where that is not the whole. Read from left to right once: no backtracking.
/// </summary>
internal sealed class TokenShape
{
    private readonly Piece[] pieces;
    private readonly int markPiece;
    private readonly int secretPiece;

    /// <param name="shape">The shape.</param>
    public TokenShape(string shape)
    {
        var parsed = new List<Piece>();
        for (var at = 0; at < shape.Length;)
        {
            if (shape[at] == '^')
            {
                secretPiece = parsed.Count;
                at++;
                continue;
            }
            var end = shape[at] == '{' ? shape.IndexOf('}', at) : shape.IndexOfAny(['{', '^'], at);
            end = end < 0 ? shape.Length : end;
            parsed.Add(shape[at] == '{' ? Drawn(shape.Substring(at + 1, end - at - 1)) : new Piece(shape.Substring(at, end - at), null, 0, 0));
            at = shape[at] == '{' ? end + 1 : end;
        }
        pieces = [.. parsed];
        markPiece = Array.FindIndex(pieces, piece => piece.Literal?.Length > 1);
        Mark = markPiece < 0 ? "" : pieces[markPiece].Literal!;
    }

    /// <summary>The characters that give such a token away; empty when there are none.</summary>
    public string Mark { get; }

    /// <summary>Whether the mark is what the token starts with.</summary>
    public bool StartsWithMark => markPiece == 0;

    /// <summary>The token around a mark that stands at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">Where the mark is.</param>
    public TokenMatch? MatchAround(string text, int mark)
    {
        var start = mark;
        if (markPiece == 1)
        {
            while (mark - start < pieces[0].Most && start > 0 && pieces[0].Letters!.Has(text[start - 1]))
            {
                start--;
            }
            if (mark - start < pieces[0].Least)
            {
                return null;
            }
        }
        return start > 0 && CharClass.IsAlphanumeric(text[start - 1]) ? null : MatchFrom(text, start, mark);
    }

    /// <summary>The token that starts at a position.</summary>
    public TokenMatch? MatchFrom(string text, int start) => MatchFrom(text, start, start);

    private TokenMatch? MatchFrom(string text, int start, int mark)
    {
        var (at, secret) = (mark, secretPiece == 0 ? start : mark);
        for (var i = Math.Max(markPiece, 0); i < pieces.Length; i++)
        {
            secret = i == secretPiece && i > 0 ? at : secret;
            var length = pieces[i].LengthAt(text, at, i + 1 < pieces.Length ? pieces[i + 1].Literal : null);
            if (length < 0)
            {
                return null;
            }
            at += length;
        }
        return at < text.Length && GoesOn(text[at]) ? null : new TokenMatch(start, at, secret);
    }

    /// <summary>Whether the token would be longer than its shape: its alphabet, or the word, goes on.</summary>
    private bool GoesOn(char next) =>
        CharClass.IsAlphanumeric(next) || next == '_' || (pieces[pieces.Length - 1] is { Letters: { } letters } && letters.Has(next));

    private static Piece Drawn(string text)
    {
        var dash = text.IndexOf('-');
        var least = int.Parse(dash < 0 ? text.Substring(1) : text.Substring(1, dash - 1), CultureInfo.InvariantCulture);
        return new Piece(null, CharClass.Named(text[0]), least, dash < 0 ? least : int.Parse(text.Substring(dash + 1), CultureInfo.InvariantCulture));
    }

    /// <summary>Characters that stand for themselves, or so many of an alphabet.</summary>
    private sealed record Piece(string? Literal, bool[]? Letters, int Least, int Most)
    {
        /// <summary>How much of the text from a position is this piece; below zero when it is not. One of a variable length ends where the literal that follows it starts.</summary>
        public int LengthAt(string text, int at, string? next)
        {
            if (Literal is not null)
            {
                return string.CompareOrdinal(text, at, Literal, 0, Literal.Length) == 0 ? Literal.Length : -1;
            }
            var length = 0;
            while (length < Most && at + length < text.Length && Letters!.Has(text[at + length]))
            {
                if (length >= Least && next is not null && string.CompareOrdinal(text, at + length, next, 0, next.Length) == 0)
                {
                    return length;
                }
                length++;
            }
            return length >= Least ? length : -1;
        }
    }
}

/// <summary>A token in a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Secret">Where the part starts that is secret.</param>
internal readonly record struct TokenMatch(int Start, int End, int Secret);
