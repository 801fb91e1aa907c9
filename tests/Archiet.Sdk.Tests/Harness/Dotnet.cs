using System.Diagnostics;
using System.Text;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>What a command left behind.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The output, or a failed test that shows it.</summary>
    public string Checked()
    {
        Assert.That(ExitCode, Is.Zero, $"{Command}\n{Output}");
        return Output;
    }
}

/// <summary>Runs the dotnet command in a folder, without what the test host's own build or the machine says about builds.</summary>
internal static class Dotnet
{
    /// <summary>Variables with which the test host's MSBuild, or the machine, would reach into the builds of scenarios.</summary>
    private static readonly string[] Foreign =
        ["NUGET_PACKAGES", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH"];

    public static Process Start(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in Foreign)
        {
            start.Environment.Remove(name);
        }
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    public static async Task<CommandResult> RunAsync(string folder, string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(folder, arguments, environment);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult($"{folder}> dotnet {string.Join(' ', arguments)}", process.ExitCode, await output + await error);
    }
}
