using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>An app outside the repository, from nothing but the packages, by the command that a user types.</summary>
internal sealed class RunTests
{
    [Test]
    public async Task A_genome_and_five_lines_run_with_their_own_database()
    {
        var folder = Packed.Outside.Copy(Packed.Scenarios.Folder("Minimal"), "running");
        await using var app = RunningApp.Start(folder, Packed.Outside.DatabaseFolder("running"), ["run", "--no-launch-profile"]);
        await app.UntilAsync("/health/live", _ => true);
        await app.UntilAsync("/health/ready", _ => true);
        var served = await app.UntilAsync("/openapi.json", _ => true);
        Assert.That(served, Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(folder, "openapi.json"))));
    }
}
