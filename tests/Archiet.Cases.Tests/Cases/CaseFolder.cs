namespace Archiet.Cases.Tests;

/// <summary>A folder of <c>spec/cases/valid</c> or <c>spec/cases/invalid</c>: the files of one genome, and what must come of them.</summary>
internal sealed class CaseFolder
{
    private const string GenomeFiles = "*.genome.yaml";

    private readonly string path;

    private CaseFolder(string path) => this.path = path;

    /// <summary>The folders of genomes that have a meaning.</summary>
    public static IReadOnlyList<string> Valid { get; } = NamesIn("valid");

    /// <summary>The folders of genomes that are refused.</summary>
    public static IReadOnlyList<string> Invalid { get; } = NamesIn("invalid");

    /// <summary>Every folder, as <c>valid/name</c> or <c>invalid/name</c>.</summary>
    public static IEnumerable<string> All => [.. Valid.Select(static name => "valid/" + name), .. Invalid.Select(static name => "invalid/" + name)];

    /// <summary>The genome's files, by their names alone.</summary>
    public IReadOnlyList<GenomeFile> Files => GenomesIn(path);

    /// <summary>The folder of this name, as <see cref="All"/> gives it.</summary>
    public static CaseFolder Of(string name) => new(Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar)));

    /// <summary>The genome files of any folder, by their names alone.</summary>
    public static IReadOnlyList<GenomeFile> GenomesIn(string folder) =>
        [.. Directory.GetFiles(folder, GenomeFiles).Order(StringComparer.Ordinal).Select(static path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>Compares an output with its file here. With <c>ARCHIET_UPDATE_GOLDENS=1</c> it writes the file instead; read the difference before committing it.</summary>
    public void AssertEqual(string file, string actual)
    {
        var place = Path.Combine(path, file);
        if (Environment.GetEnvironmentVariable("ARCHIET_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(place, actual);
        }
        var expected = File.Exists(place) ? File.ReadAllText(place) : "";
        Assert.That(
            actual, Is.EqualTo(expected),
            $"{Path.GetRelativePath(Repository.Root, place)}: where the new text is right, ARCHIET_UPDATE_GOLDENS=1 writes it, or paste\n{Changed(expected, actual)}");
    }

    private static string Root => Path.Combine(Repository.Root, "spec", "cases");

    private static List<string> NamesIn(string kind) =>
        [.. Directory.GetDirectories(Path.Combine(Root, kind)).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Changed(string expected, string actual)
    {
        var known = expected.Split('\n').ToHashSet(StringComparer.Ordinal);
        return string.Join('\n', actual.Split('\n').Where(line => !known.Contains(line)));
    }
}
