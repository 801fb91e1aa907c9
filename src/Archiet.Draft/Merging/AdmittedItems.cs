using Archiet.Draft.Items;

namespace Archiet.Draft.Merging;

/// <summary>
/// Items as evidence lets them in: with the sentences that there are, assumed where none speaks of them, without what only suspect sentences say; each once, in the
/// order of the document.
/// </summary>
internal sealed class AdmittedItems
{
    private readonly List<DraftItem> items;

    /// <param name="found">The items of all passes, in any order.</param>
    /// <param name="ledger">The sentences.</param>
    public AdmittedItems(IEnumerable<DraftItem> found, EvidenceLedger ledger)
    {
        items =
        [
            .. found.Select(item => Admit(item, ledger)).OfType<DraftItem>().Distinct()
                .OrderBy(item => ledger.Position(item.Evidence)).ThenBy(item => ledger.PlaceIn(item.Evidence, ItemFacts.NameOf(item)))
                .ThenBy(ItemFacts.TextOf, StringComparer.Ordinal),
        ];
    }

    /// <summary>Items that only suspect sentences say: they are in nothing that follows.</summary>
    public int Refused { get; private set; }

    /// <summary>Ids of sentences that the document does not have.</summary>
    public int InventedIds { get; private set; }

    /// <summary>The items of a kind.</summary>
    public IEnumerable<T> Of<T>()
        where T : DraftItem => items.OfType<T>();

    private DraftItem? Admit(DraftItem item, EvidenceLedger ledger)
    {
        var (valid, hasSuspect) = ledger.Check(item.Evidence);
        if (valid.Count == 0 && hasSuspect)
        {
            Refused++;
            return null;
        }
        InventedIds += item.Evidence.Count(id => !ledger.Has(id));
        var isTraced = item is QuestionItem || (valid.Count > 0 && ledger.SpeaksOf(valid, ItemFacts.Traces(item)));
        return item with { Evidence = valid, Basis = isTraced ? item.Basis : Basis.Assumed };
    }
}
