using System.Globalization;
using System.Text;
using Archiet.Genome.Binding;

namespace Archiet.Genome.Tests.Binding;

/// <summary>What becomes of an entity.</summary>
public sealed class EntityTests
{
    [Test]
    [Property("Diagnostic", "ARC0077")]
    public void An_entity_has_at_most_126_columns()
    {
        Assert.That(GenomeCheck.Bind(Wide(126)).Entities[0].Fields, Has.Count.EqualTo(126));
        GenomeCheck.Findings(Wide(127).Replace("  Order:", "  {|ARC0077:Order|}:", StringComparison.Ordinal));
    }

    [Test]
    public void Fields_keep_their_order_and_everything_else_has_the_order_of_names()
    {
        const string Text = """
            entities:
              Order:
                fields:
                  number: { type: int, required: true, unique: true }
                  customer: { type: Customer }
                  audited: { type: timestamp, onUpdate: now() }
                unique: { byCustomer: [customer, number], a: [audited] }
                indexes: { z: [number], b: [customer] }
              Customer:
                fields: { name: { type: string, max: 80 } }
            """;

        var genome = GenomeCheck.Bind(Text);
        var order = genome.Entities[1];

        Assert.That(genome.Entities.Select(static entity => entity.Name), Is.EqualTo(["Customer", "Order", "Store"]));
        Assert.That(order.Fields.Select(static field => field.Name), Is.EqualTo(["number", "customer", "audited"]));
        Assert.That(order.Uniques.Select(static index => index.Name), Is.EqualTo(["a", "byCustomer", "number"]));
        Assert.That(order.Indexes.Select(static index => index.Name), Is.EqualTo(["b", "z"]));
    }

    [Test]
    public void The_outline_knows_the_tenant_and_the_member()
    {
        var genome = GenomeCheck.Bind("entities:\n  Clerk: { member: true, fields: { name: { type: string, max: 80 } } }\n");

        Assert.That(genome.Outline.App.TenantEntity, Is.EqualTo("Store"));
        Assert.That(genome.Outline.App.MemberEntity, Is.EqualTo("Clerk"));
        Assert.That(genome.Entities.Select(static entity => entity.Role), Is.EqualTo([EntityRole.Member, EntityRole.Tenant]));
    }

    [TestCase("Category", "Categories")]
    [TestCase("Day", "Days")]
    [TestCase("Address", "Addresses")]
    [TestCase("Box", "Boxes")]
    [TestCase("Branch", "Branches")]
    [TestCase("Dish", "Dishes")]
    [TestCase("Order", "Orders")]
    public void Plurals_follow_the_table(string name, string plural)
    {
        var genome = GenomeCheck.Bind($"entities:\n  {name}: {{ fields: {{ note: {{ type: text }} }} }}\n");

        Assert.That(genome.Entities.Single(entity => entity.Name == name).Plural, Is.EqualTo(plural));
    }

    private static string Wide(int columns)
    {
        var text = new StringBuilder("entities:\n  Order:\n    fields:\n");
        for (var i = 0; i < columns; i++)
        {
            text.Append("      f").Append(i.ToString(CultureInfo.InvariantCulture)).Append(": { type: int }\n");
        }
        return text.ToString();
    }
}
