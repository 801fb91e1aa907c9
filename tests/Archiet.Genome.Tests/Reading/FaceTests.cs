using Archiet.Genome.Syntax;

namespace Archiet.Genome.Tests.Reading;

/// <summary>Which edits within an entity the rest of the genome sees.</summary>
public sealed class FaceTests
{
    private const string Entity = """
        entities:
          Order:
            description: What someone wants.
            fields:
              number: { type: string, max: 20, required: true }
              total: { type: int, min: 0 }
              lines: { type: Line, owned: true }
            lifecycle:
              field: number
              initial: open
              transitions: { close: { from: open, to: closed } }
        """;

    [TestCase("max: 20", "max: 30")]
    [TestCase("min: 0", "default: 7, min: 1")]
    [TestCase("someone wants", "somebody wants")]
    [TestCase("min: 0 }", "min: 0 } # cents")]
    [TestCase("from: open", "from: shut")]
    public void Constraints_prose_and_comments_are_nobody_elses(string old, string with) => Assert.That(FaceOf(Entity.Replace(old, with, StringComparison.Ordinal)), Is.EqualTo(FaceOf(Entity)));

    [TestCase("Order:", "Orders:")]
    [TestCase("total", "sum")]
    [TestCase("type: int", "type: long")]
    [TestCase("required: true", "required: false")]
    [TestCase("min: 0", "personal: true")]
    [TestCase("min: 0", "onUpdate: now()")]
    [TestCase("min: 0", "computed: '1'")]
    [TestCase("owned: true", "many: true")]
    [TestCase("close:", "finish:")]
    [TestCase("field: number", "field: total")]
    [TestCase("    description:", "    softDelete: true\n    description:")]
    [TestCase("    description:", "    class: Purchase\n    description:")]
    [TestCase("    description:", "    mixins: [Dated]\n    description:")]
    public void Names_types_and_roles_are_everybodys(string old, string with) => Assert.That(FaceOf(Entity.Replace(old, with, StringComparison.Ordinal)), Is.Not.EqualTo(FaceOf(Entity)));

    [Test]
    public void An_owned_field_that_moves_is_seen_at_its_new_place() =>
        Assert.That(FaceOf(Entity.Replace("someone wants.\n", "someone wants.\n    # And when.\n", StringComparison.Ordinal)), Is.Not.EqualTo(FaceOf(Entity)));

    [Test]
    public void Sections_without_an_entity_show_all_that_they_say() => Assert.That(FaceOf("roles: { clerk: Keeps records. }"), Is.Not.EqualTo(FaceOf("roles: { clerk: Keeps the records. }")));

    private static SectionFace FaceOf(string text) => GenomeFrontEnd.Parse(GenomeFrontEnd.Split(new("shop.genome.yaml", text)).Sections.Single()).Face;
}
