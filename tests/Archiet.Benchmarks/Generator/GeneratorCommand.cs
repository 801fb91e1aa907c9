using System.Globalization;
using Archiet.Generators;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Benchmarks;

/// <summary>
/// What the generator costs inside the compiler: the first run of a fresh process, a run with everything compiled, and the run after an edit of one entity or
/// of one C# file. A build runs every output; an editor runs those that other code can see, so edits are measured without implementation outputs.
/// </summary>
internal sealed class GeneratorCommand : ICommand
{
    private const int Rounds = 5;

    // Warm is a process in which everything is compiled, as in a compiler server that has been used: a method that a run calls once is compiled in full after
    // 30 runs that count, and 30 more whose counts the last compilation uses.
    private const int WarmUps = 60;
    private const int Repeats = 15;

    // What the second and the following builds of a compiler see before that: printed, without a goal.
    private static readonly int[] Shown = [2, 4, 8, 16, 32];

    // Between two builds a compiler does much else: what one run left is not for the next to collect, and the compiler of hot code, which waits for a moment's rest, gets one.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    private static readonly int[] Sizes = [100, 1000];
    private static readonly string[] Names = ["cold", "warm", "entity-edit", "csharp-edit"];
    private static readonly double[] Goals = [700, 200, 15, 0.5];

    /// <inheritdoc/>
    public string Name => "generator";

    /// <inheritdoc/>
    public string Purpose => "milliseconds of the generator, cold, warm and after edits, at 100 and 1,000 entities";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        if (args is ["once", var size])
        {
            var taken = MeasureOnce(int.Parse(size, CultureInfo.InvariantCulture));
            Console.WriteLine(string.Join(' ', taken.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Wall:0.000}/{one.Processor:0.000}"))));
            return Task.FromResult(0);
        }
        if (args is ["stages", .. var rest])
        {
            StageTimes.Print(rest is [var entities, ..] ? int.Parse(entities, CultureInfo.InvariantCulture) : Sizes[^1]);
            return Task.FromResult(0);
        }
        Console.WriteLine($"{Rounds} rounds, each a fresh process per size; compiler of {CompilerHost.Folder}. Milliseconds: wall clock/processor time of the process.");
        var measures = new Measures();
        var builds = Sizes.ToDictionary(size => size, _ => Shown.Select(_ => new List<double>()).ToArray());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var entities in Sizes)
            {
                var line = ChildProcess.RunSelf(Name, "once", entities.ToString(CultureInfo.InvariantCulture));
                var figures = line.Split(' ').Select(pair => pair.Split('/').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray()).ToArray();
                for (var at = 0; at < Names.Length; at++)
                {
                    measures.Add($"generator.{Names[at]}.{entities}.ms", figures[at][0], Goals[at]);
                }
                for (var at = 0; at < Shown.Length; at++)
                {
                    builds[entities][at].Add(figures[Names.Length + at][0]);
                }
                Console.WriteLine($"round {round + 1}, {entities} entities: {line.Trim()}");
            }
        }
        foreach (var entities in Sizes)
        {
            var medians = Shown.Zip(builds[entities], (build, times) => string.Create(CultureInfo.InvariantCulture, $"{build}: {Measures.Median(times):0}"));
            Console.WriteLine($"ms a build on the way to warm, {entities} entities, by the number of the build: {string.Join(", ", medians)}");
        }
        measures.Print();
        return Task.FromResult(0);
    }

    /// <summary>One process: the first run, medians of the warm ones, and on the way the runs that are <see cref="Shown"/>.</summary>
    private static Taken[] MeasureOnce(int entities)
    {
        var program = CSharpSyntaxTree.ParseText("class Program { static void Main() { } }");
        Compilation compilation = CSharpCompilation.Create("App", [program], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var genome = new GenomeText(SyntheticGenome.Text(entities));
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

        GeneratorDriver Driver(IncrementalGeneratorOutputKind disabled) => CSharpGeneratorDriver.Create(
            [new GenomeGenerator().AsSourceGenerator()], [genome], options, driverOptions: new GeneratorDriverOptions(disabled));

        var cold = ProcessClock.Measure(() => AssertSound(Driver(IncrementalGeneratorOutputKind.None).RunGenerators(compilation)));
        var builds = All(_ =>
        {
            GC.Collect();
            Thread.Sleep(Rest);
            return ProcessClock.Measure(() => Driver(IncrementalGeneratorOutputKind.None).RunGenerators(compilation));
        });
        var warm = Taken.Median(builds[WarmUps..]);

        var editor = Driver(IncrementalGeneratorOutputKind.Implementation).RunGenerators(compilation);
        AdditionalText current = genome;
        var entityEdit = Times(revision =>
        {
            var edited = new GenomeText(SyntheticGenome.Text(entities, entities / 2, revision + 1));
            var taken = ProcessClock.Measure(() => editor = editor.ReplaceAdditionalText(current, edited).RunGenerators(compilation));
            current = edited;
            return taken;
        });
        var csharpEdit = Times(revision =>
        {
            var edited = CSharpSyntaxTree.ParseText($"class Program {{ static void Main() => System.Console.Write({revision}); }}");
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(), edited);
            return ProcessClock.Measure(() => editor = editor.RunGenerators(compilation));
        });
        return [cold, warm, entityEdit, csharpEdit, .. Shown.Select(build => builds[build - 2])];
    }

    /// <summary>The median of several, after some to warm up.</summary>
    private static Taken Times(Func<int, Taken> measure) => Taken.Median(All(measure)[WarmUps..]);

    private static Taken[] All(Func<int, Taken> measure) => [.. Enumerable.Range(0, Repeats + WarmUps).Select(measure)];

    private static void AssertSound(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null || !result.Diagnostics.IsEmpty || result.GeneratedSources.Length < 10)
        {
            throw new InvalidOperationException($"The genome gave {result.GeneratedSources.Length} sources. {result.Exception}\n{string.Join('\n', result.Diagnostics.Take(10))}");
        }
    }
}
