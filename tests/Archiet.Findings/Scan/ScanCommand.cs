using System.Diagnostics;
using System.Globalization;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision.Scan;

/// <summary>What the analyzers find in a folder of anybody's sources.</summary>
internal sealed class ScanCommand : ICommand
{
    private const int LinesOfDensity = 50_000;

    /// <inheritdoc/>
    public string Name => "scan";

    /// <inheritdoc/>
    public string Purpose => "FOLDER [key=value ...]: what every analyzer finds in a folder of projects; key=value is an .editorconfig option, such as archiet_tenant_markers";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder, .. var options] || !Directory.Exists(folder) || !Array.TrueForAll(options, option => option.Contains('=', StringComparison.Ordinal)))
        {
            await Console.Error.WriteLineAsync(Purpose).ConfigureAwait(false);
            return 2;
        }
        var clock = Stopwatch.StartNew();
        var tree = SourceTree.Read(Path.GetFullPath(folder));
        var config = options.Select(option => option.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var compilations = new LooseCompilations(tree, hasTenants: config.ContainsKey("archiet_tenant_markers"));
        var found = new SortedSet<Finding>();
        var notes = new SortedSet<Finding>();
        var (projects, lines) = (0, 0);
        foreach (var project in tree.Projects)
        {
            var compilation = compilations.Of(project);
            projects++;
            lines += compilation.SyntaxTrees.Sum(source => source.FilePath.Length > 0 ? source.GetText().Lines.Count : 0);
            foreach (var diagnostic in await FindInWhatBindsAsync(compilation, project, tree.Root, config).ConfigureAwait(false))
            {
                // What is for the report of exceptions blames nobody: a generated file, a file too long to read.
                (diagnostic.Severity >= DiagnosticSeverity.Warning ? found : notes).Add(Finding.Of(diagnostic, tree.Root));
            }
        }
        Print(found, notes.Count, projects, lines, tree.Files, clock.Elapsed);
        return 0;
    }

    private static async Task<IEnumerable<Diagnostic>> FindInWhatBindsAsync(Compilation compilation, SourceProject project, string root, Dictionary<string, string> config)
    {
        try
        {
            return await FindAsync(compilation, project, root, config).ConfigureAwait(false);
        }
        catch (Exception error) when (CompilerFailures.Is(error) && CompilerFailures.In(compilation) is { Count: > 0 } broken)
        {
            foreach (var source in broken)
            {
                Console.WriteLine($"{Path.GetRelativePath(root, source.FilePath)}: not read: the compiler itself fails at it ({error.GetType().Name})");
            }
            return await FindAsync(compilation.RemoveSyntaxTrees(broken), project, root, config).ConfigureAwait(false);
        }
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(Compilation compilation, SourceProject project, string root, Dictionary<string, string> config)
    {
        var properties = new Dictionary<string, string>(config, StringComparer.OrdinalIgnoreCase)
        {
            ["build_property.IsTestProject"] = TestProjects.Is(project.Path, root) ? "true" : "",
            ["build_property.ProjectDir"] = project.Folder,
        };
        var files = project.Files.Select(path => (AdditionalText)new FileOnDisk(path));
        var run = compilation.WithAnalyzers(
            AllAnalyzers.Create(),
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([.. files], new ProjectProperties(properties)), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        return await run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private static void Print(SortedSet<Finding> found, int notes, int projects, int lines, int files, TimeSpan took)
    {
        foreach (var finding in found)
        {
            Console.WriteLine($"{finding.Place}: {finding.Id}: {finding.Message}");
        }
        Console.WriteLine();
        foreach (var (id, count) in found.CountBy(finding => finding.Id).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"{id} {count}");
        }
        var density = lines == 0 ? 0 : found.Count * (double)LinesOfDensity / lines;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Count} findings (and {notes} notes) in {projects} projects, {lines} lines of C#, {files} other files: {density:F2} per {LinesOfDensity} lines; {took.TotalSeconds:F0} s"));
    }
}
