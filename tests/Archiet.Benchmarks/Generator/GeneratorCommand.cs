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

    // Warm is a process in which everything is compiled, as in a compiler server: the second tier comes after 30 calls and a moment.
    private const int WarmUps = 12;
    private const int Repeats = 15;

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
            Console.WriteLine(string.Join(' ', taken.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Wall:0.000} {one.Processor:0.000}"))));
            return Task.FromResult(0);
        }
        if (args is ["stages", .. var rest])
        {
            StageTimes.Print(rest is [var entities, ..] ? int.Parse(entities, CultureInfo.InvariantCulture) : Sizes[^1]);
            return Task.FromResult(0);
        }
        Console.WriteLine($"{Rounds} rounds, each a fresh process per size; compiler of {CompilerHost.Folder}");
        var measures = new Measures();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var entities in Sizes)
            {
                var line = ChildProcess.RunSelf(Name, "once", entities.ToString(CultureInfo.InvariantCulture));
                var figures = line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
                for (var at = 0; at < Names.Length; at++)
                {
                    measures.Add($"generator.{Names[at]}.{entities}.ms", figures[2 * at], Goals[at]);
                    measures.Add($"generator.{Names[at]}.{entities}.cpu-ms", figures[(2 * at) + 1], Goals[at]);
                }
                Console.WriteLine($"round {round + 1}, {entities} entities: {line.Trim()}");
            }
        }
        measures.Print();
        return Task.FromResult(0);
    }

    /// <summary>One process: the first run, then medians of the others.</summary>
    private static Taken[] MeasureOnce(int entities)
    {
        var program = CSharpSyntaxTree.ParseText("class Program { static void Main() { } }");
        Compilation compilation = CSharpCompilation.Create("App", [program], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var genome = new GenomeText(SyntheticGenome.Text(entities));
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

        GeneratorDriver Driver(IncrementalGeneratorOutputKind disabled) => CSharpGeneratorDriver.Create(
            [new GenomeGenerator().AsSourceGenerator()], [genome], options, driverOptions: new GeneratorDriverOptions(disabled));

        var cold = ProcessClock.Measure(() => AssertSound(Driver(IncrementalGeneratorOutputKind.None).RunGenerators(compilation)));
        // Between two builds a compiler does much else: what one run left is not for the next to collect.
        var warm = Times(_ =>
        {
            GC.Collect();
            return ProcessClock.Measure(() => Driver(IncrementalGeneratorOutputKind.None).RunGenerators(compilation));
        });

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
        return [cold, warm, entityEdit, csharpEdit];
    }

    /// <summary>The median of several, after some to warm up.</summary>
    private static Taken Times(Func<int, Taken> measure) => Taken.Median([.. Enumerable.Range(0, Repeats + WarmUps).Select(measure).Skip(WarmUps)]);

    private static void AssertSound(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null || !result.Diagnostics.IsEmpty || result.GeneratedSources.Length < 10)
        {
            throw new InvalidOperationException($"The genome gave {result.GeneratedSources.Length} sources. {result.Exception}\n{string.Join('\n', result.Diagnostics.Take(10))}");
        }
    }
}
