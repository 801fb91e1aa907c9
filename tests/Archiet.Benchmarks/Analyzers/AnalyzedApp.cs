using System.Collections.Immutable;
using Archiet.Analyzers.Tenancy;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>A hand-written app over Entity Framework as it comes from people, of about 100,000 lines.</summary>
internal sealed class AnalyzedApp
{
    private const int Entities = 480;

    private readonly CSharpCompilation compilation;

    /// <summary>Compiles it.</summary>
    public AnalyzedApp()
    {
        var sources = HandWrittenApp.Sources(Entities).Append((ImplicitUsings.FileName, ImplicitUsings.Web)).ToList();
        compilation = CSharpCompilation.Create(
            "App",
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Item2, path: source.Item1)),
            CompilerInputs.References.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Lines = sources.Sum(source => source.Item2.AsSpan().Count('\n'));
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException(error.ToString());
        }
    }

    /// <summary>Every analyzer of hand-written code, by its id.</summary>
    public static IEnumerable<(string Id, DiagnosticAnalyzer Analyzer)> All => typeof(Arc1001TenantFilterOff).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .Select(analyzer => (analyzer.SupportedDiagnostics[0].Id, analyzer))
        .OrderBy(one => one.Id, StringComparer.Ordinal);

    /// <summary>How much C# there is.</summary>
    public int Lines { get; }

    /// <summary>Each analyzer's milliseconds for the C#.</summary>
    public IReadOnlyList<(string Id, double Took)> RunOverSources() => Run(compilation.Clone());

    /// <summary>What the rules of tenancy do in a project that knows nothing of Entity Framework: actions that they registered.</summary>
    public int ActionsWithoutEntityFramework()
    {
        var known = compilation.References.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        var project = CSharpCompilation.Create("Plain", [CSharpSyntaxTree.ParseText("class Plain { int Add(int a, int b) => a + b; }")], known, new(OutputKind.DynamicallyLinkedLibrary));
        var tenancy = All.Where(one => one.Id.StartsWith("ARC1", StringComparison.Ordinal)).Select(one => one.Analyzer).ToImmutableArray();
        var run = project.WithAnalyzers(tenancy, Options());
        run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return tenancy.Sum(analyzer => run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult() is var told
            ? told.OperationActionsCount + told.OperationBlockActionsCount + told.OperationBlockStartActionsCount + told.SymbolActionsCount + told.SymbolStartActionsCount
                + told.SyntaxNodeActionsCount + told.SyntaxTreeActionsCount + told.SemanticModelActionsCount + told.CodeBlockActionsCount + told.CodeBlockStartActionsCount
                + told.AdditionalFileActionsCount + told.CompilationEndActionsCount
            : 0);
    }

    private static List<(string Id, double Took)> Run(Compilation compilation)
    {
        var analyzers = All.ToList();
        var run = compilation.WithAnalyzers([.. analyzers.Select(one => one.Analyzer)], Options());
        run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return
        [
            .. analyzers.Select(one => (one.Id, run.GetAnalyzerTelemetryInfoAsync(one.Analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds)),
        ];
    }

    private static CompilationWithAnalyzersOptions Options() =>
        new(new AnalyzerOptions([]), onAnalyzerException: static (failed, _, _) => throw new InvalidOperationException("An analyzer threw.", failed), concurrentAnalysis: false, logAnalyzerExecutionTime: true);
}
