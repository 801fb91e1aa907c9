using System.Text.RegularExpressions;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Structure;

/// <summary>The entity that a heading or a leading line names: <c>Invoices Model:</c>, <c>3.2 Invoice fields</c>, <c>The order has the following attributes:</c>.</summary>
internal static partial class EntityNames
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Words before "fields" that say which fields, and not whose; and before "model", of models that are no entities.</summary>
    private static readonly HashSet<string> Kinds = new(
        ["required", "optional", "mandatory", "standard", "core", "basic", "common", "additional", "custom", "audit", "calculated", "computed", "derived", "extracted", "captured", "key", "main", "input", "form", "data", "system", "metadata",
        "tracked", "other", "template", "search", "filter", "sensitive", "personal", "date", "text", "all", "domain", "business", "pricing", "permission", "security", "threat", "deployment", "ai", "language", "ml"],
        StringComparer.Ordinal);

    /// <summary>The entity that a text names outright as one, or nothing.</summary>
    public static Term In(string text)
    {
        var bare = WithoutNumber(text);
        foreach (var match in new[] { Labelled().Match(bare), Prefixed().Match(bare), Following().Match(bare), Stored().Match(bare) })
        {
            if (match.Success && !Kinds.Contains(match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value.ToLowerInvariant()) && NounPhrase.Clean(Words(match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Value)) is { IsNone: false } term && term.Words.Length <= 3)
            {
                return term;
            }
        }
        return Term.None;
    }

    /// <summary>The entity of a table or a list of fields: named outright above it, or by the heading that it stands under.</summary>
    public static (Term Entity, string Id) Above(Place place, Reading reading)
    {
        for (var at = place.Labels.Count - 1; at >= 0; at--)
        {
            if (In(place.Labels[at]) is { IsNone: false } label)
            {
                return (label, place.LabelIds[at]);
            }
        }
        foreach (var heading in place.Sentence.Headings.Reverse())
        {
            var named = In(heading) is { IsNone: false } outright ? outright : OfHeading(heading);
            if (!named.IsNone)
            {
                return (named, IdOfHeading(heading, place, reading));
            }
        }
        return (Term.None, "");
    }

    /// <summary>The entity that a whole heading is the name of: at most three words, none of which is another kind of thing.</summary>
    public static Term OfHeading(string heading)
    {
        var words = Words(WithoutNumber(heading));
        return words.Count is > 0 and <= 3 && !words.Exists(word => WordLists.Ends.Contains(word.ToLowerInvariant())) ? NounPhrase.Clean(words) : Term.None;
    }

    private static string IdOfHeading(string heading, Place place, Reading reading)
    {
        for (var at = place.Index - 1; at >= 0; at--)
        {
            if (reading.Places[at].Sentence.Kind == Prose.SentenceKind.Heading && reading.Places[at].Text == heading)
            {
                return reading.Places[at].Id;
            }
        }
        return "";
    }

    private static List<string> Words(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return [.. Token.Of(bracket > 0 ? text[..bracket] : text).Where(token => token.IsWord).Select(token => token.Text)];
    }

    private static string WithoutNumber(string text) => text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ', '#', '(', ')');

    [GeneratedRegex(@"^(?:the |an? |core |main )*([A-Za-z][\w \-]{1,50}?) (?:data )?(?:model|entity|table|object|schema|record type|class|document type)(?: \(.*\))?(?:(?: [\w\-]+){0,3} (?:fields|attributes|properties|columns|definition))?:?$", Options)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:entity|model|table|object|class|data model|record)(?: [0-9]+)? ?[:–-] ?([A-Za-z][\w \-]{1,50}?)(?: \(.*\))?:?$", Options)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"^(?:the |an? |each |every )*([A-Za-z][\w \-]{1,50}?)(?:'s)? (?:fields|attributes|properties|columns)(?: \(.*\))?:?$|^(?:the )?(?:fields|attributes|properties|columns) of (?:the |an? |each |every )?([A-Za-z][\w \-]{1,40}?):?$", Options)]
    private static partial Regex Stored();

    [GeneratedRegex(@"^(?:the |an? |each |every )*([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:has|have|contains?|includes?|consists? of|stores?|captures?|tracks?|records?)(?: at least)? (?:the )?following(?: .*)?:?$", Options)]
    private static partial Regex Following();
}
