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

    [Test]
    public async Task A_sample_with_a_sealed_history_is_published_as_a_release_and_runs()
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "samples", "Clinic"), "published");
        var release = Path.Combine(folder, "release");
        string[] publish = ["publish", "-v:minimal", "-c", "Release", "-o", release];
        (await Dotnet.RunAsync(folder, publish)).Checked();

        await using (var app = RunningApp.Start(release, Packed.Outside.DatabaseFolder("published"), ["Clinic.dll"]))
        {
            await app.UntilAsync("/health/ready", _ => true);
            var owner = await ApiSession.OfAsync(app, Packed.Outside.DatabaseFolder("published"));
            Assert.That((await owner.SendAsync(HttpMethod.Get, "/api/patients")).Status, Is.EqualTo(System.Net.HttpStatusCode.OK));
        }

        var genome = Path.Combine(folder, "clinic.genome.yaml");
        await File.WriteAllTextAsync(genome, (await File.ReadAllTextAsync(genome)).Replace("      dateOfBirth:", "      nickname: { type: string, max: 40 }\n      dateOfBirth:", StringComparison.Ordinal));
        var refused = await Dotnet.RunAsync(folder, publish);
        Assert.That(refused.ExitCode, Is.Not.Zero);
        Assert.That(refused.Output, Does.Contain("error ARC0427:"), "nothing is released that is not sealed");
    }
}
