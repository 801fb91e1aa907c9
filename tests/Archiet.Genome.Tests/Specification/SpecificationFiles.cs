using System.Text.RegularExpressions;

namespace Archiet.Genome.Tests.Specification;

/// <summary>The files of the specification, as they were copied beside the tests.</summary>
internal static partial class SpecificationFiles
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "spec");

    /// <summary>The JSON schema.</summary>
    public static string Schema { get; } = Path.Combine(Folder, "genome.schema.json");

    /// <summary>The normative text.</summary>
    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "genome.md"));

    /// <summary>The page that a new user reads first.</summary>
    public static string Readme { get; } = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "README.md"));

    /// <summary>What only a build can find, which sees the project's code and the history of its schema beside the genome.</summary>
    private static readonly string[] OfTheProject = ["ARC03", "ARC04"];

    /// <summary>What is found in a genome of the range of drafts; all else in it is about documents, answers and the files beside a genome.</summary>
    private static readonly string[] OfDrafts = ["ARC6001", "ARC6002"];

    /// <summary>The ids of a genome's own diagnostics that have a page.</summary>
    public static IEnumerable<string> PageIds =>
        Directory.GetFiles(Path.Combine(Folder, "diagnostics"), "ARC*.md").Select(static path => Path.GetFileNameWithoutExtension(path))
            .Where(static id => (id[3] == '0' && !OfTheProject.Any(start => id.StartsWith(start, StringComparison.Ordinal))) || OfDrafts.Contains(id)).Order(StringComparer.Ordinal);

    /// <summary>The first genome of each page that has two: id and text.</summary>
    public static IEnumerable<TestCaseData> Examples => Blocks(0);

    /// <summary>The second genome of each page that has two: id and text.</summary>
    public static IEnumerable<TestCaseData> Remedies => Blocks(1);

    /// <summary>The names of the cases without errors.</summary>
    public static IEnumerable<string> ValidCases =>
        Directory.GetDirectories(Path.Combine(Folder, "cases", "valid")).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The files of a case without errors.</summary>
    public static IReadOnlyList<GenomeFile> ValidCase(string name) =>
        [.. Directory.GetFiles(Path.Combine(Folder, "cases", "valid", name), "*.genome.yaml").Select(static path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)))];

    /// <summary>The text of a page.</summary>
    public static string Page(string id) => File.ReadAllText(Path.Combine(Folder, "diagnostics", id + ".md"));

    /// <summary>The genomes on a page.</summary>
    public static List<string> Genomes(string page) => [.. YamlBlock().Matches(page).Select(static match => match.Groups[1].Value)];

    private static IEnumerable<TestCaseData> Blocks(int position) =>
        from id in PageIds
        let genomes = Genomes(Page(id))
        where genomes.Count == 2
        select new TestCaseData(id, genomes[position]).SetArgDisplayNames(id);

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex YamlBlock();
}
