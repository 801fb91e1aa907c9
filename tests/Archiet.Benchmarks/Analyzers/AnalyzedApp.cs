using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Archiet.Analyzers.Tenancy;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>A hand-written app over Entity Framework as it comes from people, of about 100,000 lines, and its configuration and scripts.</summary>
internal sealed class AnalyzedApp
{
    private const int Entities = 480;
    private const int SettingsOfFile = 4_000;

    private readonly CSharpCompilation compilation;
    private readonly ImmutableArray<AdditionalText> files = [.. Files()];

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

    /// <summary>How much else.</summary>
    public int FileBytes => files.Sum(file => file.GetText()!.Length);

    /// <summary>Each analyzer's milliseconds for the C#.</summary>
    public IReadOnlyList<(string Id, double Took)> RunOverSources() => Run(compilation.Clone(), []);

    /// <summary>All analyzers' milliseconds for the other files.</summary>
    public double RunOverFiles() => Run(CSharpCompilation.Create("Empty", references: compilation.References), Files()).Sum(one => one.Took);

    /// <summary>What the rules of tenancy do in a project that knows nothing of Entity Framework: actions that they registered.</summary>
    public int ActionsWithoutEntityFramework()
    {
        var known = compilation.References.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        var project = CSharpCompilation.Create("Plain", [CSharpSyntaxTree.ParseText("class Plain { int Add(int a, int b) => a + b; }")], known, new(OutputKind.DynamicallyLinkedLibrary));
        var tenancy = All.Where(one => one.Id.StartsWith("ARC1", StringComparison.Ordinal)).Select(one => one.Analyzer).ToImmutableArray();
        var run = project.WithAnalyzers(tenancy, Options([]));
        run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return tenancy.Sum(analyzer => run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult() is var told
            ? told.OperationActionsCount + told.OperationBlockActionsCount + told.OperationBlockStartActionsCount + told.SymbolActionsCount + told.SymbolStartActionsCount
                + told.SyntaxNodeActionsCount + told.SyntaxTreeActionsCount + told.SemanticModelActionsCount + told.CodeBlockActionsCount + told.CodeBlockStartActionsCount
                + told.AdditionalFileActionsCount + told.CompilationEndActionsCount
            : 0);
    }

    private static List<(string Id, double Took)> Run(Compilation compilation, IEnumerable<AdditionalText> files)
    {
        var analyzers = All.ToList();
        var run = compilation.WithAnalyzers([.. analyzers.Select(one => one.Analyzer)], Options([.. files]));
        run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return
        [
            .. analyzers.Select(one => (one.Id, run.GetAnalyzerTelemetryInfoAsync(one.Analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds)),
        ];
    }

    private static CompilationWithAnalyzersOptions Options(ImmutableArray<AdditionalText> files) =>
        new(new AnalyzerOptions(files), onAnalyzerException: static (failed, _, _) => throw new InvalidOperationException("An analyzer threw.", failed), concurrentAnalysis: false, logAnalyzerExecutionTime: true);

    /// <summary>New ones in each round: what the analyzers remember of a text does not count twice.</summary>
    private static IEnumerable<AdditionalText> Files() =>
    [
        new GenomeText(Text("{\n", at => $"  \"Section{at}\": {{ \"Url\": \"https://host{at}.example.com/path\", \"Retry\": {at}, \"Name\": \"a name that stands for all of them\" }},\n", "  \"Last\": 1\n}\n"), "appsettings.json"),
        new GenomeText(Text("services:\n", at => $"  service{at}:\n    image: registry/name:{at}\n    environment:\n      - MODE=on\n      - URL=http://host{at}/path\n", ""), "compose.yaml"),
        new GenomeText(Text("", at => $"export function show{at}(row) {{\n  const name = `row ${{row.id}}`;\n  document.querySelector('#list').append(name, \"{at}\");\n}}\n", ""), "wwwroot/app.js"),
        new GenomeText(Text("<configuration>\n", at => $"  <add key=\"Setting{at}\" value=\"a value of some length, {at}\" />\n", "</configuration>\n"), "web.config"),
    ];

    private static string Text(string head, Func<int, string> line, string tail)
    {
        var text = new StringBuilder(head);
        for (var at = 0; at < SettingsOfFile; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line(at)}");
        }
        return text.Append(tail).ToString();
    }
}
