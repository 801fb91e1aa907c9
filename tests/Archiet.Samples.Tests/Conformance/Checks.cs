using Archiet.Conformance.Checks;
using Archiet.Conformance.Worlds;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Conformance;

/// <summary>Makes a group's checks the assertions of a test.</summary>
internal static class Checks
{
    public static async Task AssertAsync(CheckGroup group, World world)
    {
        var report = new CheckReport();

        await group.RunAsync(world, report);

        Assert.Multiple(() =>
        {
            Assert.That(report.Results, Is.Not.Empty);
            foreach (var check in report.Results.Where(check => !check.Passed))
            {
                Assert.Fail($"{check.Name}\n  {string.Join("\n  ", check.Faults)}");
            }
        });
    }
}
