using Archiet.Genome;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>A requirements document of a shop, and what a good reader finds in it.</summary>
internal static class Prd
{
    public const string Text = """
        # Shop orders

        Every store is a customer of ours and sees its own data only. Users work in a store.

        ## Orders

        An order has a number, a customer, a total and a note. The number is unique.
        A customer has a name and an email address.
        Each order belongs to a customer.
        An order consists of order lines with a quantity and a price.
        An order is draft, placed, paid or cancelled, and begins as draft.
        A clerk places an order. A manager cancels a placed order. An order becomes paid when the clerk marks it paid.

        ## Access

        A clerk can create and edit orders. A manager can delete orders and manage customers.
        A clerk sees only their own customers.
        The total is never negative.
        The system must be fast.
        """;

    public static ProseDocument Document { get; } = ProseReader.Read("docs/orders.md", Text.ReplaceLineEndings("\n"));

    /// <summary>The id of the first sentence with these words.</summary>
    public static EquatableArray<string> At(string words) => EquatableArray.Of(Document.Sentences.First(sentence => sentence.Text.Contains(words, StringComparison.Ordinal)).Id);

    public static IReadOnlyList<DraftItem> Items { get; } =
    [
        new RoleItem("Clerk", "Takes orders.", Basis.Stated, At("A clerk can create")),
        new RoleItem("manager", "", Basis.Stated, At("A manager can delete")),
        new EntityItem("Store", "A customer of ours.", Certainty.Yes, Certainty.No, Basis.Stated, At("Every store")),
        new EntityItem("User", "", Certainty.No, Certainty.Yes, Basis.Stated, At("Users work")),
        new EntityItem("Orders", "What a customer asks for.", Certainty.No, Certainty.No, Basis.Stated, At("An order has")),
        new EntityItem("Customer", "", Certainty.No, Certainty.No, Basis.Stated, At("A customer has")),
        new EntityItem("order_line", "", Certainty.No, Certainty.No, Basis.Stated, At("An order consists")),
        Field("Order", "number", "string", At("An order has")) with { Unique = Certainty.Yes, Required = Certainty.Yes, Max = "20" },
        Field("Order", "total", "decimal(12,2)", At("An order has")),
        Field("Order", "note", "unknown", At("An order has")),
        Field("Customer", "name", "string", At("A customer has")) with { Required = Certainty.Yes },
        Field("Customer", "email address", "email", At("A customer has")),
        Field("OrderLine", "quantity", "int", At("An order consists")),
        Field("OrderLine", "price", "unknown", At("An order consists")),
        new RelationshipItem("Order", "Customer", RelationshipKind.Reference, "", Certainty.Yes, Basis.Stated, At("Each order belongs")),
        new RelationshipItem("OrderLine", "Order", RelationshipKind.OwnedBy, "", Certainty.Yes, Basis.Stated, At("An order consists")),
        new PermissionItem("clerk", "create", "Order", "", Basis.Stated, At("A clerk can create")),
        new PermissionItem("clerk", "edit", "Order", "", Basis.Stated, At("A clerk can create")),
        new PermissionItem("manager", "delete", "orders", "", Basis.Stated, At("A manager can delete")),
        new PermissionItem("manager", "manage", "customers", "", Basis.Stated, At("A manager can delete")),
        new PermissionItem("clerk", "see", "customer", "their own", Basis.Stated, At("A clerk sees only")),
        new RuleItem("Order", "total not negative", "this.total >= 0", "The total is never negative.", Basis.Stated, At("The total is never")),
        State("draft", Certainty.Yes), State("placed", Certainty.No), State("paid", Certainty.No), State("cancelled", Certainty.No),
        new TransitionItem("Order", "place", "draft", "placed", "clerk", Basis.Stated, At("A clerk places")),
        new TransitionItem("Order", "cancel", "placed", "cancelled", "manager", Basis.Stated, At("A manager cancels")),
        new TransitionItem("Order", "mark paid", "placed", "paid", "", Basis.Stated, At("An order becomes paid")),
    ];

    private static FieldItem Field(string entity, string name, string type, EquatableArray<string> evidence) =>
        new(entity, name, type, Certainty.Unknown, EquatableArray<string>.Empty, "", "", Basis.Stated, evidence);

    private static StateItem State(string state, Certainty isInitial) => new("Order", "status", state, isInitial, Basis.Stated, At("An order is draft"));
}
