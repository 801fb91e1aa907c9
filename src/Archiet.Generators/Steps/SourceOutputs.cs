using Archiet.Emit;
using Archiet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>From models to sources: what other code can see, and what only a build needs (OpenAPI, migration, snapshot).</summary>
internal sealed class SourceOutputs
{
    private readonly IncrementalGeneratorInitializationContext context;
    private readonly FailureOutputs failures;
    private readonly ModelSteps models;
    private readonly GuardedValues<GeneratedFile> entities;
    private readonly GuardedValues<GeneratedFile> openApi;

    /// <summary>Builds the steps of the shards.</summary>
    public SourceOutputs(IncrementalGeneratorInitializationContext context, FailureOutputs failures, ModelSteps models)
    {
        this.context = context;
        this.failures = failures;
        this.models = models;
        entities = models.Shards.SelectGuarded(TrackingNames.EmitEntities, static (shard, _) => EntityEmitter.Emit(shard.Number, shard.Entities));
        openApi = models.Shards.SelectGuarded(TrackingNames.EmitOpenApi, static (shard, _) => OpenApiEmitter.Shard(shard.Number, shard.Entities));
    }

    /// <summary>Begins to write the shards, and waits for none.</summary>
    public void BeginShards()
    {
        context.RegisterSourceOutput(entities.Running.Begin(), static (_, _) => { });
        context.RegisterImplementationSourceOutput(openApi.Running.Begin(), static (_, _) => { });
    }

    /// <summary>Registers the sources that follow from the outline alone.</summary>
    public void RegisterApp()
    {
        Source(models.App.SelectGuarded(TrackingNames.EmitContext, static (app, _) => app is null ? null : ContextEmitter.Emit(app)));
        Source(models.App.SelectGuarded(TrackingNames.EmitVocabulary, static (app, _) => app is null ? null : VocabularyEmitter.Emit(app)));
        Source(models.App.SelectGuarded(TrackingNames.EmitOperations, static (app, _) => app is null ? null : OperationEmitter.Emit(app)));
        Implementation(models.App.SelectGuarded(TrackingNames.EmitOpenApiFrame, static (app, _) => app is null ? null : OpenApiEmitter.Frame(app)));
        Implementation(models.App.SelectGuarded(TrackingNames.EmitSnapshot, static (app, _) => app is null ? null : SnapshotEmitter.Emit(app)));
    }

    /// <summary>Registers the sources that entities have a part in.</summary>
    public void RegisterEntities()
    {
        Source(models.App.With(models.Examples).SelectGuarded(
            TrackingNames.EmitApp, static (pair, _) => pair is { Left: { } app, Right: { } examples } ? AppEmitter.Emit(app, examples) : null));
        context.RegisterSourceOutput(failures.Of(entities, StepKind.BackEnd), Add);
        context.RegisterImplementationSourceOutput(failures.Of(openApi, StepKind.BackEnd), Add);
    }

    /// <summary>Hands a file to the compiler, if there is one.</summary>
    public static void Add(SourceProductionContext output, GeneratedFile? file)
    {
        if (file is not null)
        {
            output.AddSource(file.HintName, new EmittedSourceText(file.Content));
        }
    }

    private void Source(GuardedValue<GeneratedFile> step) =>
        context.RegisterSourceOutput(failures.Of(step, StepKind.BackEnd), Add);

    private void Implementation(GuardedValue<GeneratedFile> step) =>
        context.RegisterImplementationSourceOutput(failures.Of(step, StepKind.BackEnd), Add);
}
