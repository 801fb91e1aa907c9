using Archiet.Genome.Binding;
using Archiet.Genome.Formatting;

namespace Archiet.Genome.Tests.Binding;

/// <summary>What a genome says of its past: old names, what is retired, sizes, approvals; and where it says so.</summary>
public sealed class PastTests
{
    private const string Genome = """
        values:
          Address: { street: { type: string, max: 80, required: true, was: line }, floor: { type: string, max: 9, retired: true } }
        enums:
          Status: { open: Open., paid: { was: done } }
        mixins:
          Noted: { fields: { note: { type: text, was: remark } } }
        entities:
          Order:
            was: Purchase
            size: small
            mixins: [Noted]
            fields:
              code: { type: string, max: 20, required: true, unique: true, was: number }
              fax: { type: string, max: 40, required: true, unique: true, retired: true }
              address: { type: Address }
              tags: { type: Tag, many: true, was: labels }
          Tag: { size: large, fields: { name: { type: string, max: 40, required: true } } }
          Printer: { retired: true, fields: { name: { type: string, max: 40 } } }
        approve:
          narrow Order.code: None is longer.
          drop Order.colour: Nobody chose one.
        """;

    private static readonly BoundGenome Bound = GenomeCheck.Bind(Genome);
    private static readonly BoundEntity Order = Bound.Entities.Single(static entity => entity.Name == "Order");

    [Test]
    public void Old_names_stay_with_what_had_them()
    {
        var address = Bound.Outline.Vocabulary.Values[0];
        var status = Bound.Outline.Vocabulary.Enums[0];

        Assert.Multiple(() =>
        {
            Assert.That(Order.Was, Is.EqualTo("Purchase"));
            Assert.That(Order.Fields.Select(static field => (field.Name, field.Was)), Is.EqualTo(new[] { ("note", (string?)"remark"), ("code", "number"), ("address", null) }));
            Assert.That(Order.Links[0].Was, Is.EqualTo("labels"));
            Assert.That(address.Fields[0].Was, Is.EqualTo("line"));
            Assert.That(status.Members.Select(static member => member.Was), Is.EqualTo(new[] { null, "done" }));
        });
    }

    [Test]
    public void Retired_fields_are_apart_and_keep_what_they_were()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Order.Retired.Select(static field => (field.Name, field.IsRetired, field.Required)), Is.EqualTo(new[] { ("fax", true, true) }));
            Assert.That(Order.Uniques.Select(static unique => unique.Name), Is.EqualTo(["code"]));
            Assert.That(Order.RetiredUniques.Select(static unique => unique.Name), Is.EqualTo(["fax"]));
            Assert.That(Bound.Outline.Vocabulary.Values[0].Retired.Select(static field => field.Name), Is.EqualTo(["floor"]));
        });
    }

    [Test]
    public void Retired_entities_are_apart()
    {
        Assert.That(Bound.Entities.Select(static entity => entity.Name), Is.EqualTo(["Order", "Store", "Tag"]));
        Assert.That(Bound.Outline.Entities.Select(static entity => entity.Name), Is.EqualTo(["Order", "Store", "Tag"]));
        Assert.That(Bound.Retired.Select(static entity => (entity.Name, entity.IsRetired)), Is.EqualTo(new[] { ("Printer", true) }));
        Assert.That(Bound.Outline.Retired.Select(static entity => entity.Name), Is.EqualTo(["Printer"]));
    }

    [Test]
    public void Tables_are_large_unless_they_are_said_to_be_small() =>
        Assert.That(Bound.Entities.Select(static entity => entity.IsSmall), Is.EqualTo([true, false, false]));

    [Test]
    public void Approvals_are_in_order_with_their_reasons() => Assert.That(
        Bound.Approvals.Select(static approval => (approval.Verb, approval.Text, approval.Reason)),
        Is.EqualTo(new[] { (ApprovalVerb.Drop, "drop Order.colour", "Nobody chose one."), (ApprovalVerb.Narrow, "narrow Order.code", "None is longer.") }));

    [Test]
    public void The_columns_of_retired_fields_are_not_counted_among_those_of_the_entity() => GenomeCheck.Bind(
        "entities:\n  Wide:\n    fields:\n" + string.Concat(Enumerable.Range(0, 126).Select(static at => $"      f{at}: {{ type: int }}\n")) + "      old: { type: int, retired: true }\n");

    [TestCase("app", 1)]
    [TestCase("Order", 8)]
    [TestCase("Order.code", 13)]
    [TestCase("Order.fax", 14)]
    [TestCase("Order.note", 6)]
    [TestCase("Order.address", 15)]
    [TestCase("Order.address.street", 2)]
    [TestCase("Order.tags", 16)]
    [TestCase("Printer", 18)]
    [TestCase("Status.paid", 4)]
    [TestCase("approve:narrow Order.code", 20)]
    public void Places_of_changes_are_where_they_are_written(string key, int line)
    {
        var files = new[] { new GenomeFile("base.genome.yaml", GenomeCheck.Base.Replace("genome: \"1.0\"\n", "", StringComparison.Ordinal)), new GenomeFile("test.genome.yaml", Genome) }.Select(GenomeFrontEnd.Split).ToList();
        var places = GenomeFrontEnd.LocateChanges(files, [.. files.SelectMany(static file => file.Sections).Select(GenomeFrontEnd.Parse)]);

        Assert.That(places.Single(place => place.Key == key).Span, Has.Property("Line").EqualTo(line));
        Assert.That(places.Select(static place => place.Key), Is.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public void Approvals_keep_their_comments_in_the_layout_and_are_in_order_in_the_canonical_text()
    {
        GenomeFile[] files = [new("a.genome.yaml", GenomeCheck.Base + "approve:\n    # since May\n    drop Order.fax:   Nobody has one.  # really\n    drop Order: Gone.\n")];

        Assert.That(GenomeFormatter.Format(files)[0].Text, Does.EndWith("approve:\n  # since May\n  drop Order.fax: Nobody has one. # really\n  drop Order: Gone.\n"));
        Assert.That(GenomeFormatter.Canonical(files), Does.Contain("approve:\n  drop Order: Gone.\n  drop Order.fax: Nobody has one.\n"));
    }
}
