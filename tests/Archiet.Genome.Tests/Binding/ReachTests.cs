using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Tests.Binding;

/// <summary>What binding an entity depends on: itself, the names of the genome, and the entities that its expressions can lead to.</summary>
public sealed class ReachTests
{
    private const string Text = """
        genome: "1.0"
        app: { name: Shop, namespace: Shop }
        tenancy: { tenant: Store }
        entities:
          Store: { fields: { limit: { type: int, required: true } } }
          Clerk: { member: true, fields: { level: { type: int, required: true } } }
          Country: { fields: { code: { type: string, max: 2, required: true } } }
          Customer: { fields: { country: { type: Country }, limit: { type: int, required: true } } }
          Order:
            fields: { customer: { type: Customer, required: true }, net: { type: int, required: true }, country: { type: Country }, lines: { type: Line, owned: true } }
            rules: { inLimit: { check: this.customer.limit >= this.net, message: Too much. } }
          Line: { fields: { amount: { type: int, required: true } } }
          Bill:
            fields: { order: { type: Order }, total: { type: int, required: true }, isOpen: { type: bool, required: true } }
            rules: { small: { check: this.total < tenant.limit, message: Too much. } }
            unique: { oneOpen: { fields: [order], where: this.isOpen } }

        """;

    [TestCase("Order", "Customer,Order")]
    [TestCase("Bill", "Bill,Store")]
    [TestCase("Customer", "")]
    public void An_entity_reaches_what_its_expressions_name(string entity, string reached) => Assert.That(string.Join(",", Reach(Text, entity)), Is.EqualTo(reached));

    [Test]
    public void Owned_rows_are_reached_through_their_field() =>
        Assert.That(Reach(Text.Replace("this.customer.limit >= this.net", "\"this.lines.all(l, l.amount > 0)\"", StringComparison.Ordinal), "Order"), Is.EqualTo(["Line", "Order"]));

    [TestCase("limit: { type: int, required: true } } }\n  Order", "limit: { type: long, required: true } } }\n  Order", "Customer,Order")]
    [TestCase("code: { type: string, max: 2,", "code: { type: string, max: 3,", "Country")]
    [TestCase("amount: { type: int,", "amount: { type: long,", "Line")]
    [TestCase("Store: { fields: { limit: { type: int", "Store: { fields: { limit: { type: long", "Bill,Store")]
    [TestCase("net: { type: int, required: true }", "net: { type: int, required: true, description: Net. }", "Order")]
    public void An_edit_binds_the_entity_and_those_whose_expressions_lead_to_it(string old, string with, string bound)
    {
        Assert.That(Text, Does.Contain(old));
        var before = Inputs(Text);
        var after = Inputs(Text.Replace(old, with, StringComparison.Ordinal));

        Assert.That(after.Names, Is.EqualTo(before.Names));
        Assert.That(string.Join(",", after.Entities.Zip(before.Entities).Where(static pair => !pair.First.Equals(pair.Second)).Select(static pair => pair.First.Entity.Name).Order()), Is.EqualTo(bound));
    }

    private static (DeclaredNames Names, List<(EntitySyntax Entity, EquatableArray<EntityShape> Reached)> Entities) Inputs(string text)
    {
        var sections = GenomeFrontEnd.Split(new("shop.genome.yaml", text)).Sections.Select(GenomeFrontEnd.Parse).ToList();
        var faces = sections.Select(static section => section.Face).ToList();
        var names = GenomeFrontEnd.Declare(faces).Names;
        var shapes = GenomeFrontEnd.Shapes(faces, names);
        return (names, [.. sections.SelectMany(static section => section.Entities).Select(entity => (entity, shapes.Reach(entity)))]);
    }

    private static IEnumerable<string> Reach(string text, string entity) =>
        Inputs(text).Entities.Single(input => input.Entity.Name == entity).Reached.Select(static shape => shape.Name);
}
