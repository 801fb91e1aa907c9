using System.Collections.Immutable;
using System.Text;
using Archiet.Generators;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Precision.Mutations;

/// <summary>The sample Clinic with its own C# and the features of a team, compiled with what is emitted for it, and judged by every tenancy rule.</summary>
internal sealed class SampleApp
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private static readonly string Usings = string.Concat(new[]
    {
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    }.Select(name => $"global using {name};\n"));

    private readonly CSharpCompilation compilation;

    private SampleApp(CSharpCompilation compilation, ImmutableArray<SyntaxTree> files)
    {
        this.compilation = compilation;
        Files = files;
    }

    /// <summary>The files that people wrote.</summary>
    public ImmutableArray<SyntaxTree> Files { get; }

    /// <summary>Compiles the sample in the repository's folder.</summary>
    /// <param name="root">The repository.</param>
    public static SampleApp Load(string root)
    {
        var clinic = Path.Combine(root, "samples", "Clinic");
        var written = Directory.GetFiles(clinic, "*.cs").Concat(Directory.GetFiles(Path.Combine(root, "tests", "Archiet.Findings", "Features"), "*.cs")).Order(StringComparer.Ordinal)
            .Select(path => Tree(File.ReadAllText(path), Path.GetFileName(path))).ToImmutableArray();
        var compilation = CSharpCompilation.Create(
            "Clinic", [.. written, Tree(Usings, "Usings.g.cs")], References.WebApp, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var genome = Path.Combine(clinic, "clinic.genome.yaml");
        CSharpGeneratorDriver.Create([new GenomeGenerator().AsSourceGenerator()], [new InMemoryFile(genome, File.ReadAllText(genome))], Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var whole, out _);
        return new((CSharpCompilation)whole, written);
    }

    /// <summary>The meaning of a file.</summary>
    public SemanticModel ModelOf(SyntaxTree file) => compilation.GetSemanticModel(file);

    /// <summary>What the compiler and the rules say of the app as it is.</summary>
    public ImmutableArray<Diagnostic> Findings() =>
        [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), .. Judge(compilation)];

    /// <summary>The ids with which the build stops a mutant; null when the mutant does not compile and so is none.</summary>
    public ImmutableArray<string>? IdsOf(MutationSite site)
    {
        var file = Files.Single(tree => tree.FilePath == site.File);
        var text = file.GetText();
        var changed = text.WithChanges(new TextChange(site.Span, site.Text), new TextChange(new TextSpan(text.Length, 0), "\n" + site.Appended));
        var mutated = CSharpSyntaxTree.ParseText(changed, Parse, file.FilePath);
        var mutant = compilation.ReplaceSyntaxTree(file, mutated);
        return mutant.GetSemanticModel(mutated).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? null
            : [.. Judge(mutant).Select(finding => finding.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<Diagnostic> Judge(CSharpCompilation compilation)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var rules = AllAnalyzers.Create().RemoveAll(rule => rule.GetType().Namespace != "Archiet.Analyzers.Tenancy");
        return compilation.WithAnalyzers(rules, options).GetAnalyzerDiagnosticsAsync().Result;
    }

    private static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parse, path);
}
