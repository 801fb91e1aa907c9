using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Archiet.Architecture.Tests;

/// <summary>What holds for every file of the repository, whoever writes it.</summary>
public sealed partial class TreeTests
{
    private const int MostLines = 400;

    private static readonly string[] Fixed =
        ["src", "tests", "sdk", "analyzers", "samples", "spec", "Archiet.Generators.sln", "Directory.Packages.props", "README.md"];

    private static readonly string[] Plumbing =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Build.targets",
        "LICENSE", "global.json",
    ];

    private static readonly string[] TextFiles =
        ["*.cs", "*.csproj", "*.props", "*.targets", "*.json", "*.yaml", "*.md", "*.config", "*.txt", "*.http", "*.tasks", "*.globalconfig"];

    [Test]
    public void The_top_level_is_fixed() => Assert.Multiple(() =>
    {
        Assert.That(Repository.TopLevel, Is.SupersetOf(Fixed));
        Assert.That(Repository.TopLevel, Is.SubsetOf(Fixed.Concat(Plumbing)));
    });

    [Test]
    public void A_file_can_be_read_in_one_go()
    {
        var tooLong = Repository.ProductionSources
            .Select(path => (Path: path, Lines: Repository.Read(path).AsSpan().Count('\n')))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines");

        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void Nothing_that_we_ship_reads_the_clock_but_through_a_TimeProvider() =>
        Assert.That(Repository.ProductionSources.Where(path => Clock().IsMatch(Code(path))), Is.Empty);

    [Test]
    public void Nothing_that_we_ship_is_a_stub() =>
        Assert.That(Repository.ProductionSources.Where(path => Stub().IsMatch(Code(path))), Is.Empty);

    [Test]
    public void No_file_names_a_place_on_someones_machine() =>
        Assert.That(FindInTexts(MachinePath()), Is.Empty);

    [Test]
    public void No_file_names_the_host_of_a_package_registry() =>
        Assert.That(FindInTexts(RegistryHost()), Is.Empty);

    [Test]
    public void Lines_end_with_a_line_feed() =>
        Assert.That(Texts().Where(path => Repository.Read(path).Contains('\r', StringComparison.Ordinal)), Is.Empty);

    private static IEnumerable<string> Texts() => TextFiles.SelectMany(pattern => Repository.Files("", pattern));

    private static IEnumerable<string> FindInTexts(Regex pattern) =>
        Texts().Select(path => (Path: path, Match: pattern.Match(Repository.Read(path)))).Where(found => found.Match.Success).Select(found => $"{found.Path}: {found.Match.Value}");

    /// <summary>A file without its comment lines, which may well speak of what the code must not do.</summary>
    private static string Code(string path) =>
        string.Join('\n', Repository.Read(path).Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bnew\s+(System\.)?NotImplementedException\b")]
    private static partial Regex Stub();

    [GeneratedRegex(@"(?<![\w.~})/-])(/(home|root|Users|work|mnt)/\w|[A-Z]:\\(Users|work|src)\b)")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(nuget|npmjs|pypi)\.(org|com)\b")]
    private static partial Regex RegistryHost();
}
