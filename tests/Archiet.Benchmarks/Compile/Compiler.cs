namespace Archiet.Benchmarks;

/// <summary>The compiler of the SDK, in a process of its own: csc.dll, without a server.</summary>
internal static class Compiler
{
    /// <summary>Compiles sources to an assembly beside the first; gives the user processor time in seconds. A warning or an error fails the benchmark.</summary>
    public static double Compile(IReadOnlyList<string> sources, IReadOnlyList<string> inputs)
    {
        var response = Path.ChangeExtension(sources[0], ".rsp");
        File.WriteAllLines(response,
        [
            "/nologo", "/nostdlib+", "/target:exe", "/deterministic+", "/debug:portable", "/nullable:enable", "/langversion:latest", "/warnaserror+",
            "/nowarn:1701,1702",
            $"/out:\"{Path.ChangeExtension(sources[0], ".dll")}\"",
            .. CompilerInputs.References.Select(path => $"/reference:\"{path}\""),
            .. inputs.Select(input => $"{input[..(input.IndexOf(':', StringComparison.Ordinal) + 1)]}\"{input[(input.IndexOf(':', StringComparison.Ordinal) + 1)..]}\""),
            .. sources.Select(path => $"\"{path}\""),
        ]);
        return ChildProcess.Run(CompilerHost.Dotnet, ["exec", Path.Combine(CompilerHost.Folder, "csc.dll"), "/noconfig", "@" + response]).UserSeconds;
    }
}
