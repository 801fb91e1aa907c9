using Archiet.Draft.Merging.Names;
using Archiet.Draft.Items;

namespace Archiet.Draft.Merging.Relationships;

/// <summary>How rows of two entities hang together, with one direction for one meaning.</summary>
/// <param name="Kind">The kind; never unknown.</param>
/// <param name="From">The entity that holds the reference, or the owned one.</param>
/// <param name="To">The entity that is referred to, or the owner.</param>
internal sealed record Shape(RelationshipKind Kind, string From, string To)
{
    /// <summary>What it means, as an option of a question.</summary>
    public string Words => Kind switch
    {
        RelationshipKind.OwnedBy => $"every {From} belongs to one {To} and goes with it",
        RelationshipKind.ManyToMany => $"{Article.A(From)} has any number of {To}, and {Article.A(To)} any number of {From}",
        _ => $"{Article.A(From)} has at most one {To}",
    };

    /// <summary>What an item says; null where it does not say how many.</summary>
    public static Shape? Of(RelationshipItem item, string from, string to) => item.Kind == RelationshipKind.Unknown ? null : new(item.Kind, from, to);

    /// <summary>All that an unknown relationship can be, the likeliest first.</summary>
    public static IReadOnlyList<Shape> All(string from, string to) => from == to
        ? [new(RelationshipKind.Reference, from, to), new(RelationshipKind.ManyToMany, from, to)]
        :
        [
            new(RelationshipKind.Reference, from, to), new(RelationshipKind.OwnedBy, from, to), new(RelationshipKind.ManyToMany, from, to),
            new(RelationshipKind.Reference, to, from),
        ];

    /// <summary>Whether another shape says all of this one and more: who belongs to one has at most one.</summary>
    public bool IsIn(Shape other) =>
        this == other || (other.Kind == RelationshipKind.OwnedBy && Kind == RelationshipKind.Reference && From == other.From && To == other.To)
        || (Kind == RelationshipKind.ManyToMany && other.Kind == Kind && From == other.To && To == other.From);
}

/// <summary>A relationship of the draft, before it is a field.</summary>
/// <param name="Shape">How rows hang together.</param>
/// <param name="Name">What the document calls it, or nothing.</param>
/// <param name="Items">What says so.</param>
internal sealed record Related(Shape Shape, string Name, IReadOnlyList<RelationshipItem> Items)
{
    public EquatableArray<string> Evidence(EvidenceLedger ledger) => ledger.Union(Items.Where(static item => item.Basis != Basis.Assumed).Select(static item => item.Evidence));
}
