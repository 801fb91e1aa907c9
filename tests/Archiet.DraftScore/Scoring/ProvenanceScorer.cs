using Archiet.DraftScore.Model;
using Archiet.DraftScore.Names;
using Archiet.Genome.Sources;

namespace Archiet.DraftScore.Scoring;

/// <summary>What a draft says of where it comes from.</summary>
/// <param name="Traced">Of its roles, entities, fields, rules, transitions and grants, those that have a sentence or are asked about: all of them should.</param>
/// <param name="Supported">Of its roles, entities and fields that have sentences, those of which a word stands in one.</param>
/// <param name="Covered">Of the document's sentences, those that something comes from or that were dismissed with a reason.</param>
/// <param name="Cited">Of the document's sentences, those that something comes from.</param>
internal sealed record ProvenanceScores(Share Traced, Share Supported, Share Covered, Share Cited)
{
    /// <summary>What has neither a sentence nor a question, for people.</summary>
    public IReadOnlyList<string> Untraced { get; init; } = [];
}

/// <summary>Scores provenance. A sidecar that cannot be read has none; every id in one that can is that of a sentence.</summary>
internal static class ProvenanceScorer
{
    /// <summary>The scores, or null where there is no sidecar that can be read.</summary>
    public static ProvenanceScores? Score(ScoredDraft draft)
    {
        if (draft.Sources is not { } sources)
        {
            return null;
        }
        var evidence = sources.Elements.Where(static element => element.Sentences.Count > 0).ToDictionary(static element => element.Path, StringComparer.Ordinal);
        var texts = sources.Sentences.ToDictionary(static sentence => sentence.Id, static sentence => sentence.Text, StringComparer.Ordinal);
        var cited = sources.Elements.SelectMany(static element => element.Sentences)
            .Concat(sources.Screens.SelectMany(static screen => screen.Sentences)).Concat(sources.Compliance.SelectMany(static regime => regime.Sentences))
            .Concat(AskedLines(draft, sources)).ToHashSet(StringComparer.Ordinal);
        var dismissed = sources.Dismissed.Select(static sentence => sentence.Id).Where(id => !cited.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var untraced = draft.Elements.Where(path => !evidence.ContainsKey(path) && !draft.Questions.Any(question => IsAbout(question, path))).ToList();
        var named = draft.Elements.Where(path => evidence.ContainsKey(path) && IsNamed(path)).ToList();
        return new(
            new(draft.Elements.Count - untraced.Count, draft.Elements.Count),
            new(named.Count(path => evidence[path].Sentences.Any(id => IsSupported(path, texts[id]))), named.Count),
            new(sources.Sentences.Count(sentence => cited.Contains(sentence.Id) || dismissed.Contains(sentence.Id)), sources.Sentences.Count),
            new(sources.Sentences.Count(sentence => cited.Contains(sentence.Id)), sources.Sentences.Count))
        {
            Untraced = untraced,
        };
    }

    private static IEnumerable<string> AskedLines(ScoredDraft draft, GenomeSources sources)
    {
        var lines = draft.Questions.SelectMany(static question => question.Lines).ToHashSet();
        return sources.Sentences.Where(sentence => lines.Contains(sentence.Line)).Select(static sentence => sentence.Id);
    }

    /// <summary>
    /// Whether a question is about an element. One about the fields of an entity is about each of them; one about who may do what with an entity, about what is granted on it.
    /// </summary>
    private static bool IsAbout(ScoredQuestion question, string path) =>
        question.About.Length > 0 && (question.About == path || question.About == path.Replace(".fields.", ".", StringComparison.Ordinal).Replace(".lifecycle.transitions.", ".", StringComparison.Ordinal)
            || (question.Code == "FIELDS" && path.StartsWith(question.About + ".fields.", StringComparison.Ordinal))
            || (question.Code is "VERB" or "ACCESS" or "ACTOR" && path.EndsWith(".allow." + question.About, StringComparison.Ordinal)));

    private static bool IsNamed(string path) => path.StartsWith("roles.", StringComparison.Ordinal) || path.Split('.') is [not "capabilities"] or [_, "fields", _];

    private static bool IsSupported(string path, string text)
    {
        var words = FoldedName.Of(text).Words;
        return FoldedName.Of(path[(path.LastIndexOf('.') + 1)..]).Words.Any(words.Contains);
    }
}
