using Archiet.Generators.Diagnostics;
using Archiet.Generators.Steps;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>A defect of ours is an error that says so, and takes nothing else down.</summary>
public sealed class FailureTests
{
    [Test]
    public void A_step_that_throws_is_one_error_and_the_other_outputs_live()
    {
        var run = new GeneratorTest(static () => new Fragile(new InvalidOperationException("Out of\norder."))).WithFile("a.genome.yaml", "{|ARC9001:|}a").WithFile("b.genome.yaml", "b").Run();

        Assert.Multiple(() =>
        {
            Assert.That(run.Sources.Keys, Is.EqualTo(new[] { "Sound.g.cs" }));
            Assert.That(run.Diagnostics.Single().GetMessage(null), Does.Contain("'Fragile'").And.Contain("InvalidOperationException: Out of | order.").And.Not.Contain("\n"));
            Assert.That(run.Diagnostics.Single().Descriptor.CustomTags, Does.Contain(WellKnownDiagnosticTags.NotConfigurable));
        });
    }

    [Test]
    public void Cancellation_passes() => Assert.That(
        () => GuardedSteps.Run<int, string>("Step", 0, static (_, _) => throw new OperationCanceledException(), CancellationToken.None),
        Throws.InstanceOf<OperationCanceledException>());

    [TestCase("ARC0300")]
    [TestCase("ARC8010")]
    [TestCase("ARC9001")]
    public void Each_id_has_a_page(string id)
    {
        var descriptor = new[] { GeneratorDescriptors.NoHandler, GeneratorDescriptors.NoGenome, GeneratorDescriptors.InternalError }.Single(candidate => candidate.Id == id);

        var page = File.ReadAllText(Path.Combine(SampleGenomes.Root, "spec", "diagnostics", id + ".md"));

        Assert.That(page, Does.StartWith($"# {id}: {descriptor.Title}\n").And.Contain($"> {descriptor.MessageFormat}"));
        Assert.That(descriptor.HelpLinkUri, Is.EqualTo("dotnet build -tl:off -t:ArchietExplain -p:Id=" + id));
    }

    private sealed class Fragile(Exception exception) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var failures = new FailureOutputs(context);
            var paths = context.AdditionalTextsProvider.ToPipeline(static (file, _) => file.Path);
            var values = failures.Of(paths.SelectGuarded<string, string>("Fragile", (_, _) => throw exception), StepKind.BackEnd);
            context.RegisterSourceOutput(values, static (output, name) => output.AddSource(name, ""));
            context.RegisterSourceOutput(paths.Gather(), static (output, _) => output.AddSource("Sound.g.cs", "internal static class Sound;"));
            failures.Register(paths.Gather(), paths.Gather().Select(static Diagnosis? (_, _) => null));
        }
    }
}
