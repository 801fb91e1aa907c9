using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sources;
using Archiet.Genome.Tests.Specification;

namespace Archiet.Genome.Tests.Sources;

/// <summary>What a sources file says, and what is wrong with one.</summary>
public sealed class SourcesReaderTests
{
    private const string Head = "sources: \"1.0\"\ndocument: docs/prd.md\nsha256: 60303ae2\n";

    private const string Sentences = "sentences:\n  S0001: { line: 3, hash: 9f86, text: An order has a total. }\n  S0002: { line: 5, hash: 12, text: \"7\" }\n";

    private static readonly GenomePaths Genome = GenomePaths.Of(
    [
        new("base.genome.yaml", GenomeCheck.Base),
        new("orders.genome.yaml", """
            status: draft
            roles: { manager: Sees all., clerk: Sells. }
            enums: { Status: [open, paid] }
            entities:
              Order:
                fields: { total: { type: int, required: true }, status: { type: Status } }
            capabilities:
              sell: { to: [clerk], allow: { Order: [list, read] } }
            questions:
              card1a2b3c4d: { ask: How many? }

            """),
    ]);

    private static IEnumerable<GenomeDiagnosticDescriptor> Descriptors => SourcesDiagnostics.All();

    [Test]
    public void A_file_says_what_comes_from_what()
    {
        var read = Read(Head + Sentences + """
            elements:
              Order.fields.total: [S0001]
              Order: [S0001]
            dismissed: { S0002: heading }
            screens:
              All orders: { entity: Order, kind: list, sentences: [S0001] }
              Start: {}
            compliance: { gdpr: { description: By law., sentences: [S0001] } }
            x-tool: 1

            """);

        Assert.That(GenomeCheck.Describe(read.Diagnostics), Is.Empty);
        Assert.That(read.Sources, Is.Not.Null);
        var sources = read.Sources!;
        Assert.That((sources.Document, sources.Sha256), Is.EqualTo(("docs/prd.md", "60303ae2")));
        Assert.That(sources.Sentences, Is.EqualTo([
            new SourceSentence("S0001", 3, "9f86", "An order has a total.", At(5, 3, 8)), new SourceSentence("S0002", 5, "12", "7", At(6, 3, 8))]));
        Assert.That(sources.Elements.Select(static element => (element.Path, element.Sentences[0], element.Span.Line)), Is.EqualTo([("Order.fields.total", "S0001", 8), ("Order", "S0001", 9)]));
        Assert.That(sources.Dismissed.Single(), Is.EqualTo(new DismissedSentence("S0002", "heading", At(10, 14, 19))));
        Assert.That(sources.Screens, Is.EqualTo([new SourcedScreen("All orders", "Order", "list", EquatableArray.Of("S0001")), new SourcedScreen("Start", "", "", default)]));
        Assert.That(sources.Compliance.Single(), Is.EqualTo(new SourcedRegime("gdpr", "By law.", EquatableArray.Of("S0001"))));
    }

    [TestCase("Order")]
    [TestCase("Order.fields.total")]
    [TestCase("Order.fields.total.required")]
    [TestCase("Store.fields.name")]
    [TestCase("roles.manager")]
    [TestCase("tenancy.tenant")]
    [TestCase("enums.Status.open")]
    [TestCase("capabilities.sell.allow.Order")]
    [TestCase("capabilities.sell.allow.Order.read")]
    [TestCase("questions.card1a2b3c4d")]
    public void A_path_is_the_keys_that_lead_there(string path) => Assert.That(Genome.Contains(path), Is.True);

    [TestCase("")]
    [TestCase("Order.")]
    [TestCase("entities.Order")]
    [TestCase("Order.total")]
    [TestCase("order")]
    [TestCase("Order.fields.total.required.true")]
    public void What_leads_nowhere_is_no_path(string path) => Assert.That(Genome.Contains(path), Is.False);

    [TestCase("Order.fields.totl", "; did you mean 'Order.fields.total'?")]
    [TestCase("Ordr.fields.total", "; did you mean 'Order.fields.total'?")]
    [TestCase("roles.boss", ".")]
    public void An_unknown_path_is_a_warning_with_what_was_probably_meant(string path, string end)
    {
        var read = Read($"{Head}{Sentences}elements:\n  {path}: [S0001]\n");

        Assert.That(GenomeCheck.Describe(read.Diagnostics), Is.EqualTo(
            $"ARC6004 (8,3)-(8,{path.Length + 3}) '{path}' names nothing in the genome, and so its sentences count as if nothing implemented them{end}"));
        Assert.That(read.Sources, Is.Not.Null);
    }

    [Test]
    public void Where_the_genome_cannot_be_read_no_path_is_unknown()
    {
        var broken = GenomePaths.Of([new("orders.genome.yaml", "entities:\n  Order: { fields: [\n")]);

        Assert.That(SourcesReader.Read(new("orders.sources.yaml", Head + Sentences + "elements: { Nothing: [S0001] }\n"), broken).Diagnostics, Is.Empty);
    }

    [TestCase("elements: { Order: [S0003] }\n", "ARC6005 (7,21)-(7,26) 'S0003' is none of the sentences of this file; did you mean 'S0001'?")]
    [TestCase("dismissed: { S9999999: heading }\n", "ARC6005 (7,14)-(7,22) 'S9999999' is none of the sentences of this file.")]
    [TestCase("elements: { Order: [S0001] }\ndismissed: { S0001: heading }\n", "ARC6007 (8,14)-(8,19) 'S0001' is dismissed, and 'Order' comes from it; remove one of the two.")]
    [TestCase("elements: { Order: S0001 }\n", "ARC0022 (7,20)-(7,25) 'Order' must be a list of sentences, and here is text.")]
    [TestCase("element: { Order: [S0001] }\n", "ARC0020 (7,1)-(7,8) 'element' is not a key of a sources file; did you mean 'elements'?")]
    [TestCase("dismissed: { S0002: heading, S0002: again }\n", "ARC0015 (7,30)-(7,35) The key 'S0002' is already in this mapping at orders.sources.yaml(7,14); remove one of the two.")]
    [TestCase("elements: [\n", "ARC0002 (7,11)-(7,12) The bracket that opens here is never closed; close it, or look whether the file was cut off.")]
    public void A_mistake_is_found_at_its_place(string text, string expected) => Assert.That(GenomeCheck.Describe(Read(Head + Sentences + text).Diagnostics), Is.EqualTo(expected));

    [TestCase("S1: { line: 1, hash: a, text: b }", "ARC6006 (5,3)-(5,5) The sentence 'S1' cannot be found in the document: its id is not 'S' and at least four digits.")]
    [TestCase("S0001: { line: 0, hash: a, text: b }", "ARC6006 (5,18)-(5,19) The sentence 'S0001' cannot be found in the document: '0' is no number of a line.")]
    [TestCase("S0001: { line: 1, text: b }", "ARC0021 (5,3)-(5,8) 'S0001' lacks the key 'hash'; add it.")]
    public void A_sentence_has_a_place(string sentence, string expected)
    {
        var read = Read($"{Head}sentences:\n  {sentence}\n");

        Assert.That(GenomeCheck.Describe(read.Diagnostics), Is.EqualTo(expected));
        Assert.That(read.Sources, Is.Null);
    }

    [Test]
    public void Line_ends_and_a_byte_order_mark_change_nothing()
    {
        var text = Head + Sentences + "elements:\n  Order: [S0001]\n";

        Assert.That(Read("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal)), Is.EqualTo(Read(text)));
    }

    [Test]
    public void A_text_that_says_nothing_is_refused() => Assert.That(Read("").Diagnostics.Single().Descriptor, Is.EqualTo(GenomeDiagnostics.EmptyFile));

    [TestCaseSource(nameof(Descriptors))]
    public void A_page_says_what_the_diagnostic_says(GenomeDiagnosticDescriptor descriptor)
    {
        var page = SpecificationFiles.Page(descriptor.Id);
        var blocks = SpecificationFiles.Genomes(page);

        Assert.That(page, Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n\n> {descriptor.MessageFormat}\n"));
        Assert.That(Read(blocks[0]).Diagnostics.Select(static found => found.Descriptor), Is.EqualTo([descriptor]));
        Assert.That(GenomeCheck.Describe(Read(blocks[1]).Diagnostics), Is.Empty);
    }

    [Test]
    public void The_specification_names_every_diagnostic_and_its_example_is_read()
    {
        var text = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "spec", "sources.md"));

        Assert.That(Descriptors, Is.All.Matches<GenomeDiagnosticDescriptor>(descriptor =>
            text.Contains($"| [{descriptor.Id}](diagnostics/{descriptor.Id}.md) | {descriptor.Title}", StringComparison.Ordinal)));
        var read = Read(SpecificationFiles.Genomes(text).Single());
        Assert.That(read.Diagnostics.Select(static found => found.Message), Is.EqualTo(
            ["'capabilities.manage.allow.Order' names nothing in the genome, and so its sentences count as if nothing implemented them."]), "the example is of another genome");
        Assert.That(read.Sources!.Elements, Has.Count.EqualTo(4));
    }

    private static ReadSources Read(string text) => SourcesReader.Read(new("orders.sources.yaml", text), Genome);

    private static GenomeSpan At(int line, int column, int end) => new("orders.sources.yaml", line, column, line, end);
}
