using Archiet.Draft.Rules;
using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>The drafter by rules through the whole pipeline, on a document that it was not made for.</summary>
public sealed class RulesPipelineTests
{
    [Test]
    public async Task A_document_becomes_a_genome_that_is_of_use()
    {
        var genome = await Drafts.AnswerAllAsync(Prd.Document, new RuleDrafter());

        var compiled = GenomeFrontEnd.Compile([new("orders.genome.yaml", genome)]);
        Assert.That(compiled.Diagnostics.Select(static found => found.Message), Is.Empty);
        var outline = compiled.Genome!.Outline;
        Assert.Multiple(() =>
        {
            Assert.That(outline.App.MemberEntity, Is.Not.Null);
            Assert.That(outline.App.Roles, Is.Not.Empty);
            Assert.That(outline.Capabilities.Select(static capability => capability.Grants.Count), Is.All.GreaterThan(0));
            Assert.That(outline.Capabilities.SelectMany(static capability => capability.Grants).Select(static grant => grant.Operations), Has.Some.Matches<Operations>(static operations => operations.HasFlag(Operations.Create)));
        });
    }
}
