using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Archiet.Testing.Analyzers;

/// <summary>
/// A project in memory and the analyzers to run over it. <see cref="Verify"/> is strict: the sources compile, every diagnostic stands at its exact marked
/// span, nothing else is reported, and no analyzer throws. The compiler's errors count like any other diagnostic; its warnings are the sample's own affair.
/// </summary>
/// <param name="analyzers">The analyzers under test.</param>
public sealed class AnalyzerTest(params DiagnosticAnalyzer[] analyzers)
{
    /// <summary>No test has as many things to fix; a fix that is offered more often fixes nothing.</summary>
    private const int MostFixes = 50;

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static readonly MarkedText Usings = MarkedText.Parse(ImplicitUsings.FileName, ImplicitUsings.Library);

    private readonly List<MarkedText> sources = [Usings];
    private readonly List<MarkedText> files = [];
    private readonly Dictionary<string, string> configuration = new(StringComparer.Ordinal);
    private ImmutableArray<MetadataReference> references = References.WebApp;
    private string? defaultId;

    /// <summary>Adds a C# file with markup.</summary>
    public AnalyzerTest WithSource(string markup, string path = "Program.cs")
    {
        sources.Add(MarkedText.Parse(path, markup));
        return this;
    }

    /// <summary>Adds an additional file with markup.</summary>
    public AnalyzerTest WithFile(string path, string markup)
    {
        files.Add(MarkedText.Parse(path, markup));
        return this;
    }

    /// <summary>Says what <c>[|text|]</c> stands for.</summary>
    public AnalyzerTest WithDefaultId(string id)
    {
        defaultId = id;
        return this;
    }

    /// <summary>Sets a key of the project's .globalconfig.</summary>
    public AnalyzerTest WithOption(string key, string value)
    {
        configuration[key] = value;
        return this;
    }

    /// <summary>Replaces what the project references.</summary>
    public AnalyzerTest WithReferences(ImmutableArray<MetadataReference> assemblies)
    {
        references = assemblies;
        return this;
    }

    /// <summary>Runs the analyzers and holds them to the markup; gives the analyzers' diagnostics for what a test asks beyond.</summary>
    public ImmutableArray<Diagnostic> Verify()
    {
        var found = Run(Compile());
        new DiagnosticExpectations([.. sources, .. files], defaultId).Verify(found);
        return [.. found.Where(diagnostic => !IsCompilers(diagnostic))];
    }

    /// <summary>
    /// As <see cref="Verify"/>, then applies the first fix offered for the first diagnostic of the file, again and again until none is offered, and compares
    /// the result. What is left must compile, and <paramref name="expected"/> says by its markup which diagnostics remain.
    /// </summary>
    /// <param name="fix">The fix under test.</param>
    /// <param name="expected">The last added source after all fixes, with markup.</param>
    public void VerifyFix(CodeFixProvider fix, string expected)
    {
        Verify();
        using var workspace = new AdhocWorkspace();
        var (project, fixedOne) = AddTo(workspace);
        for (var rounds = 0; CodeFixes.FirstOffer(fix, project.GetDocument(fixedOne)!, Diagnose(project)) is { } action; rounds++)
        {
            Assert.That(rounds, Is.LessThan(MostFixes), "The fix is offered again and again.");
            project = CodeFixes.Apply(action, project);
        }
        var text = MarkedText.Parse(sources[^1].Path, expected);
        Assert.That(project.GetDocument(fixedOne)!.GetTextAsync().Result.ToString(), Is.EqualTo(text.Text));
        new DiagnosticExpectations([.. sources.SkipLast(1), text], defaultId).Verify(Diagnose(project));
    }

    /// <summary>As <see cref="VerifyFix"/>, by the fix's own fix-all provider over the whole document.</summary>
    public void VerifyFixAll(CodeFixProvider fix, string expected)
    {
        Verify();
        using var workspace = new AdhocWorkspace();
        var (project, fixedOne) = AddTo(workspace);
        var action = CodeFixes.FixAll(fix, project.GetDocument(fixedOne)!, Diagnose(project));
        project = CodeFixes.Apply(action ?? throw new InvalidOperationException("The fix has no fix-all for these diagnostics."), project);
        Assert.That(project.GetDocument(fixedOne)!.GetTextAsync().Result.ToString(), Is.EqualTo(MarkedText.Parse(sources[^1].Path, expected).Text));
    }

    private ImmutableArray<Diagnostic> Diagnose(Project project) => Run(project.GetCompilationAsync().Result!);

    private ImmutableArray<Diagnostic> Run(Compilation compilation)
    {
        // No handler of exceptions: without one they become AD0001, which no test expects.
        var given = new AnalyzerOptions([.. files.Select(static file => new InMemoryFile(file.Path, file.Text))], new ProjectProperties(configuration));
        var options = new CompilationWithAnalyzersOptions(given, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var all = compilation.WithAnalyzers([.. analyzers], options).GetAllDiagnosticsAsync().Result;
        return [.. all.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || !IsCompilers(diagnostic))];
    }

    private static bool IsCompilers(Diagnostic diagnostic) => diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler);

    private CSharpCompilation Compile() => CSharpCompilation.Create("App", sources.Select(Tree), references, Options());

    private (Project Project, DocumentId Last) AddTo(AdhocWorkspace workspace)
    {
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(
            ProjectInfo.Create(id, VersionStamp.Default, "App", "App", LanguageNames.CSharp, compilationOptions: Options(), parseOptions: Parse, metadataReferences: references));
        DocumentId last = default!;
        foreach (var source in sources)
        {
            last = DocumentId.CreateNewId(id);
            solution = solution.AddDocument(last, source.Path, SourceText.From(source.Text, Encoding.UTF8), filePath: source.Path);
        }
        return (solution.GetProject(id)!, last);
    }

    private CSharpCompilationOptions Options() =>
        new CSharpCompilationOptions(sources.Exists(HasEntryPoint) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable);

    private static bool HasEntryPoint(MarkedText source) =>
        ((CompilationUnitSyntax)Tree(source).GetRoot()).Members.OfType<GlobalStatementSyntax>().Any();

    private static SyntaxTree Tree(MarkedText source) => CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), Parse, source.Path);
}
