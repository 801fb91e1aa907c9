using Archiet.Generators.Diagnostics;
using Archiet.Genome;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Generators.Steps;

/// <summary>Reports what failed, one error a step, at the first genome file.</summary>
internal sealed class FailureOutputs(IncrementalGeneratorInitializationContext context)
{
    private readonly List<Action<PipelineValue<Place>>> steps = [];

    /// <summary>Takes note of a step's failures and gives its values.</summary>
    public PipelineValues<T> Of<T>(GuardedValues<T> step, StepKind kind)
        where T : class
    {
        steps.Add(place => context.RegisterImplementationSourceOutput(
            step.Failures.Gather().With(place), (output, found) => Report(output, found.Left.All.Count == 0 ? null : found.Left.All[0], found.Right, kind)));
        return step.Values;
    }

    /// <summary>Takes note of a step's failure and gives its value.</summary>
    public PipelineValue<T?> Of<T>(GuardedValue<T> step, StepKind kind)
        where T : class
    {
        steps.Add(place => context.RegisterImplementationSourceOutput(step.Failure.With(place), (output, found) => Report(output, found.Left, found.Right, kind)));
        return step.Value;
    }

    /// <summary>Hands the failures to the compiler, in a build: an editor shows nothing of a generator's at a genome's file, and does not wait for it.</summary>
    public void Register(PipelineValue<Items<string>> paths, PipelineValue<Diagnosis?> diagnosis)
    {
        var place = paths.With(diagnosis).Select(static (genome, _) => new Place(genome.Left.All.Count > 0 ? genome.Left.All[0] : null, genome.Right is { HasErrors: true }));
        foreach (var register in steps)
        {
            register(place);
        }
    }

    /// <summary>
    /// A genome with errors is emitted as far as it goes, and fails the build: what a model or an emitter then stumbles over is a consequence of the error that
    /// is reported already, and one mistake gives one error.
    /// </summary>
    private static void Report(SourceProductionContext output, Failure? failure, Place place, StepKind kind)
    {
        if (failure is null || (kind != StepKind.FrontEnd && place.HasErrors))
        {
            return;
        }
        var location = place.Path is null ? Location.None : Location.Create(place.Path, default, default(LinePositionSpan));
        output.ReportDiagnostic(Diagnostic.Create(GeneratorDescriptors.InternalError, location, failure.Step, failure.Text));
    }

    /// <summary>Where a failure is reported, and whether the genome has errors of its own.</summary>
    private sealed record Place(string? Path, bool HasErrors);
}

/// <summary>Where in the pipeline a step stands.</summary>
internal enum StepKind
{
    /// <summary>Reads and checks the genome.</summary>
    FrontEnd,

    /// <summary>Makes sources of what was checked.</summary>
    BackEnd,
}
