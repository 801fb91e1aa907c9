using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Sentences that say what somebody may or must be able to do, and lines that begin with what is done.</summary>
internal static class ModalRules
{
    private const int MostSubject = 8;

    private static readonly HashSet<string> Modals = new(["can", "may", "must", "shall", "should", "will"], StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is not (SentenceKind.Code or SentenceKind.TableHeader)))
        {
            foreach (var clause in Clauses.Of(place))
            {
                Find(Token.Of(clause), place, reading, findings);
            }
        }
    }

    private static void Find(IReadOnlyList<Token> tokens, Place place, Reading reading, Findings findings)
    {
        var modal = IndexOfModal(tokens);
        if (modal > 0)
        {
            FindModal(tokens, modal, place, reading, findings);
        }
        else if (tokens.Count > 1 && place.Sentence.Kind != SentenceKind.Heading && Verbs.BaseOf(tokens[0].Lower) is { } first && (first == tokens[0].Lower || tokens[0].Lower.EndsWith("ing", StringComparison.Ordinal)) && Deed.At(tokens, 0) is { } deed)
        {
            DeedNotes.Add(deed, RoleAbove(place, reading, findings), place, Basis.Implied, reading, findings);
        }
        else
        {
            FindPlain(tokens, place, reading, findings);
        }
    }

    /// <summary>"A clerk creates an order", "wants to update the order": a verb of keeping behind its subject.</summary>
    private static void FindPlain(IReadOnlyList<Token> tokens, Place place, Reading reading, Findings findings)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (Verbs.BaseOf(tokens[at].Lower) is { } verb && Verbs.IsKeeping(verb) && (tokens[at - 1].Lower == "to" || (tokens[at].Lower.EndsWith('s') && tokens[at].Lower != verb && tokens[at - 1].IsWord && IsName(tokens, at + 1))) && Deed.At(tokens, at) is { } deed)
            {
                var subjects = tokens[at - 1].Lower == "to" || at > MostSubject ? [] : Subjects(tokens, at, reading, findings);
                var role = subjects.Count == 1 ? subjects[0] : Term.None;
                findings.AddRole(role, "", Basis.Implied, place.Alone);
                DeedNotes.Add(deed, role, place, Basis.Implied, reading, findings, isPassing: true);
            }
        }
    }

    /// <summary>Behind a verb stands what it is done to; behind a plural that looks as one, something else.</summary>
    private static bool IsName(IReadOnlyList<Token> tokens, int at) => WordLists.Determiners.Contains(tokens[at].Lower) || (tokens[at].IsWord && !WordLists.Ends.Contains(tokens[at].Lower));

    private static void FindModal(IReadOnlyList<Token> tokens, int modal, Place place, Reading reading, Findings findings)
    {
        if (modal + 1 < tokens.Count && tokens[modal + 1].Lower is "not" or "never")
        {
            return;
        }
        var from = modal + 1;
        while (from < tokens.Count && tokens[from].Lower is "be" or "able" or "possible" or "to" or "also" or "only" or "allowed" or "permitted" or "have" or "the" or "ability" or "option")
        {
            from++;
        }
        if (Deed.At(tokens, from) is not { } deed || IsPassive(tokens, modal))
        {
            return;
        }
        var basis = tokens[modal].Lower is "can" or "may" ? Basis.Stated : Basis.Implied;
        var subjects = Subjects(tokens, modal, reading, findings);
        foreach (var role in subjects)
        {
            findings.AddRole(role, "", Basis.Implied, place.Alone);
            DeedNotes.Add(deed, role, place, basis, reading, findings);
        }
        if (subjects.Count == 0)
        {
            DeedNotes.Add(deed, IsImpersonal(tokens) ? RoleAbove(place, reading, findings) : Term.None, place, basis, reading, findings);
        }
        else if (subjects.Count == 1)
        {
            FindMore(tokens, from + 1, subjects[0], place, basis, reading, findings);
        }
    }

    /// <summary>What else the same subject may do: "search the catalogue and reserve books".</summary>
    private static void FindMore(IReadOnlyList<Token> tokens, int from, Term role, Place place, Basis basis, Reading reading, Findings findings)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (tokens[at - 1].Lower is "and" or "or" or "," && Verbs.BaseOf(tokens[at].Lower) == tokens[at].Lower && Deed.At(tokens, at) is { } deed)
            {
                DeedNotes.Add(deed, role, place, basis, reading, findings);
            }
        }
    }

    private static bool IsImpersonal(IReadOnlyList<Token> tokens) => tokens[0].Lower == "it";

    /// <summary>"Orders must be approved": the thing stands before, and nobody is said to do it.</summary>
    private static bool IsPassive(IReadOnlyList<Token> tokens, int modal) => modal + 2 < tokens.Count && tokens[modal + 1].Lower == "be" && tokens[modal + 2].Lower is not ("able" or "possible" or "allowed" or "permitted");

    private static int IndexOfModal(IReadOnlyList<Token> tokens)
    {
        for (var at = 1; at < tokens.Count && at <= MostSubject; at++)
        {
            if (Modals.Contains(tokens[at].Lower) || (tokens[at].Lower is "is" or "are" && at + 2 < tokens.Count && tokens[at + 1].Lower is "able" or "allowed" or "permitted"))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>One word in the plural that begins the sentence and is nothing that is kept: who does something as a rule.</summary>
    private static bool IsLikePeople(List<string> words, Term term, Findings findings) =>
        words.Count == 1 && char.IsUpper(words[0][0]) && words[0][^1] == 's' && !term.Key.Equals(words[0], StringComparison.OrdinalIgnoreCase) && findings.Find(term) is null && !NounPhrase.IsNoThing(term.Key) && !WordLists.Aspects.Contains(term.Key);

    /// <summary>Who does it: known roles, or words for people.</summary>
    private static List<Term> Subjects(IReadOnlyList<Token> tokens, int modal, Reading reading, Findings findings)
    {
        var subjects = new List<Term>();
        var words = new List<string>();
        foreach (var token in tokens.Take(modal).Append(new Token(",", 0)))
        {
            if (token.IsWord && token.Lower is not ("and" or "or"))
            {
                words.Add(token.Text);
                continue;
            }
            var term = RoleNames.Of(string.Join(' ', words), reading);
            if (!term.IsNone && (findings.IsRole(term) || RoleNames.IsPerson(term) || IsLikePeople(words, term, findings)))
            {
                subjects.Add(term);
            }
            words.Clear();
        }
        return [.. subjects.Distinct()];
    }

    /// <summary>The role that a heading or a leading line is about.</summary>
    private static Term RoleAbove(Place place, Reading reading, Findings findings)
    {
        foreach (var above in place.Above)
        {
            var tokens = Token.Of(above);
            var words = tokens.Where(token => token.IsWord).Select(token => token.Text).ToList();
            foreach (var role in findings.Roles.OrderByDescending(role => role.Name.Length))
            {
                if (Contains(words, Term.Of(reading.Acronyms.GetValueOrDefault(role.Name, role.Name)).Words))
                {
                    return Term.Of(role.Name);
                }
            }
        }
        return Term.None;
    }

    private static bool Contains(List<string> words, string[] role)
    {
        for (var at = 0; at + role.Length <= words.Count; at++)
        {
            if (role.Select((word, offset) => Singular.Of(words[at + offset].ToLowerInvariant()) == Singular.Of(word)).All(same => same))
            {
                return true;
            }
        }
        return false;
    }
}
