using System.Reflection;
using System.Runtime.Loader;

namespace Archiet.Benchmarks;

/// <summary>
/// Where the .NET SDK that runs us keeps its compiler. The assemblies of Roslyn are taken from there and not from the package: they are compiled ahead of
/// time, as in every real build, so that a cold run measures our start and not the JIT compilation of Roslyn.
/// </summary>
internal static class CompilerHost
{
    /// <summary>The folder of csc.dll.</summary>
    public static string Folder { get; } = Path.Combine(NewestVersion(Path.Combine(DotnetRoot, "sdk")), "Roslyn", "bincore");

    /// <summary>The folder of the dotnet executable.</summary>
    public static string DotnetRoot => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <summary>The dotnet executable itself.</summary>
    public static string Dotnet => Path.Combine(DotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>Resolves Roslyn from the SDK. To be called before the first method that names a type of Roslyn.</summary>
    public static void UseCompilerOfTheSdk() => AssemblyLoadContext.Default.Resolving += Resolve;

    /// <summary>The newest version folder below a folder of packs or SDKs.</summary>
    public static string NewestVersion(string folder) => Directory.EnumerateDirectories(folder)
        .Where(path => Version.TryParse(Path.GetFileName(path), out _))
        .MaxBy(path => Version.Parse(Path.GetFileName(path)))
        ?? throw new DirectoryNotFoundException($"No version in {folder}.");

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var path = Path.Combine(Folder, name.Name + ".dll");
        return name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }
}
