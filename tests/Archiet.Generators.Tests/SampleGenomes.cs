using Archiet.Testing;

namespace Archiet.Generators.Tests;

/// <summary>The samples of the repository as they stand.</summary>
internal static class SampleGenomes
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of a sample's genome, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files(string sample) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "samples", sample), "*.genome.yaml").Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    /// <summary>A test of a sample's genome, its files below a folder.</summary>
    public static GeneratorTest Test(string sample, string folder = "") => Files(sample)
        .Aggregate(new GeneratorTest(static () => new GenomeGenerator()), (test, file) => test.WithFile(folder + file.Name, file.Text))
        .WithSource(Genomes.Program);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archiet.Generators.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
