using Archiet.Genome;
using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Genome.Diagnostics;

namespace Archiet.Draft.Tests.Pipeline;

public sealed class PipelineTests
{
    [Test]
    public async Task A_document_becomes_a_draft_that_compiles_but_for_being_a_draft()
    {
        var result = await Drafts.MakeAsync(Prd.Document, Prd.Items);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.Files.Select(static file => file.Name), Is.EqualTo(new[] { "orders.draft.sources.yaml", "orders.draft.report.md", "orders.draft.base.yaml", "orders.draft.genome.yaml" }));
        TestContext.Out.WriteLine(string.Join("\n----\n", result.Files.Select(static file => file.Text)));
        Assert.That(Drafts.Faults(Drafts.Genome(result)), Is.Empty);
    }

    [Test]
    public async Task First_options_make_a_genome_without_any_finding()
    {
        var genome = await Drafts.AnswerAllAsync(Prd.Document, Prd.Items);

        var compiled = GenomeFrontEnd.Compile([new("orders.genome.yaml", genome)]);
        Assert.That(compiled.Diagnostics.Select(static found => $"{found.Span.Line}: {found.Message}"), Is.Empty);
    }
}
