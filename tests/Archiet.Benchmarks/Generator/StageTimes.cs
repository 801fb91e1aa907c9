using System.Globalization;
using Archiet.Emit;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Syntax;
using Archiet.Model;
using Archiet.Testing;

namespace Archiet.Benchmarks;

/// <summary>
/// Where the time and the memory of a build's run go: each stage of the engine by itself, on one thread, without the compiler's driver. For whoever makes it
/// faster; the goals are those of the whole.
/// </summary>
internal static class StageTimes
{
    private const int WarmUps = 12;
    private const int Repeats = 15;

    /// <summary>Prints a line a stage.</summary>
    /// <param name="entities">How many entities the synthetic genome has.</param>
    public static void Print(int entities)
    {
        GenomeFile[] files = [new(SyntheticGenome.Path, SyntheticGenome.Text(entities))];
        List<List<Stage>> runs = [];
        for (var run = 0; run < WarmUps + Repeats; run++)
        {
            runs.Add(Run(files, weigh: false));
        }
        var kept = Run(files, weigh: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"stage",-16} {"cold ms",8} {"warm ms",8} {"MB",8} {"kept MB",8}"));
        for (var at = 0; at < runs[0].Count; at++)
        {
            var warm = Measures.Median(runs.Skip(WarmUps).Select(run => run[at].Milliseconds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs[0][at].Name,-16} {runs[0][at].Milliseconds,8:0.0} {warm,8:0.0} {runs[^1][at].Allocated / 1e6,8:0.0} {kept[at].Kept / 1e6,8:0.0}"));
        }
    }

    /// <summary>All stages once, each with what it makes at hand until the end.</summary>
    /// <param name="files">The genome.</param>
    /// <param name="weigh">Whether to find what each stage leaves in memory, which its time is of no use for.</param>
    private static List<Stage> Run(GenomeFile[] files, bool weigh)
    {
        List<Stage> stages = [];
        List<object?> made = [];
        var splits = Take("split", () => files.Select(GenomeFrontEnd.Split).ToList());
        var sections = Take("parse", () => splits.SelectMany(static split => split.Sections).Select(GenomeFrontEnd.Parse).ToList());
        var faces = sections.Select(static section => section.Face).ToList();
        var declared = Take("declare", () => GenomeFrontEnd.Declare(faces));
        var shapes = GenomeFrontEnd.Shapes(faces, declared.Names);
        var syntax = sections.SelectMany(static section => section.Entities).ToList();
        var reached = Take("reach", () => syntax.ConvertAll(entity => shapes.Reach(entity)));
        var bindings = Take("bind", () => syntax.Zip(reached, (entity, reach) => GenomeFrontEnd.Bind(entity, declared.Names, reach)).ToList());
        var seeded = Take("seed", () => GenomeFrontEnd.Seed(sections, declared.Names, bindings));
        var diagnostics = Take("diagnose", () => GenomeFrontEnd.Locate(splits, sections, declared, bindings, seeded));
        var genome = GenomeFrontEnd.Assemble(declared, bindings, seeded, diagnostics) ?? throw new InvalidOperationException("The synthetic genome has a mistake.");
        var app = Take("lower app", () => Lowering.App(genome.Outline));
        var models = Take("lower entities", () => genome.Entities.Select(entity => Lowering.Entity(entity, genome.Outline)).ToEquatableArray());
        var examples = Take("examples", () => AppExamples.Of(models));
        Take("emit app", () => AppEmitter.Emit(app, examples));
        Take("emit context", () => ContextEmitter.Emit(app));
        var shards = models.ToLookup(static entity => Sharding.ShardOf(entity.Name)).OrderBy(static shard => shard.Key).Select(static shard => (shard.Key, All: shard.ToEquatableArray())).ToList();
        Take("emit entities", () => shards.ConvertAll(static shard => EntityEmitter.Emit(shard.Key, shard.All)));
        Take("emit openapi", () => shards.ConvertAll(static shard => OpenApiEmitter.Shard(shard.Key, shard.All)));
        Take("emit frame", () => OpenApiEmitter.Frame(app));
        var wish = Take("wish", () => SchemaWish.Of(new GenomeModel(app, models), EquatableArray<BoundApproval>.Empty));
        var chain = SchemaHistory.Of([], null, []);
        var evolution = Take("evolution", () => SchemaEvolution.Of(chain, wish, EquatableArray<HistoryFile>.Empty));
        Take("emit migration", () => MigrationEmitter.Pending(app, evolution.Plan!));
        Take("emit history", () => HistoryEmitter.Emit(app, [evolution.Plan!]));
        stages.Add(new("all", stages.Sum(static stage => stage.Milliseconds), stages.Sum(static stage => stage.Allocated), stages.Sum(static stage => stage.Kept)));
        GC.KeepAlive(made);
        return stages;

        T Take<T>(string name, Func<T> stage)
        {
            var held = weigh ? GC.GetTotalMemory(forceFullCollection: true) : 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            T? result = default;
            var taken = ThreadClock.Measure(() => result = stage());
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            made.Add(result);
            stages.Add(new(name, taken.Processor, allocated, weigh ? GC.GetTotalMemory(forceFullCollection: true) - held : 0));
            return result!;
        }
    }

    /// <param name="Name">What is done.</param>
    /// <param name="Milliseconds">Processor time of the thread.</param>
    /// <param name="Allocated">Bytes.</param>
    /// <param name="Kept">Bytes that what it made holds.</param>
    private sealed record Stage(string Name, double Milliseconds, long Allocated, long Kept);
}
