using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Archiet.Testing;

/// <summary>What a run of the generator gave, and the driver with which to run on after an edit.</summary>
public sealed class GeneratorRun
{
    /// <summary>Steps of the compiler itself: its inputs come anew with every compilation.</summary>
    private static readonly string[] Inputs =
        ["Compilation", "CompilationOptions", "ParseOptions", "AdditionalTexts", "AnalyzerConfigOptions", "MetadataReferences"];

    private readonly GeneratorDriver driver;
    private readonly Compilation compilation;
    private readonly GeneratorRunResult result;

    private GeneratorRun(GeneratorDriver driver, Compilation compilation)
    {
        this.driver = driver;
        this.compilation = compilation;
        result = driver.GetRunResult().Results.Single();
    }

    /// <summary>Every emitted source by its hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources => result.GeneratedSources.IsDefault
        ? []
        : result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => result.Diagnostics.IsDefault ? [] : result.Diagnostics;

    /// <summary>The user's compilation with the emitted sources in it.</summary>
    public Compilation Output => compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);

    /// <summary>
    /// What a build says of <see cref="Output"/>: where the generator reported an error that cannot be configured away, the compiler stops before the bodies of
    /// methods, and so does this.
    /// </summary>
    public IEnumerable<Diagnostic> CompilerDiagnostics => Diagnostics.Any(IsHardError)
        ? Output.GetParseDiagnostics().Concat(Output.GetDeclarationDiagnostics())
        : Output.GetDiagnostics();

    /// <summary>Runs a driver for the first time.</summary>
    public static GeneratorRun Start(GeneratorDriver driver, Compilation compilation) => new(driver.RunGenerators(compilation), compilation);

    /// <summary>Runs again with a new compilation of equal content, as an editor does at every pause.</summary>
    public GeneratorRun Again() => Start(driver, compilation.Clone());

    /// <summary>Runs again after an additional file got another text.</summary>
    public GeneratorRun Edit(string path, string text) =>
        Start(driver.ReplaceAdditionalText(FindFile(path), new InMemoryFile(path, text)), compilation);

    /// <summary>Runs again after a C# file was added, or got another text.</summary>
    public GeneratorRun EditSource(string path, string text)
    {
        var tree = GeneratorTest.ParseSource(path, text);
        var old = compilation.SyntaxTrees.FirstOrDefault(candidate => candidate.FilePath == path);
        return Start(driver, old is null ? compilation.AddSyntaxTrees(tree) : compilation.ReplaceSyntaxTree(old, tree));
    }

    /// <summary>How the outputs of a named step came about in this run.</summary>
    public StepReasons Step(string name) => StepReasons.Of(result.TrackedSteps.GetValueOrDefault(name, []));

    /// <summary>How the sources and diagnostics handed to the compiler came about in this run.</summary>
    public StepReasons Emitted() => StepReasons.Of([.. result.TrackedOutputSteps.SelectMany(step => step.Value)]);

    /// <summary>Fails when the generator threw: the compiler would drop everything that it emitted, with a mere warning CS8785.</summary>
    public void AssertAlive() => Assert.That(result.Exception, Is.Null, "The generator threw.");

    /// <summary>Fails when any step of the generator ran in this run and gave something else than before.</summary>
    public void AssertNothingChanged() => AssertReasons(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);

    /// <summary>Fails when any step of the generator so much as ran in this run.</summary>
    public void AssertNothingRan() => AssertReasons(IncrementalStepRunReason.Cached);

    /// <summary>Fails when a source is not the very object that an earlier run gave: it was written anew, although nothing that it is made of has changed.</summary>
    public void AssertSameSources(GeneratorRun earlier) =>
        Assert.That(Texts(), Is.EqualTo(earlier.Texts()).Using<SourceText>(ReferenceEquals), "Sources were written anew although nothing has changed.");

    private IEnumerable<SourceText> Texts() => result.GeneratedSources.IsDefault ? [] : result.GeneratedSources.Select(source => source.SourceText);

    private static bool IsHardError(Diagnostic diagnostic) =>
        diagnostic.DefaultSeverity == DiagnosticSeverity.Error && diagnostic.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable);

    internal void AssertNoLeaks()
    {
        var walk = new StepGraph();
        foreach (var (name, step) in OwnSteps().Where(own => !result.TrackedOutputSteps.ContainsKey(own.Name)))
        {
            foreach (var (value, _) in step.Outputs)
            {
                Assert.That(walk.FindLeak(value), Is.Null, $"Step '{name}' keeps alive what belongs to one compilation, or a place in a text.");
            }
        }
    }

    private void AssertReasons(params IncrementalStepRunReason[] allowed)
    {
        var ran = OwnSteps().SelectMany(step => step.Step.Outputs.Select(output => (step.Name, output.Reason)))
            .Where(step => !allowed.Contains(step.Reason))
            .CountBy(step => step)
            .Select(group => $"{group.Key.Name}: {group.Value} {group.Key.Reason}");
        Assert.That(ran, Is.Empty, "Steps ran although nothing that they read has changed.");
    }

    /// <summary>The generator's steps, the handing over of sources and diagnostics included.</summary>
    private IEnumerable<(string Name, IncrementalGeneratorRunStep Step)> OwnSteps() =>
        result.TrackedSteps.Where(pair => !Inputs.Contains(pair.Key)).SelectMany(pair => pair.Value.Select(step => (pair.Key, step)));

    private AdditionalText FindFile(string path) => result.TrackedSteps["AdditionalTexts"].SelectMany(step => step.Outputs)
        .Select(output => output.Value).OfType<AdditionalText>().First(file => file.Path == path);
}
