using Archiet.Emit;
using Archiet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>From models to sources: what other code can see, and what only a build needs (OpenAPI, migration, snapshot).</summary>
internal sealed class SourceOutputs(IncrementalGeneratorInitializationContext context, FailureOutputs failures)
{
    /// <summary>Registers every source.</summary>
    public void Register(ModelSteps models)
    {
        Source(models.App.Combine(models.Examples).SelectGuarded(
            TrackingNames.EmitApp, static (pair, _) => pair is { Left: { } app, Right: { } examples } ? AppEmitter.Emit(app, examples) : null));
        Source(models.App.SelectGuarded(TrackingNames.EmitContext, static (app, _) => app is null ? null : ContextEmitter.Emit(app)));
        Source(models.App.SelectGuarded(TrackingNames.EmitVocabulary, static (app, _) => app is null ? null : VocabularyEmitter.Emit(app)));
        Source(models.App.SelectGuarded(TrackingNames.EmitOperations, static (app, _) => app is null ? null : OperationEmitter.Emit(app)));
        context.RegisterSourceOutput(
            failures.Of(models.Shards.SelectGuarded(TrackingNames.EmitEntities, static (shard, _) => EntityEmitter.Emit(shard.Number, shard.Entities)), StepKind.BackEnd), Add);

        Implementation(models.App.SelectGuarded(TrackingNames.EmitOpenApiFrame, static (app, _) => app is null ? null : OpenApiEmitter.Frame(app)));
        Implementation(models.App.SelectGuarded(TrackingNames.EmitSnapshot, static (app, _) => app is null ? null : SnapshotEmitter.Emit(app)));
        context.RegisterImplementationSourceOutput(
            failures.Of(models.Shards.SelectGuarded(TrackingNames.EmitOpenApi, static (shard, _) => OpenApiEmitter.Shard(shard.Number, shard.Entities)), StepKind.BackEnd),
            Add);
    }

    /// <summary>Hands a file to the compiler, if there is one.</summary>
    public static void Add(SourceProductionContext output, GeneratedFile? file)
    {
        if (file is not null)
        {
            output.AddSource(file.HintName, new EmittedSourceText(file.Content));
        }
    }

    private void Source((IncrementalValueProvider<GeneratedFile?> File, IncrementalValuesProvider<Failure> Failures) step) =>
        context.RegisterSourceOutput(failures.Of(step, StepKind.BackEnd), Add);

    private void Implementation((IncrementalValueProvider<GeneratedFile?> File, IncrementalValuesProvider<Failure> Failures) step) =>
        context.RegisterImplementationSourceOutput(failures.Of(step, StepKind.BackEnd), Add);
}
