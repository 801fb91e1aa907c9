using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>Each folder of Scenarios, built with the packed SDK: what its build reports is what its expected.txt says, nothing for none.</summary>
internal sealed class ScenarioTests
{
    private static IEnumerable<string> Names => ScenarioBuilds.Names;

    [TestCaseSource(nameof(Names))]
    public void A_scenario_reports_what_it_should(string name)
    {
        var file = Path.Combine(Packed.Scenarios.Folder(name), "expected.txt");
        var expected = File.Exists(file) ? File.ReadAllLines(file) : [];
        Assert.That(Packed.Scenarios.Diagnostics(name), Is.EqualTo(expected), Packed.Scenarios.Log(name));
        if (!expected.Any(line => line.Contains(": error ", StringComparison.Ordinal)))
        {
            Assert.That(Path.Combine(Packed.Scenarios.Folder(name), "bin", "Debug", "net10.0", name + ".dll"), Does.Exist);
        }
    }
}
