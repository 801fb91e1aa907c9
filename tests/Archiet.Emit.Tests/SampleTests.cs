using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Emit.Tests;

/// <summary>The repository's own samples, from their text to compiled code and a migrated database.</summary>
[TestFixtureSource(nameof(Samples))]
public sealed class SampleTests(string sample)
{
    private static IEnumerable<string> Samples => Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Where(folder => Directory.EnumerateFiles(folder, "*.genome.yaml").Any())
        .Select(folder => Path.GetFileName(folder));

    [Test]
    public void Compiles_without_a_warning() => Assert.That(EmittedApp.Of(Genome(), UserSources()).Diagnostics, Is.Empty);

    [Test]
    public void Migrates_and_leaves_nothing_pending()
    {
        var migrated = new MigratedApp(Genome(), UserSources()).Migrate();

        migrated.Use(migrated.ConnectionString, context => Assert.That(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(context.Database), Is.False));
    }

    /// <summary>The handlers of its operations; a library has no Program.cs.</summary>
    private string[] UserSources() =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "samples", sample), "*.cs").Where(path => Path.GetFileName(path) != "Program.cs")
            .Select(path => "#pragma warning disable CS1591\n" + File.ReadAllText(path)),
    ];

    private BoundGenome Genome()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples", sample), "*.genome.yaml")
            .Select(path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)));
        var compiled = GenomeFrontEnd.Compile(files);
        Assert.That(compiled.Diagnostics.Select(diagnostic => diagnostic.ToString()), Is.Empty);
        return compiled.Genome!;
    }
}
