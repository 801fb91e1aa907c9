using Archiet.Genome.Diagnostics;

namespace Archiet.Schema.Tests;

/// <summary>Each finding about a history has a page: its example gives that finding and no other, and its remedy gives none.</summary>
[TestFixtureSource(nameof(Descriptors))]
public sealed class DiagnosticPageTests(GenomeDiagnosticDescriptor descriptor)
{
    private static IReadOnlyList<GenomeDiagnosticDescriptor> Descriptors => HistoryDiagnostics.All();

    private string Page => File.ReadAllText(Path.Combine(Repository.Root, "spec", "diagnostics", descriptor.Id + ".md")).ReplaceLineEndings("\n");

    [Test]
    public void The_page_says_the_title_and_the_message() =>
        Assert.That(Page, Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n\n> {descriptor.MessageFormat}\n\n## Cause\n"));

    [Test]
    public void The_example_gives_exactly_this() => Assert.That(Findings(Section("Example")), Is.EqualTo([descriptor.Id]));

    [Test]
    public void The_remedy_gives_nothing() => Assert.That(Findings(Section("Remedy")), Is.Empty);

    [TestCase("genome.md")]
    [TestCase("migrations.md")]
    public void The_specification_lists_it(string page) => Assert.That(
        File.ReadAllText(Path.Combine(Repository.Root, "spec", page)), Does.Contain($"| [{descriptor.Id}](diagnostics/{descriptor.Id}.md) | {descriptor.Title} |"));

    private string Section(string title) => Page.Split("\n## ").Single(part => part.StartsWith(title + "\n", StringComparison.Ordinal));

    private static IEnumerable<string> Findings(string section) => PageFiles.History(section).Findings.Select(static found => found.Descriptor.Id);
}
