using Archiet.Generators.Steps;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators;

/// <summary>
/// The engine as a guest of the compiler: every <c>*.genome.yaml</c> of a project becomes C# in its compilation. A thin adapter: what a genome means is decided
/// in Archiet.Genome, what becomes of it in Archiet.Model, how it is written in Archiet.Emit.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GenomeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var failures = new FailureOutputs(context);
        var genome = new FrontEndSteps(context, failures);
        var models = new ModelSteps(genome, failures);
        DiagnosticOutputs.Register(context, genome);
        HandlerOutputs.Register(context, genome);
        new SourceOutputs(context, failures).Register(models);
        new HistoryOutputs(context, failures).Register(new HistorySteps(context, genome, models, failures), models, genome);
        failures.Register(genome.Paths, genome.Diagnosis);
    }
}
