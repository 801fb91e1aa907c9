namespace Archiet.Draft.Tests.Wire.Kit;

/// <summary>The pages of the specification.</summary>
internal static class Specification
{
    private static readonly string Folder = Find();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path])).ReplaceLineEndings("\n");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Archiet.Generators.sln")))
            {
                return Path.Combine(folder.FullName, "spec");
            }
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
