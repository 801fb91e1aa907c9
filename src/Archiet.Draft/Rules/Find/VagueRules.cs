using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Questions;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Words that two developers would build differently: lists without an end, what is not decided, two readings of one word, and conditions that nobody says. Qualities
/// without a figure ("fast") are asked by the merge, for every drafter.</summary>
internal static partial class VagueRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Finds them: a question for each sentence, about the first such word of each kind.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem or SentenceKind.TableRow))
        {
            Ask(Undecided(), QuestionCodes.Scope, "is marked as '{0}': what is decided?", place, findings);
            Ask(Endless(), QuestionCodes.Scope, "ends with '{0}': what else belongs to it?", place, findings);
            Ask(Either(), QuestionCodes.Rule, "says '{0}': is it one, the other, or both?", place, findings);
            Ask(Unsaid(), QuestionCodes.Rule, "says '{0}': what exactly must hold?", place, findings);
        }
    }

    private static void Ask(Regex words, string code, string what, Place place, Findings findings)
    {
        if (words.Match(place.Text) is { Success: true } match)
        {
            var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, what, match.Value.Trim());
            findings.Add(new QuestionItem(code, About(place, findings), $"Sentence {place.Id} {said}", EquatableArray<string>.Empty, Basis.Assumed, place.Alone));
        }
    }

    /// <summary>The entity that the sentence names, if there is one only.</summary>
    private static string About(Place place, Findings findings)
    {
        var words = Language.Token.Of(place.Text).Where(token => token.IsWord).Select(token => Singular.Of(token.Lower)).ToHashSet(StringComparer.Ordinal);
        var named = findings.EntitiesIn(words).Take(2).ToList();
        return named.Count == 1 ? named[0].Term.Shown : "";
    }

    [GeneratedRegex(@"\b(TBD|TBC|TODO|to be (decided|determined|defined|confirmed|discussed)|not yet (decided|defined|clear)|open question|pending decision)\b|\?\?+", Options)]
    private static partial Regex Undecided();

    [GeneratedRegex(@"\b(etc|and so on|and so forth|and more|and others|among others|such as but not limited to|including but not limited to)\b\.?", Options)]
    private static partial Regex Endless();

    [GeneratedRegex(@"\band/or\b", Options)]
    private static partial Regex Either();

    [GeneratedRegex(@"\b(suitable|if (necessary|needed|possible|required|applicable)|as (needed|required|necessary|appropriate)|where (possible|applicable|appropriate)|flexible|properly|normally|usually|generally|typically|in most cases|relevant (data|information|reports?|fields?|users?))\b", Options)]
    private static partial Regex Unsaid();
}
