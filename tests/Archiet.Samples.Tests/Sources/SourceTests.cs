using Archiet.Conformance.Apps;
using Archiet.Genome;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Sources;

/// <summary>Nothing of a source's meaning is lost in silence: each of its models and fields is in the genome under its name, or the README says what became of it.</summary>
[TestFixture("Crm", "nextcrm-2025-11.prisma", 37)]
[TestFixture("Northwind", "northwind.jdl", 19)]
[TestFixture("Taskforge", "taskforge.zmodel", 34)]
[TestFixture("TriggerDev", "trigger-dev.zmodel", 51)]
public sealed class SourceTests(string sample, string source, int models)
{
    private IReadOnlyDictionary<string, SourceModel> schema = null!;
    private SourceCoverage coverage = null!;

    [OneTimeSetUp]
    public void Read()
    {
        var folder = SampleApps.FolderOf(sample);
        schema = SourceSchema.Read(File.ReadAllText(Path.Combine(folder, source)));
        var genome = GenomeFrontEnd.Compile(Directory.EnumerateFiles(folder, "*.genome.yaml").Select(path => new GenomeFile(path, File.ReadAllText(path)))).Genome!;
        coverage = new(schema, new SampleReadme(File.ReadAllText(Path.Combine(folder, "README.md"))), genome);
    }

    [Test]
    public void The_source_is_read_whole()
    {
        Assert.That(schema, Has.Count.EqualTo(models));
        Assert.That(schema.Values.Where(model => model.Fields.Count == 0).Select(model => model.Name), Is.Empty);
    }

    [Test]
    public void Every_model_has_a_row() => Assert.That(coverage.MissingModels, Is.Empty);

    [Test]
    public void Every_field_is_in_the_genome_or_in_the_readme() => Assert.That(coverage.MissingFields, Is.Empty);

    [Test]
    public void A_field_that_is_nowhere_is_found_out() => Assert.That(coverage.IsKept(coverage.AnyKept, new SourceField("lostAndGone", "String", false, null)), Is.False);
}
