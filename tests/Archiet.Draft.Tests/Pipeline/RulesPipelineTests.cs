using Archiet.Draft.Prose;
using Archiet.Draft.Rules;
using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>The drafter by rules through the whole pipeline, on documents that it was not made for.</summary>
public sealed class RulesPipelineTests
{
    private static IEnumerable<TestCaseData> Documents =>
    [
        new TestCaseData(Prd.Document).SetArgDisplayNames("orders"),
        new TestCaseData(ProseReader.Read("docs/bike-workshop.md", File.ReadAllText(Path.Combine(Root(), "tests", "Archiet.DraftScore", "References", "bike-workshop.md")))).SetArgDisplayNames("bike workshop"),
    ];

    [TestCaseSource(nameof(Documents))]
    public async Task A_document_becomes_a_genome_that_is_of_use(ProseDocument document)
    {
        var genome = await Drafts.AnswerAllAsync(document, new RuleDrafter());

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

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Archiet.Generators.sln")))
        {
            at = at.Parent;
        }
        return at.FullName;
    }
}
