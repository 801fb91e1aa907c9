using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Every source of a genome at once, for hosts that have no need to emit in parts.</summary>
public static class GenomeEmitter
{
    /// <summary>The sources in a fixed order.</summary>
    public static IReadOnlyList<GeneratedFile> Emit(GenomeModel genome)
    {
        var app = genome.App;
        var plan = MigrationPlanner.Initial(genome);
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
