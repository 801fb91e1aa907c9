using Archiet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// What the user is told: an output apart from the sources, so that places can change without a source being emitted again. It is told in a build: an editor
/// shows nothing of what a generator says at a genome's file, and hears it from <see cref="Live.GenomeAnalyzer"/>.
/// </summary>
internal static class DiagnosticOutputs
{
    /// <summary>Registers what is wrong with the genome, and that there is none.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, FrontEndSteps genome)
    {
        context.RegisterImplementationSourceOutput(genome.Diagnosis, static (output, diagnosis) =>
        {
            foreach (var found in diagnosis?.Diagnostics ?? [])
            {
                output.ReportDiagnostic(GenomeDiagnosticReporter.ToDiagnostic(found));
            }
        });
        context.RegisterSourceOutput(genome.Paths, static (output, paths) =>
        {
            if (paths.All.Count == 0)
            {
                output.ReportDiagnostic(Diagnostic.Create(GeneratorDescriptors.NoGenome, Location.None));
            }
        });
    }
}
