using System.Text.RegularExpressions;
using Archiet.Genome.Diagnostics;

namespace Archiet.Schema.Tests.Review;

/// <summary>The pages of what is said about changes: what is sealed, what the genome says now, what it should say.</summary>
public sealed partial class PageTests
{
    private static IEnumerable<TestCaseData> Diagnostics =>
        ChangeDiagnostics.All().Select(static descriptor => new TestCaseData(descriptor).SetArgDisplayNames(descriptor.Id));

    /// <summary>Those that the review itself has: what a build refuses as a whole is none of them.</summary>
    private static IEnumerable<TestCaseData> Reviewed => Diagnostics.Where(static data => !ChangeDiagnostics.NotSealed.Equals(data.Arguments[0]));

    [TestCaseSource(nameof(Diagnostics))]
    public void A_page_says_title_and_message(GenomeDiagnosticDescriptor descriptor) =>
        Assert.That(Page(descriptor), Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n\n> {descriptor.MessageFormat}\n"));

    [TestCaseSource(nameof(Reviewed))]
    public void Its_example_gives_that_finding_and_no_other(GenomeDiagnosticDescriptor descriptor)
    {
        var genomes = Genomes(descriptor);

        Assert.That(genomes[1].After(genomes[0]).Select(static found => found.Descriptor.Id), Is.EqualTo(new[] { descriptor.Id }));
    }

    [TestCaseSource(nameof(Reviewed))]
    public void Its_remedy_leaves_nothing_to_say(GenomeDiagnosticDescriptor descriptor)
    {
        var genomes = Genomes(descriptor);

        Assert.That(genomes[2].After(genomes[0]).Select(static found => found.Message), Is.Empty);
    }

    [TestCase("ARC0430")]
    [TestCase("ARC0431")]
    [TestCase("ARC0441")]
    public void What_closes_a_table_can_be_approved(string id)
    {
        var genomes = Genomes(ChangeDiagnostics.All().Single(descriptor => descriptor.Id == id));

        Assert.That(genomes[^1].Approvals.Select(static approval => approval.Change.Split(' ')[0]), Is.EqualTo(["lock"]));
        Assert.That(genomes[^1].After(genomes[0]), Is.Empty);
        Assert.That(genomes[^1].After(genomes[^1]).Select(static found => found.Descriptor), Is.EqualTo([ChangeDiagnostics.IdleApproval]));
    }

    [TestCaseSource(nameof(Diagnostics))]
    public void The_specification_lists_it(GenomeDiagnosticDescriptor descriptor) =>
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "spec", "genome.md")), Does.Contain($"| [{descriptor.Id}](diagnostics/{descriptor.Id}.md) | {descriptor.Title} |"));

    private static string Page(GenomeDiagnosticDescriptor descriptor) => File.ReadAllText(Path.Combine(Repository.Root, "spec", "diagnostics", descriptor.Id + ".md"));

    private static List<ReviewedGenome> Genomes(GenomeDiagnosticDescriptor descriptor) =>
        [.. Yaml().Matches(Page(descriptor)).Select(static match => ReviewedGenome.Of(match.Groups[1].Value))];

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
