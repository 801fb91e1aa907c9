using Archiet.Draft.Merging.Names;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Merging;

/// <summary>The sentences of a document as evidence: which there are, in which order, and what they speak of.</summary>
internal sealed class EvidenceLedger
{
    private readonly Dictionary<string, (Sentence Sentence, int At)> byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> trusted;

    /// <param name="document">The document.</param>
    /// <param name="trusted">Ids of suspect sentences that a person said are requirements.</param>
    public EvidenceLedger(ProseDocument document, IEnumerable<string> trusted)
    {
        Document = document;
        this.trusted = new(trusted, StringComparer.Ordinal);
        for (var i = 0; i < document.Sentences.Count; i++)
        {
            byId.TryAdd(document.Sentences[i].Id, (document.Sentences[i], i));
        }
    }

    public ProseDocument Document { get; }

    /// <summary>The ids that there are, in the order of the document, each once; and whether one of them speaks to the one who drafts.</summary>
    public (EquatableArray<string> Valid, bool HasSuspect) Check(EquatableArray<string> ids)
    {
        var known = ids.Where(byId.ContainsKey).ToList();
        var valid = known.Where(id => !IsSuspect(byId[id].Sentence));
        return (Sorted(valid), known.Exists(id => IsSuspect(byId[id].Sentence)));
    }

    /// <summary>Ids in the order of the document, each once.</summary>
    public EquatableArray<string> Sorted(IEnumerable<string> ids) =>
        ids.Distinct(StringComparer.Ordinal).OrderBy(Position).ThenBy(static id => id, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The ids of several pieces of evidence together.</summary>
    public EquatableArray<string> Union(IEnumerable<EquatableArray<string>> evidence) => Sorted(evidence.SelectMany(static ids => ids));

    /// <summary>Where the first sentence stands; behind everything where there is none.</summary>
    public int Position(EquatableArray<string> evidence) => evidence.Count == 0 ? int.MaxValue : Position(evidence[0]);

    /// <summary>Whether one of the sentences, or a heading that it stands under, has a word of one of the names.</summary>
    public bool SpeaksOf(EquatableArray<string> evidence, IEnumerable<string> names)
    {
        var texts = evidence.SelectMany(id => Texts(byId[id].Sentence)).ToList();
        return names.Any(name => texts.Exists(text => NameWords.IsIn(text, name)));
    }

    /// <summary>Where a name stands in the first sentence of its evidence, for the order of what one sentence names.</summary>
    public int PlaceIn(EquatableArray<string> evidence, string name)
    {
        if (evidence.Count == 0 || name.Length == 0)
        {
            return int.MaxValue;
        }
        var text = string.Join(' ', byId[evidence[0]].Sentence.Cells.Append(byId[evidence[0]].Sentence.Text));
        var whole = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (whole >= 0)
        {
            return whole;
        }
        var places = NameWords.Split(name).Select(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase)).Where(static place => place >= 0).ToList();
        return places.Count == 0 ? int.MaxValue : places.Min();
    }

    /// <summary>Sentences as a question quotes them: <c>S0012 'An order has …' and S0031 '…'</c>.</summary>
    public string Quote(EquatableArray<string> evidence) =>
        string.Join(" and ", evidence.Take(2).Select(id => $"{id} '{SafeText.Of(byId[id].Sentence.Text, 160)}'"));

    /// <summary>What tells sentences from others, in a later document too.</summary>
    public string HashOf(EquatableArray<string> evidence) => string.Join(' ', evidence.Select(id => byId[id].Sentence.Hash));

    public Sentence this[string id] => byId[id].Sentence;

    /// <summary>Whether a sentence is evidence of nothing.</summary>
    public bool IsSuspect(Sentence sentence) => sentence.IsSuspect && !trusted.Contains(sentence.Id);

    /// <summary>Whether the document has a sentence of that id.</summary>
    public bool Has(string id) => byId.ContainsKey(id);

    private int Position(string id) => byId.TryGetValue(id, out var known) ? known.At : int.MaxValue;

    private static IEnumerable<string> Texts(Sentence sentence) => sentence.Headings.Concat(sentence.Cells).Append(sentence.Text);
}
