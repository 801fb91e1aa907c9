using Archiet.Conformance.Checks;
using Archiet.Conformance.Worlds;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Conformance;

/// <summary>Makes a group's checks the assertions of a test.</summary>
internal static class Checks
{
    /// <param name="group">The checks.</param>
    /// <param name="world">Where they are made.</param>
    /// <param name="mayBeEmpty">Whether the app need not have what the checks are about.</param>
    public static async Task AssertAsync(CheckGroup group, World world, bool mayBeEmpty = false)
    {
        var report = new CheckReport();

        await group.RunAsync(world, report);
        if (mayBeEmpty && report.Results.Count == 0)
        {
            Assert.Ignore("The app has nothing that these checks are about.");
        }

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
