using System.Globalization;
using System.Runtime.InteropServices;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>A compiler server of our own: warm for the many builds of a run, known by name to nobody else, and ended with it.</summary>
internal sealed class CompilerServer
{
    private readonly string _id = string.Create(CultureInfo.InvariantCulture, $"archiet-{Environment.ProcessId}");

    /// <summary>What makes a build use this server, whatever the machine's settings say.</summary>
    public string[] Arguments => ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={_id}"];

    public async Task StopAsync(string folder)
    {
        var sdk = (await Dotnet.RunAsync(folder, ["--version"])).Checked().Trim();
        var runtimes = RuntimeEnvironment.GetRuntimeDirectory();
        var root = Path.GetFullPath(Path.Combine(runtimes, "..", "..", ".."));
        var server = Path.Combine(root, "sdk", sdk, "Roslyn", "bincore", "VBCSCompiler.dll");
        (await Dotnet.RunAsync(folder, ["exec", server, $"-pipename:{_id}", "-shutdown"])).Checked();
    }
}
