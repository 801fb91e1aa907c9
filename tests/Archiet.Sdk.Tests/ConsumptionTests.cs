using System.Text.Json;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>Every form in which a project may take the packages: the compiler gets each of our assemblies once, the app gets the runtime.</summary>
internal sealed class ConsumptionTests
{
    [TestCase("Minimal")]
    [TestCase("PackageForm")]
    [TestCase("BothForms")]
    [TestCase("Central")]
    [TestCase("CentralPinned")]
    [TestCase("CentralReferenced")]
    [TestCase("Referenced")]
    public async Task Analyzers_come_once_and_the_runtime_beside_the_app(string scenario)
    {
        var folder = Packed.Scenarios.Folder(scenario);
        var items = (await Dotnet.RunAsync(folder, ["msbuild", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-getItem:Analyzer"])).Checked();
        using var document = JsonDocument.Parse(items);
        var analyzers = document.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)
            .Where(path => path.Contains("archiet.sdk", StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(analyzers, Is.EqualTo((string[])
                ["Archiet.Analyzers.CodeFixes.dll", "Archiet.Analyzers.dll", "Archiet.Emit.dll", "Archiet.Generators.dll", "Archiet.Genome.dll", "Archiet.Model.dll", "YamlDotNet.dll"]));
            Assert.That(Path.Combine(folder, "bin", "Debug", "net10.0", "Archiet.Runtime.dll"), Does.Exist);
        });
    }

    /// <summary>The .NET SDK resolves conflicts between files of one name by taking the newest: neither side may get the other's.</summary>
    [Test]
    public void Two_versions_of_YamlDotNet_live_side_by_side()
    {
        var surroundings = Path.Combine(
            Packed.Scenarios.Folder("Strangers"), "obj", "Debug", "net10.0", "generated", "Stranger", "Stranger.StrangerGenerator", "Surroundings.g.cs");
        Assert.That(File.ReadAllText(surroundings), Does.Contain("YamlDotNet = \"13."));
    }

    [Test]
    public void A_project_without_a_genome_gets_no_document() =>
        Assert.That(Path.Combine(Packed.Scenarios.Folder("NoGenome"), "openapi.json"), Does.Not.Exist);

    [Test]
    public async Task The_document_is_no_content_of_the_app()
    {
        var folder = Packed.Scenarios.Folder("Minimal");
        Assert.That(Path.Combine(folder, "openapi.json"), Does.Exist);
        var items = (await Dotnet.RunAsync(folder, ["msbuild", "-getItem:Content"])).Checked();
        Assert.That(items, Does.Not.Contain("openapi.json"));
    }
}
