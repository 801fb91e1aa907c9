using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>The entity that a line is about that names none: the one that stands above it.</summary>
internal static class ContextEntity
{
    /// <summary>How many times more must speak for the leading entity of a document than for the next.</summary>
    private const int Leads = 2;

    /// <summary>The entity that the nearest label or heading names; nothing where none does.</summary>
    public static Term Above(Place place, Findings findings)
    {
        foreach (var above in place.Above)
        {
            if (In(above, findings) is { IsNone: false } term)
            {
                return term;
            }
        }
        return Term.None;
    }

    /// <summary>The entity above, or else the one that the whole document is about, if one is.</summary>
    public static Term AboveOrLeading(Place place, Findings findings) => Above(place, findings) is { IsNone: false } above ? above : Leading(findings);

    /// <summary>The known entity that a text names; of several the one with the longest name that most speaks for.</summary>
    public static Term In(string text, Findings findings)
    {
        var words = Term.SplitWords(text).ConvertAll(word => Singular.Of(word.ToLowerInvariant()));
        return findings.EntitiesIn(words).Where(candidate => Contains(words, candidate.Term.Words))
            .OrderByDescending(candidate => candidate.Term.Words.Length).ThenByDescending(candidate => candidate.IsDeclared).ThenByDescending(candidate => candidate.Weight)
            .Select(candidate => candidate.Term).FirstOrDefault();
    }

    private static Term Leading(Findings findings)
    {
        var first = findings.Candidates.Where(candidate => EntitySelection.IsEntity(candidate, findings)).OrderByDescending(candidate => candidate.Weight).Take(2).ToList();
        return first.Count == 0 || (first.Count == 2 && first[0].Weight < first[1].Weight * Leads) ? Term.None : first[0].Term;
    }

    private static bool Contains(List<string> words, string[] name)
    {
        for (var at = 0; at + name.Length <= words.Count; at++)
        {
            if (name.Select((word, offset) => words[at + offset] == Singular.Of(word)).All(same => same))
            {
                return true;
            }
        }
        return false;
    }
}
