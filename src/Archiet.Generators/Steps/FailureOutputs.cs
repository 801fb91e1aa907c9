using System.Collections.Immutable;
using Archiet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Generators.Steps;

/// <summary>Reports what failed, one error a step, at the first genome file.</summary>
internal sealed class FailureOutputs(IncrementalGeneratorInitializationContext context)
{
    private readonly List<(IncrementalValuesProvider<Failure> Failures, StepKind Kind)> steps = [];

    /// <summary>Takes note of a step's failures and gives its values.</summary>
    public IncrementalValuesProvider<T> Of<T>((IncrementalValuesProvider<T> Values, IncrementalValuesProvider<Failure> Failures) step, StepKind kind)
    {
        steps.Add((step.Failures, kind));
        return step.Values;
    }

    /// <summary>Takes note of a step's failure and gives its value.</summary>
    public IncrementalValueProvider<T?> Of<T>((IncrementalValueProvider<T?> Value, IncrementalValuesProvider<Failure> Failures) step, StepKind kind)
    {
        steps.Add((step.Failures, kind));
        return step.Value;
    }

    /// <summary>Hands the failures to the compiler: those of implementation steps where these run, so that an editor never waits for them.</summary>
    public void Register(IncrementalValueProvider<ImmutableArray<string>> paths, IncrementalValueProvider<Diagnosis?> diagnosis)
    {
        foreach (var (failures, kind) in steps)
        {
            var found = failures.Collect().Combine(paths).Combine(diagnosis);
            if (kind == StepKind.Implementation)
            {
                context.RegisterImplementationSourceOutput(found, (output, step) => Report(output, step.Left.Left, step.Left.Right, step.Right, kind));
            }
            else
            {
                context.RegisterSourceOutput(found, (output, step) => Report(output, step.Left.Left, step.Left.Right, step.Right, kind));
            }
        }
    }

    /// <summary>
    /// A genome with errors is emitted as far as it goes, and fails the build: what a model or an emitter then stumbles over is a consequence of the error that
    /// is reported already, and one mistake gives one error.
    /// </summary>
    private static void Report(SourceProductionContext output, ImmutableArray<Failure> failures, ImmutableArray<string> paths, Diagnosis? diagnosis, StepKind kind)
    {
        if (failures.IsEmpty || (kind != StepKind.FrontEnd && diagnosis is { HasErrors: true }))
        {
            return;
        }
        var place = paths.IsEmpty ? Location.None : Location.Create(paths[0], default, default(LinePositionSpan));
        output.ReportDiagnostic(Diagnostic.Create(GeneratorDescriptors.InternalError, place, failures[0].Step, failures[0].Text));
    }
}

/// <summary>Where in the pipeline a step stands.</summary>
internal enum StepKind
{
    /// <summary>Reads and checks the genome.</summary>
    FrontEnd,

    /// <summary>Makes what other code can see.</summary>
    Source,

    /// <summary>Makes what only a build needs.</summary>
    Implementation,
}
