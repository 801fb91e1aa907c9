using Archiet.Genome;
using Archiet.Genome.Binding;
using static Archiet.Emit.Tests.Genomes;
using Kind = Archiet.Genome.Binding.FieldKind;
using Server = Archiet.Genome.Binding.ServerValue;

namespace Archiet.Emit.Tests;

/// <summary>A genome with owned rows and many-to-many references: of the member entity, of an entity to itself, and with names that hide the runtime's types.</summary>
internal static class Graph
{
    private const Operations All = Operations.List | Operations.Read | Operations.Create | Operations.Update | Operations.Delete;

    public static BoundGenome Genome { get; } = Make(
        "Graph",
        new BoundVocabulary(
            EquatableArray.Of(new BoundScalarType("Sku", "", new FieldType(Kind.String, "Sku"), new FieldConstraints(MaxLength: 12, Pattern: "[A-Z0-9]+"), "A1")),
            EquatableArray.Of(new BoundValueType("Money", "", EquatableArray.Of(
                Field("amount", new FieldType(Kind.Decimal, Precision: 12, Scale: 2), required: true),
                Field("unit", new FieldType(Kind.Enum, "Unit"), required: true, defaultValue: "eur")))),
            EquatableArray.Of(Enum("Unit", "", "eur", "usd"))),
        [
            Entity("Order", EntityRole.Ordinary, "What somebody wants.",
            [
                Field("number", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 20)),
                Field("note", new FieldType(Kind.Text)),
            ],
            uniques: [new BoundIndex("number", EquatableArray.Of("number"))]) with
            {
                Children = EquatableArray.Of(
                    new BoundChildren("lines", "OrderLine", 1, 100, "What is wanted of it."),
                    new BoundChildren("notes", "List", null, null, "")),
                Links = EquatableArray.Of(
                    new BoundLink("tags", "Tag", "What it is sorted under."),
                    new BoundLink("watchers", "Person", "")),
            },
            Entity("OrderLine", EntityRole.Ordinary, "A position of an order.",
            [
                Field("number", new FieldType(Kind.Int), required: true, constraints: new FieldConstraints(Minimum: "1")),
                Field("sku", new FieldType(Kind.String, "Sku"), required: true, constraints: new FieldConstraints(MaxLength: 12, Pattern: "[A-Z0-9]+")),
                Field("price", new FieldType(Kind.Value, "Money"), required: true),
                Field("discount", new FieldType(Kind.Value, "Money")),
                Field("seller", new FieldType(Kind.Reference, "Person")),
                Field("due", new FieldType(Kind.Timestamp)),
                Field("takes", new FieldType(Kind.Duration)),
                Field("changedAt", new FieldType(Kind.Timestamp), required: true, onUpdate: Server.Now),
                Field("madeBy", new FieldType(Kind.Reference, "Person"), onCreate: Server.User),
            ],
            uniques: [new BoundIndex("perOrder", EquatableArray.Of("number"))]) with
            { Owner = "Order" },
            Entity("List", EntityRole.Ordinary, "Hides the framework's type.", [Field("text", new FieldType(Kind.Text), required: true)]) with { Owner = "Order" },
            Entity("Link", EntityRole.Ordinary, "Hides the runtime's type.", [Field("name", new FieldType(Kind.Text))]) with
            {
                Links = EquatableArray.Of(new BoundLink("related", "Link", "To itself.")),
            },
            Entity("Person", EntityRole.Member, "", [Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 50))]),
            Entity("Store", EntityRole.Tenant, "", [Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 50))]),
            Entity("Tag", EntityRole.Ordinary, "", [Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 50))]) with
            {
                List = new(EquatableArray.Of("name"), EquatableArray.Of("name")),
            },
        ],
        [
            Capability("run", ["owner"], ("Order", All), ("Tag", All), ("Person", Operations.Read), ("Link", All), ("Store", Operations.Read)),
            Capability("look", ["guest"], ("Order", Operations.Read), ("Tag", Operations.List)),
        ],
        "owner", "guest");
}
