namespace Archiet.Precision.Mutations;

/// <summary>The folder that holds the solution.</summary>
internal static class Repository
{
    /// <summary>The repository that this program was built in.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("The program runs outside the repository.")
        : File.Exists(Path.Combine(folder.FullName, "Archiet.Generators.sln")) ? folder.FullName : Find(folder.Parent);
}
