using System.Xml;
using System.Xml.Linq;

namespace Archiet.Precision.Scan;

/// <summary>A folder of projects: each file belongs to the nearest project file above it, or to the folder itself.</summary>
/// <param name="Root">The folder.</param>
/// <param name="Projects">The projects, in the order of their paths.</param>
internal sealed record SourceTree(string Root, IReadOnlyList<SourceProject> Projects)
{
    private static readonly string[] Leftovers = [".git", ".vs", ".idea", "bin", "obj", "node_modules"];

    /// <summary>How many files that are no C# the analyzers are given.</summary>
    public int Files => Projects.Sum(project => project.Files.Count);

    /// <summary>Reads a folder.</summary>
    public static SourceTree Read(string root)
    {
        var projects = new List<SourceProject>();
        Walk(root, Add(projects, root, null));
        return new(root, [.. projects.OrderBy(project => project.Path, StringComparer.Ordinal)]);

        void Walk(string folder, SourceProject around)
        {
            // Projects that share a folder are compiled as one: whose each file is, only MSBuild could tell.
            var own = Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).ToArray();
            var project = own.Length > 0 ? Add(projects, own[0], own) : around;
            foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                if (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
                {
                    project.Sources.Add(file);
                }
                else if (TextFiles.IsOne(file))
                {
                    project.Files.Add(file);
                }
            }
            foreach (var below in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            {
                if (!Leftovers.Contains(Path.GetFileName(below), StringComparer.OrdinalIgnoreCase) && new DirectoryInfo(below).LinkTarget is null)
                {
                    Walk(below, project);
                }
            }
        }
    }

    private static SourceProject Add(List<SourceProject> projects, string path, string[]? files)
    {
        var project = new SourceProject(path, [.. (files ?? []).SelectMany(References).Distinct(StringComparer.Ordinal)], [], []);
        projects.Add(project);
        return project;
    }

    private static IEnumerable<string> References(string project)
    {
        try
        {
            return
            [
                .. XDocument.Load(project).Descendants().Where(element => element.Name.LocalName == "ProjectReference")
                    .Select(element => element.Attribute("Include")?.Value ?? "")
                    .Where(include => include.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && !include.Contains('$', StringComparison.Ordinal))
                    .Select(include => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, include.Replace('\\', '/')))),
            ];
        }
        catch (XmlException)
        {
            // Somebody's template of a project file: its sources are scanned all the same.
            return [];
        }
    }
}

/// <summary>A project of a folder that is scanned.</summary>
/// <param name="Path">Its project file; the folder itself, for files that are of no project.</param>
/// <param name="References">The project files that it names.</param>
/// <param name="Sources">Its C#.</param>
/// <param name="Files">Its other texts.</param>
internal sealed record SourceProject(string Path, IReadOnlyList<string> References, List<string> Sources, List<string> Files)
{
    /// <summary>Its folder with the slash at its end, as MSBuild's <c>ProjectDir</c> is written.</summary>
    public string Folder => (File.Exists(Path) ? System.IO.Path.GetDirectoryName(Path)! : Path).TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;
}
