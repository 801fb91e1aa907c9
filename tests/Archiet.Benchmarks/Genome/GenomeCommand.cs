using System.Globalization;
using Archiet.Genome;
using Archiet.Testing;

namespace Archiet.Benchmarks;

/// <summary>
/// What the front end costs by itself: reading, binding and checking genomes with the full words of the language, the first time in a fresh process and when
/// everything is compiled, and what it keeps in memory.
/// </summary>
internal sealed class GenomeCommand : ICommand
{
    private const int Rounds = 3;
    private const int WarmUps = 12;
    private const int Repeats = 11;
    private const int Size = 1000;
    private const double ColdGoal = 500;
    private const double WarmGoal = 120;
    private const double LinearGoal = 1.3;
    private const double MemoryGoal = 20;

    private static readonly int[] LinearSizes = [100, 4000];

    /// <inheritdoc/>
    public string Name => "genome";

    /// <inheritdoc/>
    public string Purpose => "milliseconds of the front end, cold and warm, its growth from 100 to 4,000 entities, and its memory";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        if (args is ["once", var size])
        {
            Console.WriteLine(string.Join(' ', MeasureOnce(int.Parse(size, CultureInfo.InvariantCulture)).Select(static figure => figure.ToString("0.000", CultureInfo.InvariantCulture))));
            return Task.FromResult(0);
        }
        var measures = new Measures();
        for (var round = 0; round < Rounds; round++)
        {
            var full = Once(Size);
            var small = Once(LinearSizes[0]);
            var large = Once(LinearSizes[1]);
            measures.Add("genome.cold.1000.cpu-ms", full[0], ColdGoal);
            measures.Add("genome.warm.1000.cpu-ms", full[1], WarmGoal);
            measures.Add("genome.linear.100-4000.ratio", large[1] / LinearSizes[1] / (small[1] / LinearSizes[0]), LinearGoal);
            measures.Add("genome.memory.1000.times-text", full[2], MemoryGoal);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: 1,000 cold {full[0]:0} ms, warm {full[1]:0} ms; 100 warm {small[1]:0.0} ms; 4,000 warm {large[1]:0} ms"));
        }
        measures.Print();
        return Task.FromResult(0);
    }

    private static double[] Once(int size) =>
        [.. ChildProcess.RunSelf("genome", "once", size.ToString(CultureInfo.InvariantCulture)).Split(' ').Select(static figure => double.Parse(figure, CultureInfo.InvariantCulture))];

    /// <summary>Processor time of the first and of later runs, and what one run's results hold in memory against the bytes of the text.</summary>
    private static double[] MeasureOnce(int size)
    {
        GenomeFile[] files = [.. SyntheticWords.Files(size).Select(static file => new GenomeFile(file.Name, file.Text))];
        var cold = ThreadClock.Measure(() => AssertSound(GenomeFrontEnd.Compile(files)));
        for (var run = 0; run < WarmUps; run++)
        {
            GenomeFrontEnd.Compile(files);
        }
        Thread.Sleep(500);
        var warm = Taken.Median([.. Enumerable.Range(0, Repeats).Select(_ => ThreadClock.Measure(() => GenomeFrontEnd.Compile(files)))]);
        return [cold.Processor, warm.Processor, MemoryOf(files)];
    }

    /// <summary>What a host keeps: sections, what was read of them, what they declare and the entities.</summary>
    private static double MemoryOf(GenomeFile[] files)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var sections = files.SelectMany(static file => GenomeFrontEnd.Split(file).Sections).Select(GenomeFrontEnd.Parse).ToList();
        var faces = sections.Select(static section => section.Face).ToList();
        var declared = GenomeFrontEnd.Declare(faces);
        var shapes = GenomeFrontEnd.Shapes(faces, declared.Names);
        var bindings = sections.SelectMany(static section => section.Entities).Select(entity => GenomeFrontEnd.Bind(entity, declared.Names, shapes.Reach(entity))).ToList();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive((sections, declared, shapes, bindings));
        return (after - before) / (double)files.Sum(static file => file.Text.Length);
    }

    private static void AssertSound(CompiledGenome compiled)
    {
        if (compiled.Diagnostics.Count > 0)
        {
            throw new InvalidOperationException("The synthetic genome has a mistake: " + compiled.Diagnostics[0].Message);
        }
    }
}
