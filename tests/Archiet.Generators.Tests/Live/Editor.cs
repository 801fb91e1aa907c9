using System.Collections.Immutable;
using Archiet.Generators.Live;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Generators.Tests.Live;

/// <summary>An editor with a project open: asks the live analyzer again after every edit, with the texts that did not change being the same objects.</summary>
internal sealed class Editor
{
    private readonly GenomeAnalyzer analyzer = new();
    private readonly Dictionary<string, InMemoryFile> files;
    private CSharpCompilation compilation = CSharpCompilation.Create("App", [], References.FrameworkOnly, new(OutputKind.DynamicallyLinkedLibrary));

    public Editor(params (string Path, string Text)[] files) =>
        this.files = files.ToDictionary(static file => file.Path, static file => new InMemoryFile(file.Path, file.Text), StringComparer.Ordinal);

    /// <summary>What the analyzer remembers, with its counters.</summary>
    public GenomeMemory Memory => analyzer.Memory;

    private ImmutableArray<AdditionalText> Additional => [.. files.Values];

    /// <summary>Gives a file another text.</summary>
    public Editor Edit(string path, string text)
    {
        files[path] = new(path, text);
        return this;
    }

    /// <summary>Gives the project another C# file, as every keystroke in one does.</summary>
    public Editor EditSource(string text)
    {
        compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText(text));
        return this;
    }

    /// <summary>What the analyzer says of one file, which is what an editor asks for the file that is open.</summary>
    public ImmutableArray<Diagnostic> Open(string path) => Analyzers().GetAnalysisResultAsync(files[path], default).Result.GetAllDiagnostics();

    /// <summary>What the analyzer says of the whole project, which is what a build asks.</summary>
    public ImmutableArray<Diagnostic> All() => Analyzers().GetAnalyzerDiagnosticsAsync().Result;

    /// <summary>What the generator says of the same project.</summary>
    public ImmutableArray<Diagnostic> Generated() => CSharpGeneratorDriver.Create([new GenomeGenerator().AsSourceGenerator()], Additional)
        .RunGenerators(compilation).GetRunResult().Diagnostics;

    // No handler of exceptions: without one they become AD0001, which no test expects.
    private CompilationWithAnalyzers Analyzers() => compilation.WithAnalyzers(
        [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions(Additional), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
