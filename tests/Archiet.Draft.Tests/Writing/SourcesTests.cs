using Archiet.Draft.Tests.Pipeline;
using Archiet.Genome.Sources;

namespace Archiet.Draft.Tests.Writing;

public sealed class SourcesTests
{
    [Test]
    public async Task What_is_written_is_read_without_a_finding()
    {
        var result = await Drafts.MakeAsync(Prd.Document, Prd.Items);

        var read = SourcesReader.Read(new("orders.draft.sources.yaml", Drafts.Text(result, ".sources.yaml")), GenomePaths.Of([new("orders.draft.genome.yaml", Drafts.Genome(result))]));

        Assert.Multiple(() =>
        {
            Assert.That(read.Diagnostics.Select(static found => found.Message), Is.Empty);
            Assert.That(read.Sources!.Sentences.Select(static sentence => sentence.Id), Is.EqualTo(Prd.Document.Sentences.Select(static sentence => sentence.Id)));
            Assert.That(read.Sources.Elements.Single(static element => element.Path == "Order.rules.totalNotNegative").Sentences, Is.EqualTo(Prd.At("The total is never")));
            Assert.That(read.Sources.Sha256, Is.EqualTo(Prd.Document.Hash));
        });
    }
}
