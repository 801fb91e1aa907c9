namespace Archiet.Precision.Scan;

/// <summary>Which projects MSBuild would call test projects: it asks the packages that they refer to, which nobody restored here.</summary>
internal static class TestProjects
{
    private static readonly string[] Packages = ["Microsoft.NET.Test.Sdk", "xunit", "nunit", "MSTest", "TUnit"];

    private static readonly string[] Endings = ["Test", "Tests", "Testing", "Specs", "TestUtilities", "TestUtils", "TestHelpers"];

    /// <summary>Whether a project, or what is imported into it below the root, refers to a test framework; or its name says that it is for tests.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="root">The folder that is scanned.</param>
    public static bool Is(string project, string root) => File.Exists(project)
        && (Array.Exists(Endings, ending => Path.GetFileNameWithoutExtension(project).EndsWith(ending, StringComparison.OrdinalIgnoreCase)) || Imported(project, root).Any(Mentions));

    private static IEnumerable<string> Imported(string project, string root)
    {
        yield return project;
        for (var folder = Path.GetDirectoryName(project)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets" })
            {
                if (File.Exists(Path.Combine(folder, name)))
                {
                    yield return Path.Combine(folder, name);
                }
            }
        }
    }

    private static bool Mentions(string file)
    {
        var text = File.ReadAllText(file);
        return Array.Exists(Packages, package => text.Contains(package, StringComparison.OrdinalIgnoreCase));
    }
}
