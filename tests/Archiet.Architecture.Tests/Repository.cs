namespace Archiet.Architecture.Tests;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Leftovers = [".git", ".vs", ".idea", "bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Names at the top level, without what builds and editors leave.</summary>
    public static IEnumerable<string> TopLevel =>
        Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Except(Leftovers, StringComparer.Ordinal);

    /// <summary>Files below a folder whose names match a pattern, by their paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var start = Path.Combine(Root, folder);
        if (!Directory.Exists(start))
        {
            return [];
        }
        var here = Directory.EnumerateFiles(start, pattern).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));
        var below = Directory.EnumerateDirectories(start)
            .Where(path => !Leftovers.Contains(Path.GetFileName(path), StringComparer.Ordinal))
            .SelectMany(path => Files(Path.GetRelativePath(Root, path), pattern));
        return here.Concat(below);
    }

    /// <summary>The C# of what we ship.</summary>
    public static IEnumerable<string> ProductionSources => new[] { "src", "analyzers", "sdk" }.SelectMany(folder => Files(folder, "*.cs"));

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archiet.Generators.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
