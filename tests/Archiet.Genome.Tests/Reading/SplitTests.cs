using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Tests.Reading;

/// <summary>Files are taken apart by indentation, and mean the same whether they can be or not.</summary>
public sealed class SplitTests
{
    private const string Text = """
        # A shop.
        genome: "1.0"
        app: { name: Shop, namespace: Shop }
        tenancy:
          tenant: Store
        entities:

          # where things are sold
          Store:
            description: >
              A place
              of business.
            fields:
              name: { type: string, max: 80 }
          Order:
            fields: {
              total: { type: int }
            }
        roles: { owner: Runs the shop. }

        """;

    [Test]
    public void A_section_is_a_key_of_the_top_level_or_an_entity()
    {
        var split = Split(Text);

        Assert.That(
            split.Sections.Select(static section => $"{section.Kind} {section.Name}"),
            Is.EqualTo(["TopLevel genome", "TopLevel app", "TopLevel tenancy", "Entity Store", "Entity Order", "TopLevel roles"]));
        Assert.That(split.Places.Select(static place => place.FirstLine), Is.EqualTo([2, 3, 4, 9, 15, 19]));
        Assert.That(split.Sections[4].Text, Does.StartWith("  Order:\n").And.EndsWith("    }\n"));
    }

    [TestCase("{ genome: \"1.0\" }", TestName = "Braces around everything")]
    [TestCase("\"genome\": \"1.0\"\n", TestName = "A key in quotes")]
    [TestCase("genome: \"1.0\"\n---\nroles: {}\n", TestName = "Two documents")]
    [TestCase("roles: {}\nroles: {}\n", TestName = "A key twice")]
    [TestCase("entities:\n    A: {}\n  B: {}\n", TestName = "Entities at different indentations")]
    [TestCase(" genome: \"1.0\"\n", TestName = "An indented top level")]
    public void An_unusual_layout_stays_whole(string text) => Assert.That(Split(text).Sections.Single(), Is.EqualTo(new GenomeSection(SectionKind.Whole, "", text)));

    [Test]
    public void A_file_means_the_same_whole_and_in_parts()
    {
        var whole = Text.Replace("genome: \"1.0\"", "\"genome\": \"1.0\"", StringComparison.Ordinal);

        Assert.That(Split(whole).Sections, Has.Count.EqualTo(1));
        Assert.That(GenomeCheck.Bind(whole), Is.EqualTo(GenomeCheck.Bind(Text)));
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void A_sample_means_the_same_whole_and_in_parts(string sample)
    {
        var files = Samples.Files(sample);
        var whole = files.Select(static (file, position) => file with { Text = $"? questions\n: {{ whole{position}: {{ ask: Is it?, answer: Yes. }} }}\n{file.Text}" });

        Assert.That(GenomeFrontEnd.Compile(whole).Genome, Is.EqualTo(GenomeFrontEnd.Compile(files).Genome));
    }

    [Test]
    public void A_moved_section_is_equal_and_so_is_all_that_is_made_of_it()
    {
        var before = Split(Text);
        var after = Split("# One line more.\n" + Text);

        Assert.That(after.Sections, Is.EqualTo(before.Sections));
        Assert.That(after.Places, Is.Not.EqualTo(before.Places));
        Assert.That(after.Sections.Select(GenomeFrontEnd.Parse), Is.EqualTo(before.Sections.Select(GenomeFrontEnd.Parse)));
    }

    [Test]
    public void An_edit_within_an_entity_leaves_the_outline_and_the_other_entities_equal()
    {
        var before = Split(Text).Sections.Select(GenomeFrontEnd.Parse).ToList();
        var after = Split(Text.Replace("total: { type: int }", "total: { type: long }", StringComparison.Ordinal)).Sections.Select(GenomeFrontEnd.Parse).ToList();

        Assert.That(Changed(before, after), Is.EqualTo(["Order"]));
        Assert.That(GenomeFrontEnd.Declare(Faces(after)), Is.EqualTo(GenomeFrontEnd.Declare(Faces(before))));
        Assert.That(Bind(after, 1), Is.Not.EqualTo(Bind(before, 1)));
    }

    [Test]
    public void A_comment_within_an_entity_changes_nothing_that_is_bound()
    {
        var before = Split(Text).Sections.Select(GenomeFrontEnd.Parse).ToList();
        var after = Split(Text.Replace("type: int }", "type: int } # cents", StringComparison.Ordinal)).Sections.Select(GenomeFrontEnd.Parse).ToList();

        Assert.That(Changed(before, after), Is.EqualTo(["Order"]));
        Assert.That(Bind(after, 1), Is.EqualTo(Bind(before, 1)));
    }

    private static SplitGenome Split(string text) => GenomeFrontEnd.Split(new("shop.genome.yaml", text));

    private static IEnumerable<string> Changed(List<ParsedSection> before, List<ParsedSection> after) =>
        after.Where((section, position) => !section.Equals(before[position])).Select(static section => section.Section.Name);

    private static Genome.Binding.EntityBinding Bind(List<ParsedSection> sections, int position)
    {
        var entity = sections.SelectMany(static section => section.Entities).ElementAt(position);
        var names = GenomeFrontEnd.Declare(Faces(sections)).Names;
        return GenomeFrontEnd.Bind(entity, names, GenomeFrontEnd.Shapes(Faces(sections), names).Reach(entity));
    }

    private static List<SectionFace> Faces(List<ParsedSection> sections) => [.. sections.Select(static section => section.Face)];
}
