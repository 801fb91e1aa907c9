using Archiet.Generators.Live;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Benchmarks.Live;

/// <summary>
/// What the live analyzer costs an editor at 1,000 entities in one file, as the compiler's own clock of analyzers has it: the first time, after an edit of one entity,
/// and after a keystroke in a C# file.
/// </summary>
internal sealed class LiveCommand : ICommand
{
    private const int Entities = 1000;
    private const int WarmUps = 12;
    private const int Repeats = 15;

    /// <inheritdoc/>
    public string Name => "live";

    /// <inheritdoc/>
    public string Purpose => "milliseconds of the live analyzer after edits, at 1,000 entities";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        var editor = new Editor();
        var measures = new Measures();
        measures.Add("live.first.1000.ms", editor.Analyze(), 500);
        for (var revision = 1; revision <= WarmUps + Repeats; revision++)
        {
            var (entityEdit, csharpEdit) = (editor.EditEntity(revision), editor.EditSource(revision));
            if (revision > WarmUps)
            {
                measures.Add("live.entity-edit.1000.ms", entityEdit, 60);
                measures.Add("live.csharp-edit.1000.ms", csharpEdit, 0.5);
            }
        }
        measures.Print();
        return Task.FromResult(0);
    }

    /// <summary>A project in an editor. A class of its own: the compiler can be loaded only once it was chosen, after all commands are there.</summary>
    private sealed class Editor
    {
        private readonly GenomeAnalyzer analyzer = new();
        private Compilation compilation = CSharpCompilation.Create("App", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        private AdditionalText genome = new GenomeText(SyntheticGenome.Text(Entities));

        public double EditEntity(int revision)
        {
            genome = new GenomeText(SyntheticGenome.Text(Entities, Entities / 2, revision));
            return Analyze();
        }

        public double EditSource(int revision)
        {
            compilation = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(CSharpSyntaxTree.ParseText($"class Program {{ const int Revision = {revision}; }}"));
            return Analyze();
        }

        /// <summary>What the analyzer itself took.</summary>
        public double Analyze()
        {
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([genome]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
            var result = compilation.WithAnalyzers([analyzer], options).GetAnalysisResultAsync(genome, CancellationToken.None).GetAwaiter().GetResult();
            return result.GetAllDiagnostics().IsEmpty
                ? result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds
                : throw new InvalidOperationException($"The genome is not sound: {result.GetAllDiagnostics()[0]}");
        }
    }
}
