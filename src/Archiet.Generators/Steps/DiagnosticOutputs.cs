using Archiet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>What the user is told: an output apart from the sources, so that places can change without a source being emitted again.</summary>
internal static class DiagnosticOutputs
{
    /// <summary>Registers what is wrong with the genome, and that there is none.</summary>
    public static void Register(IncrementalGeneratorInitializationContext context, FrontEndSteps genome)
    {
        context.RegisterSourceOutput(genome.Diagnosis, static (output, diagnosis) =>
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
