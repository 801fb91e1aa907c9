using System.Reflection;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Tests.Specification;

namespace Archiet.Genome.Tests.Diagnostics;

/// <summary>
/// Every diagnostic has a page and every page a diagnostic. The first block of YAML on a page gives exactly that diagnostic, the second none: the pages are
/// the tests that each id has at least one of.
/// </summary>
public sealed class DiagnosticPagesTests
{
    private static IEnumerable<GenomeDiagnosticDescriptor> Descriptors => typeof(GenomeDiagnostics)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(static property => (GenomeDiagnosticDescriptor)property.GetValue(null)!);

    private static IEnumerable<string> Ids => Descriptors.Select(static descriptor => descriptor.Id);

    [Test]
    public void Ids_are_given_once() => Assert.That(Ids, Is.Unique);

    [Test]
    public void Every_page_belongs_to_a_diagnostic() =>
        Assert.That(SpecificationFiles.PageIds, Is.EquivalentTo(Ids));

    [TestCaseSource(nameof(Descriptors))]
    public void A_page_says_what_the_diagnostic_says(GenomeDiagnosticDescriptor descriptor)
    {
        var page = SpecificationFiles.Page(descriptor.Id);

        Assert.That(page, Does.StartWith($"# {descriptor.Id}: {descriptor.Title}\n\n> {descriptor.MessageFormat}\n"));
        Assert.That(page, Does.Contain("\n## Cause\n").And.Contain("\n## Remedy\n"));
    }

    [TestCaseSource(nameof(Ids))]
    public void The_example_of_a_page_gives_the_diagnostic_and_the_remedy_none(string id)
    {
        var blocks = SpecificationFiles.Genomes(SpecificationFiles.Page(id));
        if (blocks.Count < 2)
        {
            Assert.That(TestedElsewhere, Does.Contain(id), "The page has no example and no test names the id.");
            return;
        }

        var wrong = GenomeCheck.Compile(blocks[0]);
        var right = GenomeCheck.Compile(blocks[1]);

        Assert.That(wrong.Diagnostics.Select(static diagnostic => diagnostic.Descriptor.Id), Is.EqualTo([id]), GenomeCheck.Describe(wrong.Diagnostics));
        Assert.That(wrong.Genome is null, Is.EqualTo(wrong.Diagnostics[0].Descriptor.Severity == GenomeSeverity.Error));
        Assert.That(GenomeCheck.Describe(right.Diagnostics), Is.Empty);
    }

    /// <summary>Ids whose example is too large or too invisible for a page: a test method names each in a property.</summary>
    private static IEnumerable<string> TestedElsewhere => typeof(DiagnosticPagesTests).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .SelectMany(static method => method.GetCustomAttributes<PropertyAttribute>())
        .SelectMany(static property => property.Properties["Diagnostic"].Cast<string>());
}
