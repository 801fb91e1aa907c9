using Archiet.Emit;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators.Steps;

/// <summary>
/// From checked entities to models, and to the shards that share a source. An entity in which something is wrong is there with its name and no fields: the
/// rest of the genome and the user's code still refer to it, and its one mistake stays one error.
/// </summary>
internal sealed class ModelSteps
{
    /// <summary>Builds the steps.</summary>
    public ModelSteps(FrontEndSteps genome, FailureOutputs failures)
    {
        var outline = genome.Outline.Select(static (found, _) => found is not null && IsUsable(found) ? found : null);
        App = failures.Of(outline.SelectGuarded(TrackingNames.App, static (found, _) => found is null ? null : Lowering.App(found)), StepKind.BackEnd);
        var lower = genome.Entities.With(outline).SelectGuarded(TrackingNames.Lower, static (pair, _) => pair.Right is null ? null : Lowering.Entity(pair.Left, pair.Right));
        Lowered = lower.Running;
        Entities = failures.Of(
            failures.Of(lower, StepKind.BackEnd).Gather().With(outline).SelectGuarded(TrackingNames.Entities, static (pair, _) => pair.Right is null ? null : InOrder(pair.Left.All, pair.Right)),
            StepKind.BackEnd);
        var retired = failures.Of(
            genome.Retired.With(outline).SelectGuarded(TrackingNames.LowerRetired, static (pair, _) => pair.Right is null ? null : Lowering.Retired(pair.Left, pair.Right)),
            StepKind.BackEnd);
        Retired = retired.Gather().Select(static (all, _) => new Items<RetiredModel>(all.All.OrderBy(static entity => entity.Name, StringComparer.Ordinal).ToEquatableArray()));
        Examples = failures.Of(
            Entities.SelectGuarded(TrackingNames.Examples, static (all, _) => all is null ? null : AppExamples.Of(all.All)), StepKind.BackEnd);
        Shards = Entities.SelectMany(static (all, _) => all is null ? [] : Shard(all.All)).WithTrackingName(TrackingNames.Shard);
    }

    /// <summary>What is emitted once; null where the genome does not even say what the app is called.</summary>
    public PipelineValue<AppModel?> App { get; }

    /// <summary>The entities as they are being lowered.</summary>
    public PipelineValues<Task<Outcome>> Lowered { get; }

    /// <summary>Every entity.</summary>
    public PipelineValue<Items<EntityModel>?> Entities { get; }

    /// <summary>The tables of entities that are retired, in ordinal order of names.</summary>
    public PipelineValue<Items<RetiredModel>> Retired { get; }

    /// <summary>What the app needs to know of its entities' fields.</summary>
    public PipelineValue<AppExamples?> Examples { get; }

    /// <summary>The entities by source.</summary>
    public PipelineValues<Shard> Shards { get; }

    private static bool IsUsable(GenomeOutline outline) => outline.App.Name.Length > 0 && outline.App.Namespace.Length > 0;

    /// <summary>A model for each name of the outline. The first wins where an entity was declared twice.</summary>
    private static Items<EntityModel> InOrder(EquatableArray<EntityModel> lowered, GenomeOutline outline)
    {
        var byName = new Dictionary<string, EntityModel>(StringComparer.Ordinal);
        foreach (var entity in lowered)
        {
            if (!byName.ContainsKey(entity.Name))
            {
                byName.Add(entity.Name, entity);
            }
        }
        return new(outline.Entities.Select(entity => byName.TryGetValue(entity.Name, out var model) ? model : Lowering.Entity(Blank(entity), outline)).ToEquatableArray());
    }

    private static BoundEntity Blank(EntityOutline entity) => new(
        entity.Name, entity.ClassName, entity.Plural, "", entity.Role,
        EquatableArray<BoundField>.Empty, EquatableArray<BoundIndex>.Empty, EquatableArray<BoundIndex>.Empty);

    /// <summary>Always the same number of shards, so that none changes its place.</summary>
    private static IEnumerable<Shard> Shard(EquatableArray<EntityModel> entities)
    {
        var shards = entities.ToLookup(static entity => Sharding.ShardOf(entity.Name));
        return Enumerable.Range(0, Sharding.Count).Select(number => new Shard(number, shards[number].ToEquatableArray()));
    }
}
