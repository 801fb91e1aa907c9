namespace Archiet.Draft.Rules.Language;

/// <summary>What is done to what: the verbs of a clause and the things that they are done to.</summary>
/// <param name="Verbs">The verbs, in their base form.</param>
/// <param name="Things">The things.</param>
internal sealed record Deed(IReadOnlyList<string> Verbs, IReadOnlyList<Term> Things)
{
    private const int MostBetween = 3;

    /// <summary>Words that end the clause that says what is done: behind them stands why.</summary>
    private static readonly HashSet<string> Reasons = new(["so", "because", "in", "when", "if", "unless", "until", "without", "while", "but", "during", "before", "after"], StringComparer.Ordinal);

    /// <summary>The deed at a place, or null where no known verb stands there.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="from">Where the verb stands, or one of a few words before it.</param>
    public static Deed? At(IReadOnlyList<Token> tokens, int from)
    {
        var at = FirstVerb(tokens, from);
        if (at < 0)
        {
            return null;
        }
        var verbs = new List<string>();
        var past = at;
        for (; at < tokens.Count; at++)
        {
            var lower = tokens[at].Lower;
            if (lower is "," or "/" or "and" or "or" or "&" or "(" or ")" or "to")
            {
                continue;
            }
            if (Language.Verbs.BaseOf(lower) is not { } verb || (verbs.Count > 0 && IsThing(tokens, at, past)))
            {
                break;
            }
            verbs.Add(verb);
            past = at + 1;
        }
        return new Deed([.. verbs.Distinct()], NounPhrase.ListAt(tokens, past));
    }

    /// <summary>A verb may be a noun, too: <c>create order</c>, <c>view report</c>. It is one where it follows a verb directly and ends the name.</summary>
    private static bool IsThing(IReadOnlyList<Token> tokens, int at, int past) => at == past && at > 0 && tokens[at - 1].IsWord && tokens[at - 1].Lower is not ("and" or "or" or "to");

    private static int FirstVerb(IReadOnlyList<Token> tokens, int from)
    {
        for (var at = from; at < tokens.Count && at <= from + MostBetween; at++)
        {
            if (Language.Verbs.BaseOf(tokens[at].Lower) is not null)
            {
                return at;
            }
            if (Reasons.Contains(tokens[at].Lower) || tokens[at].Text is "." or ":" or ";")
            {
                return -1;
            }
        }
        return -1;
    }
}
