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
    /// <summary>A generator is made before the compiler has read a file: the earlier the rehearsal begins, the less is left to wait for.</summary>
    public GenomeGenerator() => Rehearsal.Overture.Begin();

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var failures = new FailureOutputs(context);
        var genome = new FrontEndSteps(context, failures);
        var models = new ModelSteps(genome, failures);
        // Outputs are made in the order in which they are registered here, on the compiler's thread: while others make the entities and then their sources, it
        // makes what is made once.
        var sources = new SourceOutputs(context, failures, models);
        context.RegisterSourceOutput(models.Lowered.Begin(), static (_, _) => { });
        sources.RegisterApp();
        sources.BeginShards();
        new HistoryOutputs(context, failures).Register(new HistorySteps(context, genome, models, failures), models, genome);
        sources.RegisterEntities();
        DiagnosticOutputs.Register(context, genome);
        HandlerOutputs.Register(context, genome);
        failures.Register(genome.Paths, genome.Diagnosis);
    }
}
