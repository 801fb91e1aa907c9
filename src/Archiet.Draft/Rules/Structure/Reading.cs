using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Structure;

/// <summary>What every rule looks at: the places of a request, its words, and how often they stand together.</summary>
internal sealed class Reading
{
    private const int LongestTerm = 3;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Reads the sentences of a request.</summary>
    public Reading(IReadOnlyList<Sentence> sentences)
    {
        Places = Outline.Of(sentences);
        foreach (var place in Places.Where(place => place.Sentence.Kind != SentenceKind.Code))
        {
            Count(place.Text);
        }
        Acronyms = Structure.Acronyms.Of(Places.Select(place => place.Text));
    }

    /// <summary>The sentences, with what they stand under.</summary>
    public IReadOnlyList<Place> Places { get; }

    /// <summary>What short words stand for, where the document says it: <c>AE</c> for <c>Account Executive</c>.</summary>
    public IReadOnlyDictionary<string, string> Acronyms { get; }

    /// <summary>The sentences that say what must be built.</summary>
    public IEnumerable<Place> Required => Places.Where(place => place.Part is SectionKind.Plain or SectionKind.Model or SectionKind.People);

    /// <summary>How often a term stands in the document, in the singular or the plural.</summary>
    public int CountOf(Term term) => counts.GetValueOrDefault(term.Key);

    /// <summary>A term without words before it that belong to it only once: of <c>urgent customer order</c> <c>customer order</c>, where that is said more often.</summary>
    public Term Shortest(Term term)
    {
        var words = term.Words;
        for (var from = 0; from < words.Length - 1; from++)
        {
            var candidate = new Term(string.Join(' ', words[from..]));
            if (CountOf(candidate) > 1)
            {
                return candidate;
            }
        }
        return words.Length == 0 || NounPhrase.IsNoThing(words[^1]) ? (CountOf(term) > 0 ? term : Term.None) : new Term(words[^1]);
    }

    private void Count(string text)
    {
        var window = new List<string>(LongestTerm);
        foreach (var token in Token.Of(text))
        {
            if (!token.IsWord)
            {
                window.Clear();
                continue;
            }
            var single = Singular.Of(token.Lower);
            var key = single;
            counts[key] = counts.GetValueOrDefault(key) + 1;
            for (var at = window.Count - 1; at >= 0; at--)
            {
                key = window[at] + " " + key;
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
            window.Add(token.Lower);
            if (window.Count == LongestTerm)
            {
                window.RemoveAt(0);
            }
        }
    }
}
