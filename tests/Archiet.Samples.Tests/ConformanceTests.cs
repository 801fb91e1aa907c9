using Archiet.Conformance.Checks;
using NUnit.Framework;

namespace Archiet.Samples.Tests;

/// <summary>The tour's checks, a test a group: rows, refusals, the isolation, permission and cross-site matrices, and the document's word.</summary>
[TestFixtureSource(typeof(Stage), nameof(Stage.Samples))]
public sealed class ConformanceTests(string sample)
{
    /// <summary>The sample that uses every word of the language: none of the checks passes it by.</summary>
    private const string EveryWord = "Clinic";

    private static IEnumerable<TestCaseData> Groups => CheckGroup.All.Select(group => new TestCaseData(group).SetArgDisplayNames(group.Name));

    [TestCaseSource(nameof(Groups))]
    public async Task Holds(CheckGroup group) =>
        await Conformance.Checks.AssertAsync(group, (await Stage.OfAsync(sample)).World, mayBeEmpty: sample != EveryWord);
}
