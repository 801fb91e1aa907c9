using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Archiet.Analyzers.Tenancy;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>All leaks as one project: compiled once, judged once by every tenancy rule, and loaded to be run.</summary>
internal sealed class LeakProject
{
    private static readonly Lazy<LeakProject> Only = new(() => new LeakProject());

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private readonly ILookup<string, string> found;

    private LeakProject()
    {
        Assembly = Load(Compile(LeakList.All));
        var together = Judge(Compile(LeakList.All.Where(leak => !leak.IsJudgedAlone)));
        var alone = LeakList.All.Where(leak => leak.IsJudgedAlone).SelectMany(leak => Judge(Compile([leak])));
        found = together.Concat(alone).ToLookup(finding => Path.GetFileNameWithoutExtension(finding.Location.SourceTree?.FilePath ?? ""), finding => finding.Id);
    }

    /// <summary>The project.</summary>
    public static LeakProject Instance => Only.Value;

    /// <summary>The tenancy rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(Arc1001TenantFilterOff).Assembly.GetTypes().Where(type => !type.IsAbstract && type.Namespace == typeof(Arc1001TenantFilterOff).Namespace && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The compiled project.</summary>
    public Assembly Assembly { get; }

    /// <summary>The ids that were found in a leak, each once.</summary>
    public IEnumerable<string> FoundIn(Leak leak) => found[leak.ClassName].Distinct().Order(StringComparer.Ordinal);

    /// <summary>The ids that were found in what is around the leaks.</summary>
    public IEnumerable<string> FoundAround() => found["World"].Concat(found["Usings"]).Concat(found[""]);

    private static CSharpCompilation Compile(IEnumerable<Leak> leaks) => CSharpCompilation.Create(
        "Leaks",
        leaks.Select(leak => Tree(leak.Source, leak.ClassName)).Append(Tree(World.Usings, "Usings")).Append(Tree(World.Source, "World")),
        References.WebApp,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));

    private static SyntaxTree Tree(string text, string name) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parse, name + ".cs");

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }

    private static ImmutableArray<Diagnostic> Judge(CSharpCompilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return compilation.WithAnalyzers(Rules, options).GetAnalyzerDiagnosticsAsync().Result;
    }
}
