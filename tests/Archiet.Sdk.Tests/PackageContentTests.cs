using System.IO.Compression;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>Exactly what is in the two packages: a file more is a leak, a file less a broken build somewhere.</summary>
internal sealed class PackageContentTests
{
    [Test]
    public void The_sdk_holds_its_build_files_the_compiler_rooms_and_the_tasks() =>
        Assert.That(FilesOf("Archiet.Sdk").Where(path => !IsPage(path)), Is.EqualTo((string[])
        [
            "Archiet.Sdk.nuspec",
            "README.md",
            "Sdk/Archiet.Draft.targets",
            "Sdk/Archiet.Exceptions.targets",
            "Sdk/Archiet.Explain.targets",
            "Sdk/Archiet.Format.targets",
            "Sdk/Archiet.Migrations.targets",
            "Sdk/Archiet.OpenApi.targets",
            "Sdk/Archiet.Scan.targets",
            "Sdk/Archiet.Version.props",
            "Sdk/Archiet.props",
            "Sdk/Archiet.targets",
            "Sdk/Sdk.props",
            "Sdk/Sdk.targets",
            "Sdk/archiet.globalconfig",
            "build/Archiet.Sdk.props",
            "build/Archiet.Sdk.targets",
            "draft/net10.0/Archiet.Draft.dll",
            "draft/net10.0/Archiet.Genome.dll",
            "draft/net10.0/Archiet.Sdk.Draft.deps.json",
            "draft/net10.0/Archiet.Sdk.Draft.dll",
            "draft/net10.0/YamlDotNet.dll",
            "roslyn/Archiet.Analyzers.CodeFixes.dll",
            "roslyn/Archiet.Analyzers.dll",
            "roslyn/Archiet.Emit.dll",
            "roslyn/Archiet.Generators.dll",
            "roslyn/Archiet.Genome.dll",
            "roslyn/Archiet.Model.dll",
            "roslyn/YamlDotNet.dll",
            "tasks/net10.0/Archiet.Emit.dll",
            "tasks/net10.0/Archiet.Genome.dll",
            "tasks/net10.0/Archiet.Model.dll",
            "tasks/net10.0/Archiet.Sdk.Tasks.deps.json",
            "tasks/net10.0/Archiet.Sdk.Tasks.dll",
            "tasks/net10.0/YamlDotNet.dll",
        ]));

    [Test]
    public void The_sdk_holds_the_page_of_every_finding_and_those_of_the_specification()
    {
        string[] pages = [.. PagesOf("spec/diagnostics", "docs/diagnostics"), .. PagesOf("spec", "docs").Where(path => path != "docs/README.md")];

        Assert.That(pages, Has.Member("docs/diagnostics/ARC0430.md"));
        Assert.That(FilesOf("Archiet.Sdk").Where(IsPage), Is.EquivalentTo(pages));
    }

    [Test]
    public void The_runtime_holds_one_library_and_its_documentation() =>
        Assert.That(FilesOf("Archiet.Runtime"), Is.EqualTo((string[])["Archiet.Runtime.nuspec", "lib/net10.0/Archiet.Runtime.dll", "lib/net10.0/Archiet.Runtime.xml"]));

    [Test]
    public void The_sdk_is_an_SDK_and_a_package_that_depends_on_the_runtime_of_its_version()
    {
        var nuspec = TextOf("Archiet.Sdk", "Archiet.Sdk.nuspec");
        Assert.Multiple(() =>
        {
            Assert.That(nuspec, Does.Contain("<packageType name=\"MSBuildSdk\" />"));
            Assert.That(nuspec, Does.Contain("<packageType name=\"Dependency\" />"));
            Assert.That(nuspec, Does.Contain($"<dependency id=\"Archiet.Runtime\" version=\"{TestSetting.Version}\""));
            Assert.That(TextOf("Archiet.Sdk", "Sdk/Archiet.Version.props"), Does.Contain($"<ArchietVersion>{TestSetting.Version}</ArchietVersion>"));
        });
    }

    private static bool IsPage(string path) => path.StartsWith("docs/", StringComparison.Ordinal);

    private static IEnumerable<string> PagesOf(string folder, string inPackage) =>
        Directory.EnumerateFiles(Path.Combine(TestSetting.Repository, folder), "*.md").Select(page => $"{inPackage}/{Path.GetFileName(page)}");

    private static string[] FilesOf(string package)
    {
        using var archive = Open(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(IsOurs).Order(StringComparer.Ordinal)];
    }

    private static string TextOf(string package, string file)
    {
        using var archive = Open(package);
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    private static ZipArchive Open(string package) => ZipFile.OpenRead(Path.Combine(Packed.Outside.Feed, $"{package}.{TestSetting.Version}.nupkg"));

    /// <summary>The rest is what the package format wants of every package.</summary>
    private static bool IsOurs(string path) => path is not ("[Content_Types].xml" or "_rels/.rels") && !path.StartsWith("package/services/", StringComparison.Ordinal);
}
