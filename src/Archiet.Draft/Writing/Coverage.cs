using Archiet.Draft.Merging;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Writing;

/// <summary>What became of every sentence of a document.</summary>
internal sealed class Coverage
{
    private readonly HashSet<string> cited;
    private readonly Dictionary<string, string> dismissed = new(StringComparer.Ordinal);

    public Coverage(ProseDocument document, MergedDraft draft)
    {
        var elements = ElementEvidence.Of(draft).Select(static element => element.Evidence)
            .Concat(draft.Screens.Select(static screen => screen.Evidence)).Concat(draft.Regimes.Select(static regime => regime.Evidence));
        cited = new(elements.SelectMany(static evidence => evidence), StringComparer.Ordinal);
        var asked = new HashSet<string>(draft.Questions.SelectMany(static question => question.Evidence), StringComparer.Ordinal);
        var left = draft.LeftOut.SelectMany(static absent => absent.Evidence.Select(id => (Id: id, absent.Why))).ToLookup(static pair => pair.Id, static pair => pair.Why, StringComparer.Ordinal);
        foreach (var sentence in document.Sentences.Where(sentence => !cited.Contains(sentence.Id)))
        {
            var reason = sentence switch
            {
                { IsSuspect: true } => "suspect",
                { Kind: SentenceKind.Heading } => "heading",
                { Kind: SentenceKind.TableHeader } => "header of a table",
                _ when asked.Contains(sentence.Id) => "asked about",
                _ when left[sentence.Id].Any() => "left out: " + left[sentence.Id].First(),
                { Kind: SentenceKind.Code } => "code",
                _ => "",
            };
            if (reason.Length > 0)
            {
                dismissed.TryAdd(sentence.Id, reason);
            }
        }
        Uncovered = [.. document.Sentences.Where(sentence => !cited.Contains(sentence.Id) && !dismissed.ContainsKey(sentence.Id))];
    }

    /// <summary>How many sentences an element comes from.</summary>
    public int Cited => cited.Count;

    /// <summary>For sentences of which nothing comes, why.</summary>
    public IReadOnlyDictionary<string, string> Dismissed => dismissed;

    /// <summary>Sentences of which nothing comes, and nobody knows why.</summary>
    public IReadOnlyList<Sentence> Uncovered { get; }
}
