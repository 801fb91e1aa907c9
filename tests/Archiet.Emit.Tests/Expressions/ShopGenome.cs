using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Emit.Tests.Expressions;

/// <summary>The genome whose classes <see cref="Order"/> and the others are.</summary>
internal sealed class ShopGenome : IExpressionTypes
{
    private const string Text = """
        genome: "1.0"
        app: { name: Shop, namespace: Shop }
        tenancy: { tenant: Store }
        enums: { Status: [requested, confirmed, cancelled] }
        types: { Sku: { base: string, max: 20 } }
        values:
          Address: { fields: { street: { type: string, max: 80, required: true }, city: { type: string, max: 80 }, floor: { type: int } } }
        entities:
          Store: { fields: { name: { type: string, max: 80, required: true }, opensAt: { type: time } } }
          Clerk: { member: true, fields: { name: { type: string, max: 80, required: true }, level: { type: int }, supervisor: { type: Clerk } } }
          Customer: { fields: { name: { type: string, max: 80, required: true }, clerk: { type: Clerk }, rank: { type: Status, required: true } } }
          OrderLine:
            fields: { quantity: { type: int, required: true }, price: { type: "decimal(10,2)" }, text: { type: text }, packer: { type: Clerk } }
          Order:
            fields:
              number: { type: string, max: 80, required: true }
              note: { type: text }
              sku: { type: Sku }
              code: { type: Sku, required: true }
              paid: { type: bool, required: true }
              express: { type: bool }
              count: { type: int, required: true }
              weeks: { type: int }
              weight: { type: long }
              net: { type: "decimal(12,2)", required: true }
              tax: { type: "decimal(12,4)" }
              due: { type: date }
              madeOn: { type: date, required: true }
              slot: { type: time }
              placedAt: { type: timestamp, required: true }
              shippedAt: { type: timestamp }
              takes: { type: duration }
              key: { type: uuid }
              status: { type: Status, required: true }
              wanted: { type: Status }
              home: { type: Address, required: true }
              other: { type: Address }
              customer: { type: Customer, required: true }
              takenBy: { type: Clerk }
        """;

    private readonly Dictionary<string, EntityShape> shapes;

    public ShopGenome()
    {
        var compiled = GenomeFrontEnd.Compile([new("shop.genome.yaml", Text)]);
        Assert.That(compiled.Diagnostics.Select(static diagnostic => diagnostic.Message), Is.Empty);
        var bound = compiled.Genome!;
        var status = bound.Outline.Vocabulary.Enums[0];
        var members = status.Members.Select(static member => member.Name == "confirmed" ? member with { Stored = "CONF" } : member).ToEquatableArray();
        Outline = bound.Outline with { Vocabulary = bound.Outline.Vocabulary with { Enums = EquatableArray.Of(status with { Members = members }) } };
        shapes = bound.Entities.ToDictionary(static entity => entity.Name, Shape);
    }

    public GenomeOutline Outline { get; }

    public BoundVocabulary Vocabulary => Outline.Vocabulary;

    public string TenantEntity => "Store";

    public string? MemberEntity => "Clerk";

    public EntityShape? FindEntity(string name) => shapes.GetValueOrDefault(name);

    private static EntityShape Shape(BoundEntity entity)
    {
        var fields = entity.Fields.Select(static field => new FieldShape(field.Name, field.Type, field.Required));
        return new(entity.Name, (entity.Name == "Order" ? fields.Append(Lines) : fields).ToEquatableArray());
    }

    private static FieldShape Lines { get; } = new("lines", new(Genome.Binding.FieldKind.Reference, "OrderLine"), false, FieldMultiplicity.OwnedChildren);
}
