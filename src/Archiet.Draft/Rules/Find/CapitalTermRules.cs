using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>
/// Terms of several words that a document writes with capitals in the middle of its sentences, as <c>Consent Agreement</c>: it means something of its own by them. And
/// words before <c>record</c>, as in "the invoice record": what has records is kept.
/// </summary>
internal static class CapitalTermRules
{
    private const int Often = 4;

    private static readonly HashSet<string> Products = new(
        ["system", "platform", "module", "application", "app", "block", "service", "software", "interface", "api", "kit", "portal", "page", "dashboard", "button", "view", "board", "tab", "protection", "regulation", "act", "law", "feature", "functionality", "handler", "team", "process", "framework", "case", "engine", "manager"],
        StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        var met = new Dictionary<Term, List<string>>();
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem or SentenceKind.TableRow))
        {
            foreach (var clause in Clauses.Of(place))
            {
                var tokens = Token.Of(clause);
                foreach (var term in CapitalTerms(tokens))
                {
                    Note(met, term, place.Id);
                }
                FindRecords(tokens, place, reading, findings);
            }
        }
        foreach (var (term, ids) in met.Where(one => one.Value.Count >= Often && !Products.Contains(one.Key.Head) && !findings.IsRole(one.Key) && !RoleNames.IsPerson(one.Key)))
        {
            foreach (var id in ids)
            {
                findings.Suggest(term, 1, id);
            }
        }
    }

    private static void Note(Dictionary<Term, List<string>> met, Term term, string id)
    {
        if (!met.TryGetValue(term, out var ids))
        {
            met.Add(term, ids = []);
        }
        if (ids.Count == 0 || ids[^1] != id)
        {
            ids.Add(id);
        }
    }

    private static void FindRecords(IReadOnlyList<Token> tokens, Place place, Reading reading, Findings findings)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (tokens[at].Lower is "record" or "records" && tokens[at - 1].IsWord && !WordLists.Ends.Contains(tokens[at - 1].Lower) && (at + 1 == tokens.Count || !tokens[at + 1].IsWord || WordLists.Ends.Contains(tokens[at + 1].Lower)))
            {
                var from = at - 1;
                while (from > 0 && at - from < 3 && tokens[from - 1].IsWord && !WordLists.Ends.Contains(tokens[from - 1].Lower) && !WordLists.Determiners.Contains(tokens[from - 1].Lower) && Verbs.BaseOf(tokens[from - 1].Lower) is null)
                {
                    from--;
                }
                var thing = reading.Shortest(NounPhrase.Clean(tokens.Skip(from).Take(at - from).Select(token => token.Text)));
                findings.Suggest(Verbs.BaseOf(thing.Key) is null ? thing : Term.None, 2, place.Id);
            }
        }
    }

    /// <summary>A capital and small letters: with more capitals it is a brand or a short form.</summary>
    private static bool IsPlainWord(string word) => word.Length > 2 && word.Skip(1).All(letter => char.IsLower(letter) || letter is '\'' or '’' or '-');

    /// <summary>Runs of two or three words with capitals that do not begin the clause.</summary>
    private static IEnumerable<Term> CapitalTerms(IReadOnlyList<Token> tokens)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            var end = at;
            while (end < tokens.Count && tokens[end].IsWord && tokens[end].IsCapital && IsPlainWord(tokens[end].Text))
            {
                end++;
            }
            if (end - at is 2 or 3)
            {
                var words = tokens.Skip(at).Take(end - at).Select(token => token.Text).ToList();
                if (NounPhrase.Clean(words) is { IsNone: false } term && term.Words.Length > 1)
                {
                    yield return term;
                }
            }
            at = Math.Max(at, end);
        }
    }
}
