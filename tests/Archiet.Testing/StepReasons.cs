using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Archiet.Testing;

/// <summary>How often the outputs of a step were new, modified, equal after running again, not even computed, or removed in a run.</summary>
public sealed record StepReasons(int New, int Modified, int Unchanged, int Cached, int Removed)
{
    /// <summary>Outputs that were computed: the work that an edit costs.</summary>
    public int Computed => New + Modified + Unchanged;

    /// <summary>Outputs that later steps see as different.</summary>
    public int Changed => New + Modified + Removed;

    internal static StepReasons Of(ImmutableArray<IncrementalGeneratorRunStep> steps)
    {
        var reasons = steps.SelectMany(step => step.Outputs).CountBy(output => output.Reason).ToDictionary();
        return new(
            reasons.GetValueOrDefault(IncrementalStepRunReason.New),
            reasons.GetValueOrDefault(IncrementalStepRunReason.Modified),
            reasons.GetValueOrDefault(IncrementalStepRunReason.Unchanged),
            reasons.GetValueOrDefault(IncrementalStepRunReason.Cached),
            reasons.GetValueOrDefault(IncrementalStepRunReason.Removed));
    }
}
