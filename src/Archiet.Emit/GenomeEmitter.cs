using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Every source of a genome at once, for hosts that have no need to emit in parts.</summary>
public static class GenomeEmitter
{
    /// <summary>The sources of an app without a history, in a fixed order.</summary>
    public static IReadOnlyList<GeneratedFile> Emit(GenomeModel genome) => Emit(genome, MigrationPlanner.Initial(genome));

    /// <summary>The sources in a fixed order.</summary>
    /// <param name="genome">The genome, lowered.</param>
    /// <param name="plan">The one migration that leads to its schema.</param>
    public static IReadOnlyList<GeneratedFile> Emit(GenomeModel genome, MigrationPlan plan)
    {
        var app = genome.App;
        var files = new List<GeneratedFile>
        {
            AppEmitter.Emit(app, AppExamples.Of(genome.Entities)),
            ContextEmitter.Emit(app),
            VocabularyEmitter.Emit(app),
            OpenApiEmitter.Frame(app),
            MigrationEmitter.Pending(app, plan),
            HistoryEmitter.Emit(app, [plan]),
            SnapshotEmitter.Emit(app),
        };
        if (OperationEmitter.Emit(app) is { } operations)
        {
            files.Add(operations);
        }
        foreach (var shard in genome.Entities.GroupBy(entity => Sharding.ShardOf(entity.Name)).OrderBy(shard => shard.Key))
        {
            var entities = shard.ToList();
            files.Add(EntityEmitter.Emit(shard.Key, entities)!);
            files.Add(OpenApiEmitter.Shard(shard.Key, entities)!);
        }
        return files;
    }
}
