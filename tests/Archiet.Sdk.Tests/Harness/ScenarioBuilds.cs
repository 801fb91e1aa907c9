using System.Text.RegularExpressions;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>All scenarios restored and built by one MSBuild: a process each would cost seconds each.</summary>
internal sealed partial class ScenarioBuilds
{
    private readonly string _folder;
    private readonly string _log;

    private ScenarioBuilds(string folder, string log) => (_folder, _log) = (folder, log);

    /// <summary>Every folder with a project, by name.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(SourceFolder, "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileName(Path.GetDirectoryName(path)!)).Order(StringComparer.Ordinal);

    private static string SourceFolder => Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios");

    public static async Task<ScenarioBuilds> RunAsync(Outside outside, CompilerServer compiler)
    {
        var folder = outside.Copy(SourceFolder, "scenarios");
        var all = Path.Combine(outside.Folder, "all.proj");
        await File.WriteAllTextAsync(all, """
            <Project DefaultTargets="Build">
              <ItemGroup>
                <Scenario Include="scenarios/*/*.csproj" />
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="@(Scenario)" Targets="Restore" BuildInParallel="true" ContinueOnError="ErrorAndContinue" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="@(Scenario)" Targets="Build" BuildInParallel="true" ContinueOnError="ErrorAndContinue" />
              </Target>
            </Project>
            """);
        var result = await Dotnet.RunAsync(outside.Folder, ["msbuild", all, "-restore", "-m:2", "-v:minimal", .. compiler.Arguments]);
        return new ScenarioBuilds(folder, result.Output);
    }

    /// <summary>The folder of a scenario.</summary>
    public string Folder(string name) => Path.Combine(_folder, name);

    /// <summary>What the build of a scenario reported, a line each: <c>file(line,column): error ID</c>, in ordinal order.</summary>
    public string[] Diagnostics(string name) =>
        [.. Reported(name).Select(Place).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The lines of the log about a scenario, for a failing test.</summary>
    public string Log(string name) => string.Join('\n', Reported(name).Select(match => match.Value).Distinct());

    private IEnumerable<Match> Reported(string name) =>
        Diagnostic.Matches(_log).Where(match => Path.GetDirectoryName(match.Groups["project"].Value) == Folder(name));

    /// <summary>A file of the scenario with its position; of any other file, whose lines are nobody's promise, the name.</summary>
    private string Place(Match match)
    {
        var (file, finding) = (match.Groups["file"].Value, $": {match.Groups["severity"].Value} {match.Groups["id"].Value}");
        return file.StartsWith(_folder, StringComparison.Ordinal)
            ? Path.GetFileName(file) + match.Groups["position"].Value + finding
            : Path.GetFileName(file) + finding;
    }

    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]*?)(?<position>\(\d+,\d+(,\d+,\d+)?\))?\s*: (?<severity>error|warning) (?<id>\w+)?: .*\[(?<project>[^\[\]]+\.csproj)(::[^\]]*)?\]\s*$", RegexOptions.Multiline)]
    private static partial Regex Diagnostic { get; }
}
