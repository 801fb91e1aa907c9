namespace Archiet.Benchmarks;

/// <summary>What a build hands to the compiler beside the sources.</summary>
internal static class CompilerInputs
{
    private static readonly string[] Packages = ["Archiet.Runtime", "Microsoft.EntityFrameworkCore", "Npgsql"];

    /// <summary>The reference assemblies of the shared frameworks and the packages of an app.</summary>
    public static IReadOnlyList<string> References { get; } =
    [
        .. PackAssemblies("Microsoft.NETCore.App.Ref", Path.Combine("ref", "net10.0")),
        .. PackAssemblies("Microsoft.AspNetCore.App.Ref", Path.Combine("ref", "net10.0")),
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(path => Array.Exists(Packages, package => Path.GetFileName(path).StartsWith(package, StringComparison.Ordinal))),
    ];

    /// <summary>The analyzers and generators that the web SDK brings into every build.</summary>
    public static IReadOnlyList<string> WebSdk { get; } =
    [
        .. new[]
        {
            Path.Combine(SdkFolder, "Microsoft.NET.Sdk", "analyzers"),
            Path.Combine(SdkFolder, "Microsoft.NET.Sdk.Web", "analyzers", "cs"),
            Pack("Microsoft.NETCore.App.Ref", Path.Combine("analyzers", "dotnet", "cs")),
            Pack("Microsoft.AspNetCore.App.Ref", Path.Combine("analyzers", "dotnet", "cs")),
        }.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Where(IsInEveryBuild).Select(path => $"/analyzer:{path}"),
    ];

    private static string SdkFolder => Path.GetFullPath(Path.Combine(CompilerHost.Folder, "..", "..", "Sdks"));

    /// <summary>The same, our generator, and the genome.</summary>
    public static IReadOnlyList<string> ArchietSdk(string genome) =>
    [
        .. WebSdk,
        .. new[] { "Archiet.Generators", "Archiet.Emit", "Archiet.Model", "Archiet.Genome", "YamlDotNet" }
            .Select(name => $"/analyzer:{Path.Combine(AppContext.BaseDirectory, name + ".dll")}"),
        $"/additionalfile:{genome}",
    ];

    /// <summary>Left out as a build leaves them out: fixes, Visual Basic, and the two generators that a project must ask for.</summary>
    private static bool IsInEveryBuild(string path) =>
        !Array.Exists(["CodeFixes", "VisualBasic", "RequestDelegateGenerator", "Configuration.Binder"], part => path.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<string> PackAssemblies(string pack, string below) => Directory.EnumerateFiles(Pack(pack, below), "*.dll");

    private static string Pack(string pack, string below) =>
        Path.Combine(CompilerHost.NewestVersion(Path.Combine(CompilerHost.DotnetRoot, "packs", pack)), below);
}
