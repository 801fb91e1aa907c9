using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Archiet.Testing;

/// <summary>What a user's project references: the shared frameworks, Entity Framework Core, Npgsql and Archiet.Runtime.</summary>
public static class References
{
    private static readonly string[] Packages = ["Archiet.Runtime", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Npgsql"];

    /// <summary>Every reference of a web project with Archiet's SDK.</summary>
    public static ImmutableArray<MetadataReference> WebApp { get; } =
        [.. TrustedAssemblies().Where(path => IsShared(path) || IsOfPackages(path)).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The shared frameworks alone: a project that knows nothing of Archiet.</summary>
    public static ImmutableArray<MetadataReference> FrameworkOnly { get; } =
        [.. TrustedAssemblies().Where(IsShared).Select(path => MetadataReference.CreateFromFile(path))];

    private static IEnumerable<string> TrustedAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Order(StringComparer.Ordinal);

    private static bool IsShared(string path) =>
        Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path))) is "Microsoft.NETCore.App" or "Microsoft.AspNetCore.App";

    private static bool IsOfPackages(string path) =>
        Array.Exists(Packages, package => Path.GetFileName(path).StartsWith(package, StringComparison.Ordinal));
}
