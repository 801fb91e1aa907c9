using System.Text.Json;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>Exceptions to the rules in builds with the packed SDK: what lets findings pass, what refuses them all the same, and the report that lists them.</summary>
internal sealed class ExceptionsTests
{
    private const string Password = "Host=db1;Username=app;Password=Tr0ub4dor&3";

    [Test]
    public async Task Existing_code_is_adopted_and_the_baseline_only_shrinks()
    {
        var project = new ProjectOfTest("adopted");
        project.Write("Export.cs", $$"""class Export { public static string Source(int year) => "{{Password}}"; }""");
        Assert.That((await Packed.BuildAsync(project.Folder)).Output, Does.Match(@"Export\.cs\(1,\d+\): error ARC2002:"));

        Assert.That((await Packed.BuildAsync(project.Folder, "-t:ArchietBaseline")).Checked(), Does.Contain("with 1 findings").And.Contain("once a reason stands"));
        Assert.That((await Packed.BuildAsync(project.Folder)).Output, Does.Contain("error ARC2002:"), "a line about a secret holds with a reason only");

        project.Write("archiet.baseline", project.Read("archiet.baseline").Replace("| 1 |", "| 1 | goes in March", StringComparison.Ordinal));
        (await Packed.BuildAsync(project.Folder)).Checked();
        Assert.That(project.Report, Does.Contain("| ARC2002 | `Export.Source(int)` | Export.cs | 1 | goes in March |"));

        project.Write("More.cs", $$"""class More { public static string Source => "{{Password}}"; }""");
        Assert.That((await Packed.BuildAsync(project.Folder)).Output, Does.Match(@"More\.cs\(1,\d+\): error ARC2002:").And.Not.Match(@"Export\.cs\(1,\d+\): error"), "what is new fails");
        (await Packed.BuildAsync(project.Folder, "-t:ArchietBaseline")).Checked();
        Assert.That(project.Read("archiet.baseline"), Does.Not.Contain("More.cs"), "a baseline takes nothing in");

        project.Write("More.cs", "");
        project.Write("Export.cs", "");
        Assert.That((await Packed.BuildAsync(project.Folder)).Output, Does.Match(@"archiet\.baseline\(4,1\): error ARC9003:"));
        Assert.That((await Packed.BuildAsync(project.Folder, "-t:ArchietBaseline")).Checked(), Does.Contain("has 0 findings, 1 less"));
        (await Packed.BuildAsync(project.Folder)).Checked();
        Assert.That(project.Report, Does.Not.Contain("ARC2002"));
    }

    [Test]
    public async Task A_suppressed_secret_has_a_reason_and_no_property_silences_it()
    {
        var project = new ProjectOfTest("suppressed");
        project.Write("Export.cs", $$"""class Export { public const string Source = "{{Password}}"; }""");
        string[] silent = ["-p:NoWarn=ARC2002", "-p:EnableNETAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:WarningsNotAsErrors=ARC2002", "-p:AnalysisLevel=none"];
        Assert.That((await Packed.BuildAsync(project.Folder, silent)).Output, Does.Contain("error ARC2002:"));

        project.Write("Export.cs", Suppressed(""));
        Assert.That((await Packed.BuildAsync(project.Folder)).Output, Does.Match(@"Export\.cs\(1,\d+\): error ARC9005:"));

        project.Write("Export.cs", Suppressed(", Justification = \"printed in the manual\""));
        (await Packed.BuildAsync(project.Folder, "-p:ArchietExceptionsFile=exceptions.md")).Checked();
        Assert.That(project.Read("exceptions.md"), Does.Contain("| ARC2002 | Export.cs | SuppressMessage | printed in the manual |"));
        Assert.That(Logged(project).GetProperty("helpUri").GetString(), Is.EqualTo("dotnet build -tl:off -t:ArchietExplain -p:Id=ARC2002"), "the compiler's log leads to the rule's page");

        static string Suppressed(string more) =>
            $$"""class Export { [System.Diagnostics.CodeAnalysis.SuppressMessage("Archiet.Secrets", "ARC2002"{{more}})] public const string Source = "{{Password}}"; }""";
    }

    [TestCase("RunAnalyzers")]
    [TestCase("RunAnalyzersDuringBuild")]
    public async Task A_release_without_analyzers_gives_its_reason(string property)
    {
        var project = new ProjectOfTest("without-" + property);
        string[] release = ["-c:Release", "-p:ArchietPendingMigrations=apply", $"-p:{property}=false"];
        var refused = await Packed.BuildAsync(project.Folder, release);
        Assert.That(refused.ExitCode, Is.Not.Zero);
        Assert.That(refused.Output, Does.Contain("error ARC9006:"));

        (await Packed.BuildAsync(project.Folder, [.. release, "-p:ArchietAnalyzersOffBecause=only the compiler is measured"])).Checked();
        Assert.That(project.Read("obj/Release/net10.0/archiet.exceptions.md"), Does.Contain("only the compiler is measured"));

        Assert.That((await Packed.BuildAsync(project.Folder, $"-p:{property}=false")).Checked(), Does.Contain("warning ARC9006:"));
    }

    /// <summary>The rule of the one finding in the log that the SDK asks the compiler for.</summary>
    private static JsonElement Logged(ProjectOfTest project)
    {
        var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Folder, "obj", "Debug", "net10.0", "archiet.sarif"))).RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results").EnumerateArray().Single(result => result.GetProperty("ruleId").GetString() == "ARC2002");
        return run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
    }

    private sealed class ProjectOfTest(string name)
    {
        public string Folder { get; } = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), name);

        public string Report => Read("obj/Debug/net10.0/archiet.exceptions.md");

        public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

        public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);
    }
}
