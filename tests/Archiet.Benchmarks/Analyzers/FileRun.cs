using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>One compilation of nothing but files that are no C#.</summary>
internal static class FileRun
{
    private static readonly ImmutableArray<MetadataReference> References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];

    /// <summary>The milliseconds of each rule that reads files, by the compiler's own clock.</summary>
    public static IReadOnlyList<(string Id, double Took)> Of(ImmutableArray<AdditionalText> files)
    {
        var rules = AnalyzedApp.All.ToList();
        var run = CSharpCompilation.Create("Empty", references: References).WithAnalyzers(
            [.. rules.Select(rule => rule.Analyzer)],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files), onAnalyzerException: static (failed, _, _) => throw new InvalidOperationException("An analyzer threw.", failed), concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        run.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return
        [
            .. rules.Select(rule => (rule.Id, Told: run.GetAnalyzerTelemetryInfoAsync(rule.Analyzer, CancellationToken.None).GetAwaiter().GetResult()))
                .Where(rule => rule.Told.AdditionalFileActionsCount > 0)
                .Select(rule => (rule.Id, rule.Told.ExecutionTime.TotalMilliseconds)),
        ];
    }
}
