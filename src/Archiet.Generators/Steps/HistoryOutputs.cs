using Archiet.Emit;
using Archiet.Generators.Diagnostics;
using Archiet.Genome;
using Archiet.Genome.Diagnostics;
using Archiet.Model;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>Migrations as sources, what the app knows of them, and what is wrong with them: outputs that only a build has.</summary>
internal sealed class HistoryOutputs(IncrementalGeneratorInitializationContext context, FailureOutputs failures)
{
    private const string PendingProperty = "build_property.ArchietPendingMigrations";
    private const string Refuse = "refuse";

    /// <summary>Registers all of it.</summary>
    public void Register(HistorySteps history, ModelSteps models, FrontEndSteps genome)
    {
        var shards = history.Sealed.SelectMany(static (plans, _) => plans is null ? [] : Shards(plans.All));
        context.RegisterImplementationSourceOutput(
            failures.Of(
                shards.With(models.App).SelectGuarded(
                    TrackingNames.EmitSealed, static (pair, _) => pair.Right is null ? null : MigrationEmitter.Sealed(pair.Right, pair.Left.Number, pair.Left.Plans)),
                StepKind.BackEnd),
            SourceOutputs.Add);
        Implementation(history.Evolution.With(models.App).SelectGuarded(
            TrackingNames.EmitMigration, static (pair, _) => pair is { Left.Plan: { } plan, Right: { } app } ? MigrationEmitter.Pending(app, plan) : null));
        Implementation(history.Sealed.With(history.Evolution).With(models.App).SelectGuarded(
            TrackingNames.EmitHistory,
            static (known, _) => known is { Left: { Left: { } plans, Right: { } evolution }, Right: { } app }
                ? HistoryEmitter.Emit(app, [.. plans.All, .. evolution.Plan is { } pending ? [pending] : Array.Empty<MigrationPlan>()])
                : null));
        Diagnostics(history, genome);
    }

    private void Diagnostics(HistorySteps history, FrontEndSteps genome)
    {
        context.RegisterImplementationSourceOutput(history.Chain, static (output, chain) =>
        {
            foreach (var found in chain?.Findings ?? EquatableArray<HistoryFinding>.Empty)
            {
                output.ReportDiagnostic(GenomeDiagnosticReporter.ToDiagnostic(found.ToDiagnostic()));
            }
        });
        var mode = context.AnalyzerConfigOptionsProvider.ToPipeline(static (options, _) => options.GlobalOptions.TryGetValue(PendingProperty, out var said) ? said : null);
        // Places are looked up where there is something to tell; where there is nothing, a moved line goes no further.
        var told = history.Evolution.With(genome.AsRead).With(mode).Select(static (known, _) =>
            known.Left is { Left: { } evolution, Right: { } document } ? Tell(evolution, document, string.Equals(known.Right, Refuse, StringComparison.OrdinalIgnoreCase)) : new Items<GenomeDiagnostic>(EquatableArray<GenomeDiagnostic>.Empty));
        context.RegisterImplementationSourceOutput(told, static (output, findings) =>
        {
            foreach (var found in findings.All)
            {
                output.ReportDiagnostic(GenomeDiagnosticReporter.ToDiagnostic(found));
            }
        });
    }

    private static Items<GenomeDiagnostic> Tell(SchemaEvolution evolution, Document document, bool isRefused)
    {
        var findings = isRefused && evolution.Plan is not null ? evolution.Findings.Append(SchemaEvolution.NotSealed).ToEquatableArray() : evolution.Findings;
        if (findings.Count == 0)
        {
            return new(EquatableArray<GenomeDiagnostic>.Empty);
        }
        var places = GenomeFrontEnd.LocateChanges(document.Files, document.Sections);
        return new(findings
            .Select(found => ChangePlaces.Nearest(places, found.Key) is { } span ? new GenomeDiagnostic(found.Descriptor, span, found.Message) : null)
            .OfType<GenomeDiagnostic>().ToEquatableArray());
    }

    private static IEnumerable<MigrationShard> Shards(EquatableArray<MigrationPlan> plans) => Enumerable.Range(0, (plans.Count + MigrationEmitter.ShardSize - 1) / MigrationEmitter.ShardSize)
        .Select(number => new MigrationShard(number, plans.Skip(number * MigrationEmitter.ShardSize).Take(MigrationEmitter.ShardSize).ToEquatableArray()));

    private void Implementation(GuardedValue<GeneratedFile> step) =>
        context.RegisterImplementationSourceOutput(failures.Of(step, StepKind.BackEnd), SourceOutputs.Add);

    /// <summary>Sealed migrations that share a source: a new one changes the last shard alone.</summary>
    private sealed record MigrationShard(int Number, EquatableArray<MigrationPlan> Plans);
}
