using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>An operation without a handler is an error at its line, and C# that is no handler costs nothing.</summary>
public sealed class HandlerTests
{
    private const string Operations = """
        operations:
          closeDay: { input: { day: { type: date, required: true } }, output: { orders: { type: int, required: true } } }
        """;

    private const string Run = """
        capabilities:
          close: { to: [owner], run: [closeDay] }
        """;

    private const string Handler = """
        namespace Shop.Api.Operations;

        /// <summary>Written by the user.</summary>
        public sealed partial class CloseDay
        {
            public partial ValueTask<Output> RunAsync(Input input, Archiet.Caller caller, CancellationToken cancel) => new(new Output { Orders = input.Day.Day });
        }
        """;

    [Test]
    public void A_handler_is_all_that_is_missing() => Test(Operations).WithSource(Handler, "CloseDay.cs").Run();

    [Test]
    public void Without_one_the_build_stops_at_the_operation()
    {
        var run = Test(Operations.Replace("closeDay", "{|ARC0300:closeDay|}", StringComparison.Ordinal)).WithoutCompiling().Run();

        Assert.That(run.Diagnostics.Single().GetMessage(null), Does.StartWith("The operation 'closeDay' has no handler; write the other half of the class 'Shop.Api.Operations.CloseDay'"));
    }

    [TestCase("namespace Shop.Api.Operations;", "namespace Shop.Api;")]
    [TestCase("class CloseDay", "class CloseDays")]
    [TestCase(" => new(new Output { Orders = input.Day.Day });", ";")]
    public void Another_class_or_a_method_without_a_body_is_none(string old, string with) =>
        Test(Operations.Replace("closeDay", "{|ARC0300:closeDay|}", StringComparison.Ordinal)).WithSource(Handler.Replace(old, with, StringComparison.Ordinal), "CloseDay.cs")
            .WithoutCompiling().Run();

    [Test]
    public void Namespaces_within_each_other_are_one_name() => Test(Operations)
        .WithSource(Handler.Replace("namespace Shop.Api.Operations;", "namespace Shop { namespace Api.Operations {", StringComparison.Ordinal) + "}}", "CloseDay.cs").Run();

    [Test]
    public void An_edit_of_a_handlers_body_or_of_other_code_runs_none_of_our_steps()
    {
        var run = Test(Operations).WithSource(Handler, "CloseDay.cs").Run();

        var body = run.EditSource("CloseDay.cs", Handler.Replace("input.Day.Day", "input.Day.Month", StringComparison.Ordinal));
        var other = run.EditSource("Program.cs", Genomes.Program + "\n// Later.\n");

        Assert.Multiple(() =>
        {
            Assert.That(body.Step(TrackingNames.Handlers).Changed, Is.Zero, "the names of classes");
            Assert.That(body.Emitted().Computed, Is.Zero);
            Assert.That(body.Step(TrackingNames.Declare).Computed + body.Step(TrackingNames.App).Computed, Is.Zero);
            other.AssertNothingRan();
        });
    }

    [Test]
    public void A_handler_that_goes_is_missed()
    {
        var run = Test(Operations).WithSource(Handler, "CloseDay.cs").WithoutCompiling().Run();

        var edited = run.EditSource("CloseDay.cs", "namespace Shop.Api.Operations;\n");

        Assert.That(edited.Diagnostics.Select(found => found.Id), Is.EqualTo(["ARC0300"]));
        Assert.That(edited.Step(TrackingNames.EmitOperations).Computed + edited.Step(TrackingNames.EmitApp).Computed, Is.Zero, "nothing is emitted anew for it");
    }

    private static GeneratorTest Test(string operations) => Genomes.Test(Genomes.Small).WithFile("day.genome.yaml", operations + "\n" + Run);
}
