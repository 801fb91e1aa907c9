namespace Archiet.Draft.Rules.Language;

/// <summary>Names of things in a sentence, without a grammar: words up to one that ends a name.</summary>
internal static class NounPhrase
{
    private const int MostWords = 4;

    /// <summary>The things named from a place on: one, or several joined by commas, slashes, <c>and</c> and <c>or</c>.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="from">The token to begin at.</param>
    public static List<Term> ListAt(IReadOnlyList<Token> tokens, int from)
    {
        var terms = new List<Term>();
        for (var at = from; at < tokens.Count;)
        {
            var (words, end) = WordsAt(tokens, at);
            if (Clean(words) is { IsNone: false } term)
            {
                terms.Add(term);
            }
            if (words.Count == 0 || !IsJoint(tokens, end))
            {
                break;
            }
            at = end + 1;
            while (at < tokens.Count && IsJoint(tokens, at))
            {
                at++;
            }
            if (at < tokens.Count && Verbs.BaseOf(tokens[at].Lower) is not null && terms.Count > 0 && !tokens[at].IsCapital)
            {
                break;
            }
        }
        return terms;
    }

    /// <summary>The words of the name at a place, without what says which, and where it ends.</summary>
    public static (List<string> Words, int End) WordsAt(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && WordLists.Determiners.Contains(tokens[at].Lower))
        {
            at++;
        }
        var words = new List<string>();
        while (at < tokens.Count && tokens[at].IsWord && !char.IsDigit(tokens[at].Text[0]) && words.Count < MostWords && !WordLists.Ends.Contains(tokens[at].Lower) && !(words.Count > 0 && BeginsAnother(tokens[at].Lower, words[^1])))
        {
            words.Add(tokens[at].Text);
            at++;
        }
        return (words, at);
    }

    /// <summary>Behind a noun a participle says something of it (<c>policies associated with ...</c>), and a determiner begins another name.</summary>
    private static bool BeginsAnother(string word, string before) => word is "the" or "a" or "an" or "all" or "each" or "every" or "any" or "their" or "its"
        || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !before.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>The thing that words name: without adjectives before it and without what only shows it behind it. Nothing, where no thing is left.</summary>
    public static Term Clean(IEnumerable<string> written)
    {
        var words = written.SelectMany(word => word.Contains('_', StringComparison.Ordinal) || word.Any(char.IsUpper) && word.Any(char.IsLower) ? Term.SplitWords(Possessive(word)) : [Possessive(word)]).ToList();
        while (words.Count > 0 && IsBefore(words))
        {
            words.RemoveAt(0);
        }
        while (words.Count > 1 && IsAspect(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count > 3)
        {
            words.RemoveRange(0, words.Count - 3);
        }
        var term = Term.Of(words);
        return term.IsNone || (words.Count == 1 && IsNoThing(term.Key)) || term.Key.Length < 3 ? Term.None : term;
    }

    /// <summary>Whether a single word names no thing that is kept.</summary>
    public static bool IsNoThing(string word) => WordLists.Generic.Contains(word) || WordLists.Adjectives.Contains(word) || WordLists.Determiners.Contains(word) || WordLists.Ends.Contains(word) || word.All(char.IsDigit) || IsAbstract(word) || Verbs.IsPure(word);

    /// <summary>Qualities and conditions, which nobody keeps rows of.</summary>
    private static bool IsAbstract(string word) =>
        word.EndsWith("ness", StringComparison.Ordinal) && word != "business"
        || word.EndsWith("ability", StringComparison.Ordinal)
        || (word.EndsWith("ship", StringComparison.Ordinal) && word is not ("membership" or "scholarship" or "internship" or "ship" or "sponsorship" or "partnership" or "apprenticeship"));

    private static bool IsBefore(List<string> words)
    {
        var first = words[0].ToLowerInvariant();
        return WordLists.Determiners.Contains(first) || (words.Count > 1 && Verbs.IsPure(first)) || WordLists.Adjectives.Contains(first) || (words.Count > 1 && first.Length > 4 && first.EndsWith("ed", StringComparison.Ordinal) && !words[0].Any(char.IsUpper));
    }

    private static bool IsAspect(string word) => WordLists.Aspects.Contains(Singular.Of(word.ToLowerInvariant()));

    private static bool IsJoint(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && (tokens[at].Text is "," or "/" or "&" || tokens[at].Lower is "and" or "or");

    private static string Possessive(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
}
