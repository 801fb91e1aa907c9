namespace Archiet.Conformance.Apps;

/// <summary>The samples of the repository, as built beside the program that asks.</summary>
public static class SampleApps
{
    private static readonly string Root = FindRoot();

    /// <summary>The names of the samples.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Path.Combine(Root, "samples"))
        .Select(folder => Path.GetFileName(folder))
        .Where(name => File.Exists(Path.Combine(FolderOf(name), $"{name}.csproj")))
        .Order(StringComparer.Ordinal);

    /// <summary>A sample's project folder.</summary>
    public static string FolderOf(string name) => Path.Combine(Root, "samples", name);

    /// <summary>A sample's dll, built in the configuration and for the target of the program that asks.</summary>
    public static string DllOf(string name)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(FolderOf(name), "bin", output.Parent!.Name, output.Name, $"{name}.dll");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archiet.Generators.sln")))
            {
                return folder.FullName;
            }
        }
        throw new ConformanceException("The samples are sought from within the repository only.");
    }
}
