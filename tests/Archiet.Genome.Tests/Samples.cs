namespace Archiet.Genome.Tests;

/// <summary>The genomes of the samples.</summary>
internal static class Samples
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "samples");

    /// <summary>The clinic's genome, with <c>\n</c> at the end of lines.</summary>
    public static string Clinic { get; } = File.ReadAllText(Path.Combine(Folder, "Clinic", "clinic.genome.yaml")).ReplaceLineEndings("\n");

    /// <summary>The names of the samples.</summary>
    public static IEnumerable<string> Names => ["Clinic", "Crm", "Northwind", "Taskforge", "TriggerDev"];

    /// <summary>The genome files of a sample.</summary>
    public static IReadOnlyList<GenomeFile> Files(string sample) =>
        [.. Directory.GetFiles(Path.Combine(Folder, sample), "*.genome.yaml").Select(static path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)))];
}
