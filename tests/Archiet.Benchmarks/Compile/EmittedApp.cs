using Archiet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Benchmarks;

/// <summary>What the generator emits, as sources to write to disk.</summary>
internal static class EmittedApp
{
    /// <summary>Every emitted source by its hint name.</summary>
    public static IEnumerable<(string Name, string Text)> Sources(string genome) => Sources(genome, []);

    /// <summary>Every emitted source of a genome with a history.</summary>
    public static IEnumerable<(string Name, string Text)> Sources(string genome, IEnumerable<GenomeText> history)
    {
        var driver = CSharpGeneratorDriver.Create([new GenomeGenerator().AsSourceGenerator()], history.Prepend(new GenomeText(genome)));
        var compilation = CSharpCompilation.Create("App", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        return driver.RunGenerators(compilation).GetRunResult().Results.Single().GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()));
    }
}
