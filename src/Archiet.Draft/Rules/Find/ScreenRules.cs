using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Screens that sentences name: "invoice list view", "the order detail page", "sales dashboard".</summary>
internal static partial class ScreenRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        var screens = new SortedDictionary<string, ScreenItem>(StringComparer.Ordinal);
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind != SentenceKind.Code))
        {
            foreach (Match match in Screen().Matches(place.Text))
            {
                var words = Token.Of(match.Groups[1].Value).Where(token => token.IsWord && !WordLists.Determiners.Contains(token.Lower)).Select(token => token.Text).ToList();
                if (words.Count == 0 || words.Exists(word => WordLists.Ends.Contains(word.ToLowerInvariant()) || Verbs.BaseOf(word.ToLowerInvariant()) is not null))
                {
                    continue;
                }
                Add(Term.Of([.. words, match.Groups[2].Value]), EntityIn(words, findings), KindOf(match.Groups[2].Value), place, screens);
            }
        }
        foreach (var screen in screens.Values)
        {
            findings.Add(screen);
        }
    }

    private static void Add(Term name, string entity, string kind, Place place, SortedDictionary<string, ScreenItem> screens) =>
        screens[name.Key] = screens.TryGetValue(name.Key, out var known)
            ? known with { Evidence = Findings.Both(known.Evidence, place.Alone) }
            : new ScreenItem(name.Shown, entity, kind, Basis.Stated, place.Alone);

    private static string EntityIn(List<string> words, Findings findings) =>
        Enumerable.Range(0, words.Count).Select(from => Term.Of(words.Skip(from))).Concat(words.Select(word => Term.Of([word]))).Where(term => findings.Find(term) is not null).Select(term => term.Shown).FirstOrDefault("");

    private static string KindOf(string words)
    {
        var last = words.ToLowerInvariant();
        return last.Contains("list", StringComparison.Ordinal) || last.Contains("board", StringComparison.Ordinal) && !last.Contains("dash", StringComparison.Ordinal) ? "list"
            : last.Contains("dashboard", StringComparison.Ordinal) ? "dashboard"
            : last.Contains("detail", StringComparison.Ordinal) ? "detail"
            : last.Contains("form", StringComparison.Ordinal) ? "form"
            : "other";
    }

    [GeneratedRegex(@"\b((?:[A-Za-z][\w\-/]* ){1,2})(list (?:view|page|screen)|detail (?:view|page|screen)|details page|dashboard|settings page|kanban board|form|screen)\b", Options)]
    private static partial Regex Screen();
}
