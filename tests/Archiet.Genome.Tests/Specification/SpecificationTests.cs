using System.Reflection;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;

namespace Archiet.Genome.Tests.Specification;

/// <summary>spec/genome.md names everything that the checker knows, and its examples are genomes.</summary>
public sealed class SpecificationTests
{
    private static IEnumerable<GenomeDiagnosticDescriptor> Descriptors => typeof(GenomeDiagnostics)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(static property => (GenomeDiagnosticDescriptor)property.GetValue(null)!);

    private static IEnumerable<string> Words =>
        LanguageKeys.All.SelectMany(static table => table.Keys.Select(static key => key.Name).Concat(table.Later))
            .Concat(LanguageWords.OperationNames).Concat(LanguageWords.DeleteActions).Concat(LanguageWords.ServerValues)
            .Concat(LanguageWords.Statuses.Select(static status => "status: " + status))
            .Concat(LanguageWords.ScalarTypes.Select(static type => type == "decimal" ? "decimal(p,s)" : type))
            .Concat(ReservedNames.EntityMembers.Names).Concat(ReservedNames.ValueMembers.Names).Concat(ReservedNames.SystemColumns.Names).Concat(ReservedNames.ContextMembers.Names)
            .Concat(ReservedNames.TextMembers.Names).Concat(ReservedNames.HandlerMembers.Names)
            .Distinct();

    [TestCaseSource(nameof(Words))]
    public void Every_word_is_named(string word) => Assert.That(SpecificationFiles.Text, Does.Contain($"`{word}`"));

    [TestCaseSource(nameof(Descriptors))]
    public void Every_diagnostic_is_in_the_index(GenomeDiagnosticDescriptor descriptor) =>
        Assert.That(SpecificationFiles.Text, Does.Contain($"| [{descriptor.Id}](diagnostics/{descriptor.Id}.md) | {descriptor.Title} |"));

    [Test]
    public void The_examples_make_one_genome()
    {
        var examples = SpecificationFiles.Genomes(SpecificationFiles.Text);
        var files = examples.Select(static (text, position) => new GenomeFile($"{position}.genome.yaml", text));

        Assert.That(examples, Has.Count.EqualTo(14));
        Assert.That(GenomeCheck.Describe(GenomeFrontEnd.Compile(files).Diagnostics), Is.Empty);
    }

    [Test]
    public void The_genome_that_a_new_user_reads_first_has_no_findings() =>
        Assert.That(GenomeCheck.Describe(GenomeFrontEnd.Compile([new GenomeFile("library.genome.yaml", SpecificationFiles.Genomes(SpecificationFiles.Readme).Single())]).Diagnostics), Is.Empty);
}
