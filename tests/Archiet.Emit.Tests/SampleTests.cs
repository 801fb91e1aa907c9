using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;
using Microsoft.EntityFrameworkCore;

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
    public void Migrates_by_its_history_or_in_two_steps_to_one_schema_and_leaves_nothing_pending()
    {
        var migrated = Migrated(model => SampleHistory.Of(Path.Combine(Repository.Root, "samples", sample), model));
        var inTwo = Migrated(SampleHistory.InTwo);

        Assert.That(Catalog.Shape(inTwo.ConnectionString), Is.EqualTo(Catalog.Shape(migrated.ConnectionString)));
        Assert.That(Catalog.Fences(inTwo.ConnectionString), Is.EqualTo(Catalog.Fences(migrated.ConnectionString)));
    }

    private MigratedApp Migrated(Func<GenomeModel, IReadOnlyList<MigrationPlan>> plans)
    {
        var migrated = new MigratedApp(EmittedApp.Of(Genome(), plans, UserSources())).Migrate();
        migrated.Use(migrated.ConnectionString, static context =>
        {
            Assert.That(context.Database.HasPendingModelChanges(), Is.False);
            Assert.That(context.Database.GetPendingMigrations(), Is.Empty);
        });
        return migrated;
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
