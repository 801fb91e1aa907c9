using System.Text.Json;
using System.Text.RegularExpressions;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>Generator and live analyzer both know of a mistake in a genome, and a build tells it once; without analyzers it tells it too.</summary>
internal sealed class LiveAnalyzerTests
{
    [TestCase("true")]
    [TestCase("false")]
    public async Task A_build_tells_each_finding_once(string runAnalyzers)
    {
        var folder = Packed.Outside.Copy(Packed.Scenarios.Folder("BrokenGenome"), "told-once-" + runAnalyzers);
        var genome = Path.Combine(folder, "shop.genome.yaml");
        await File.WriteAllTextAsync(genome, (await File.ReadAllTextAsync(genome)).Replace("Article: [list, read,", "Artikle: [list, read,", StringComparison.Ordinal));

        var build = await Packed.BuildAsync(folder, "-p:RunAnalyzers=" + runAnalyzers, "-p:ErrorLog=told.sarif%2cversion=2.1");

        string[] expected = ["ARC0050 23", "ARC0052 30"];
        // MSBuild repeats them all in its summary.
        var told = build.Output[..build.Output.IndexOf("Build FAILED.", StringComparison.Ordinal)];
        var printed = Regex.Matches(told, @"shop\.genome\.yaml\((\d+),\d+\): error (ARC\d+):").Select(static line => $"{line.Groups[2].Value} {line.Groups[1].Value}");
        Assert.That(printed.Order(StringComparer.Ordinal), Is.EqualTo(expected), build.Output);
        Assert.That(Logged(Path.Combine(folder, "told.sarif")).Order(StringComparer.Ordinal), Is.EqualTo(expected));
    }

    /// <summary>The findings about genomes in a log of the compiler, by id and line.</summary>
    private static IEnumerable<string> Logged(string sarif)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(sarif));
        foreach (var result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();
            if (result.GetProperty("ruleId").GetString() is { } id && id.StartsWith("ARC", StringComparison.Ordinal))
            {
                yield return $"{id} {place}";
            }
        }
    }
}
