using Archiet.Evolution.Genomes;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Samples.Tests.Sources;

namespace Archiet.Evolution.Tests;

/// <summary>Nothing of what NextCRM was in August 2026 is lost in silence: each model and field is in the last genome under its name, or the README says what became of it.</summary>
public sealed class SourceTests
{
    private IReadOnlyDictionary<string, SourceModel> schema = null!;
    private SourceCoverage coverage = null!;

    [OneTimeSetUp]
    public void Read()
    {
        schema = SourceSchema.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "nextcrm-2026-08.prisma")));
        coverage = new(schema, new SampleReadme(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"))), Bind(EvolutionStep.ReadAll()[^1].Genome));
    }

    [Test]
    public void The_source_is_read_whole() => Assert.That(schema, Has.Count.EqualTo(84));

    [Test]
    public void Every_model_has_a_row() => Assert.That(coverage.MissingModels, Is.Empty);

    [Test]
    public void Every_field_is_in_the_genome_or_in_the_readme() => Assert.That(coverage.MissingFields, Is.Empty);

    [Test]
    public void The_first_step_is_the_sample_as_it_stands() => Assert.That(Bind(EvolutionStep.ReadAll()[0].Genome), Is.EqualTo(Bind(SampleFiles())));

    private static Dictionary<string, string> SampleFiles()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Archiet.Generators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }
        return Directory.EnumerateFiles(Path.Combine(folder.FullName, "samples", "Crm"), "*.genome.yaml").ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
    }

    private static BoundGenome Bind(IReadOnlyDictionary<string, string> files)
    {
        var compiled = GenomeFrontEnd.Compile(files.Select(file => new GenomeFile(file.Key, file.Value)));
        Assert.That(compiled.Diagnostics.Select(found => found.ToString()), Is.Empty);
        return compiled.Genome!;
    }
}
