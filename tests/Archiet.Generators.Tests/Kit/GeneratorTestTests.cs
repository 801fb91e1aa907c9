using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace Archiet.Generators.Tests.Kit;

/// <summary>The kit fails where it should: a kit that lets a careless generator pass proves nothing of a careful one.</summary>
public sealed class GeneratorTestTests
{
    private static readonly DiagnosticDescriptor Shout = new("TEST01", "Shouting", "Do not shout", "Test", DiagnosticSeverity.Warning, true);

    [Test]
    public void A_careful_generator_passes() => Assert.That(
        () => Of(new Toy(context => context.RegisterSourceOutput(Names(context), (output, name) => output.AddSource(name, "class Greeting;")))).Run().Sources.Keys,
        Is.EqualTo(new[] { "hello.cs" }));

    [Test]
    public void A_step_that_runs_although_nothing_changed_fails() => Expect("Compiled: 1 Modified", Of(new Toy(context =>
        context.RegisterSourceOutput(context.CompilationProvider.Select((_, _) => new object()).WithTrackingName("Compiled"), (_, _) => { }))));

    [Test]
    public void A_step_that_keeps_a_symbol_fails() => Expect("keeps alive", Of(new Toy(context => context.RegisterSourceOutput(
        context.CompilationProvider.Select((compilation, _) => (object)new[] { compilation.ObjectType }).WithTrackingName("Symbols"), (_, _) => { }))));

    [Test]
    public void An_exception_fails() => Expect("The generator threw", Of(new Toy(context =>
        context.RegisterSourceOutput(Names(context), (_, _) => throw new InvalidOperationException("out of order")))));

    [Test]
    public void A_diagnostic_that_nobody_expected_fails_and_prints_the_line_to_paste() => Expect("line to paste: {|TEST01:hello|}", Of(Shouting()));

    [Test]
    public void A_diagnostic_that_was_expected_passes() =>
        Assert.That(() => new GeneratorTest(Shouting).WithFile("hello", "{|TEST01:hello|} world").Run(), Throws.Nothing);

    [Test]
    public void A_diagnostic_that_is_missing_fails() =>
        Expect("missing: TEST01 in hello: hello {|TEST01:world|}", new GeneratorTest(() => new Toy(_ => { })).WithFile("hello", "hello {|TEST01:world|}"));

    [Test]
    public void Emitted_code_that_does_not_compile_fails() => Expect("CS0246", Of(new Toy(context =>
        context.RegisterSourceOutput(Names(context), (output, name) => output.AddSource(name, "class A : Missing;")))));

    [Test]
    public void Emitted_code_with_a_warning_fails() => Expect("CS0169", Of(new Toy(context =>
        context.RegisterSourceOutput(Names(context), (output, name) => output.AddSource(name, "class A { private int unused; }")))));

    private static void Expect(string message, GeneratorTest test) =>
        Assert.That(() => { using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext()) { test.Run(); } }, Throws.InstanceOf<AssertionException>().With.Message.Contains(message));

    private static GeneratorTest Of(IIncrementalGenerator generator) => new GeneratorTest(() => generator).WithFile("hello", "hello world");

    private static IncrementalValuesProvider<string> Names(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Select((file, _) => file.Path).WithTrackingName("Names");

    private static Toy Shouting() => new(context => context.RegisterSourceOutput(Names(context), (output, path) =>
        output.ReportDiagnostic(Diagnostic.Create(Shout, Location.Create(path, default, new LinePositionSpan(default, new LinePosition(0, 5)))))));

    private sealed class Toy(Action<IncrementalGeneratorInitializationContext> initialize) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => initialize(context);
    }
}
