using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Model;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// From the folder of migrations, and what the genome asks beyond it, to plans. Read by implementation outputs alone: an editor runs none of it. An edit of the genome
/// leaves the sealed migrations as they are; an edit of C# leaves all of it.
/// </summary>
internal sealed class HistorySteps
{
    /// <summary>Builds the steps.</summary>
    public HistorySteps(IncrementalGeneratorInitializationContext context, FrontEndSteps genome, ModelSteps models, FailureOutputs failures)
    {
        var folder = context.AnalyzerConfigOptionsProvider.ToPipeline(static (options, _) => HistoryFiles.FolderOf(options.GlobalOptions));
        var files = context.AdditionalTextsProvider.Where(HistoryFiles.IsHistory).ToPipeline(HistoryFiles.Read).Gather().With(folder)
            .Select(static (found, _) => new Items<HistoryFile>(
                GenomeFiles.InOrder(found.Left.All.Where(file => HistoryFiles.IsIn(found.Right, file.Path)), static file => file.Path).ToEquatableArray()))
            .WithTrackingName(TrackingNames.HistoryFiles);
        Chain = failures.Of(files.SelectGuarded(TrackingNames.History, static (found, _) => HistoryFiles.Chain(found.All)), StepKind.BackEnd);
        Sealed = failures.Of(
            Chain.SelectGuarded(TrackingNames.SealedPlans, static (chain, _) => chain is null ? null : new Items<MigrationPlan>(chain.Links.Select(MigrationPlanner.Plan).ToEquatableArray())), StepKind.BackEnd);
        // What a genome with an error asks of its database is not what it means.
        var wish = failures.Of(
            models.App.With(models.Entities).With(models.Retired).With(genome.Approvals.With(genome.Diagnosis)).SelectGuarded(
                TrackingNames.Wish,
                static (found, _) => found is { Left: { Left: { Left: { } app, Right: { } all }, Right: var retired }, Right: { Left: var approvals, Right.HasErrors: false } }
                    ? SchemaWish.Of(new GenomeModel(app, all.All) { Retired = retired.All }, approvals.All)
                    : null),
            StepKind.BackEnd);
        Evolution = failures.Of(
            Chain.With(wish).With(files).SelectGuarded(
                TrackingNames.Evolution,
                static (known, _) => known is { Left: { Left: { IsBroken: false } chain, Right: { } asked }, Right: { } all } ? SchemaEvolution.Of(chain, asked, all.All) : null),
            StepKind.BackEnd);
    }

    /// <summary>The chain of sealed migrations.</summary>
    public PipelineValue<SchemaHistory?> Chain { get; }

    /// <summary>How they are run, oldest first.</summary>
    public PipelineValue<Items<MigrationPlan>?> Sealed { get; }

    /// <summary>What the genome changes beyond them, and what there is to say of it; null while the chain is broken.</summary>
    public PipelineValue<SchemaEvolution?> Evolution { get; }
}
