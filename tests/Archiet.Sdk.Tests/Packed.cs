using Archiet.Sdk.Tests.Harness;

[assembly: NonParallelizable]

namespace Archiet.Sdk.Tests;

/// <summary>The packages, packed once for all tests, in a feed outside the repository, and the scenarios built with them in one process.</summary>
[SetUpFixture]
internal sealed class Packed
{
    /// <summary>Where the scenarios and the feed are.</summary>
    public static Outside Outside { get; private set; } = null!;

    /// <summary>The compiler server of all builds that need not one of their own.</summary>
    public static CompilerServer Compiler { get; } = new();

    /// <summary>What the builds of the scenarios said.</summary>
    public static ScenarioBuilds Scenarios { get; private set; } = null!;

    /// <summary>Restores and builds a project, in a process of its own.</summary>
    public static Task<CommandResult> BuildAsync(string folder, params string[] more) =>
        Dotnet.RunAsync(folder, ["build", "-v:minimal", .. Compiler.Arguments, .. more]);

    [OneTimeSetUp]
    public async Task PackAndBuild()
    {
        Outside = Outside.Create();
        foreach (var project in (string[])["sdk/Archiet.Sdk", "tests/Archiet.Sdk.Tests/Stranger"])
        {
            string[] pack = ["pack", project, "--no-build", "-c", TestSetting.Configuration, "-o", Outside.Feed];
            (await Dotnet.RunAsync(TestSetting.Repository, pack)).Checked();
        }
        await Outside.InstallAsync("Archiet.Sdk", "Archiet.Runtime", "Stranger");
        Scenarios = await ScenarioBuilds.RunAsync(Outside, Compiler);
    }

    [OneTimeTearDown]
    public async Task CleanUp()
    {
        await Compiler.StopAsync(Outside.Folder);
        Outside.Dispose();
    }
}
