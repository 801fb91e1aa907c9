using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Deeds as nouns: "creation of orders", "configuration of a consent agreement", and headings such as "Order management".</summary>
internal static class NominalRules
{
    private const int MostWords = 3;

    /// <summary>Nouns of deeds whose object is kept.</summary>
    private static readonly HashSet<string> Deeds = new(
        ["creation", "registration", "management", "administration", "configuration", "modification", "deletion", "removal", "maintenance", "approval", "submission", "cancellation", "termination", "archiving", "archival", "editing", "update", "updation", "withdrawal", "renewal", "assignment"],
        StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is not (SentenceKind.Code or SentenceKind.TableHeader)))
        {
            foreach (var clause in Clauses.Of(place))
            {
                var tokens = Token.Of(clause);
                FindOf(tokens, place, reading, findings);
                if (place.Sentence.Kind == SentenceKind.Heading)
                {
                    FindBefore(tokens, place, reading, findings);
                }
            }
        }
    }

    private static void FindOf(IReadOnlyList<Token> tokens, Place place, Reading reading, Findings findings)
    {
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (Deeds.Contains(Singular.Of(tokens[at].Lower)) && tokens[at + 1].Lower is "of" or "to" or "for")
            {
                foreach (var thing in NounPhrase.ListAt(tokens, at + 2).Select(reading.Shortest).Where(thing => !thing.IsNone))
                {
                    findings.Suggest(thing, 2, place.Id);
                }
            }
        }
    }

    /// <summary>In a heading the thing stands before the deed.</summary>
    private static void FindBefore(IReadOnlyList<Token> tokens, Place place, Reading reading, Findings findings)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            if (!Deeds.Contains(Singular.Of(tokens[at].Lower)))
            {
                continue;
            }
            var from = at;
            while (from > 0 && at - from < MostWords && tokens[from - 1].IsWord && !char.IsDigit(tokens[from - 1].Text[0]) && !WordLists.Ends.Contains(tokens[from - 1].Lower))
            {
                from--;
            }
            findings.Suggest(reading.Shortest(NounPhrase.Clean(tokens.Skip(from).Take(at - from).Select(token => token.Text))), 2, place.Id);
            return;
        }
    }
}
