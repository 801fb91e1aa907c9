using Archiet.Evolution.Apps;
using Archiet.Evolution.Genomes;

namespace Archiet.Evolution.Tests;

/// <summary>The walk as far as it needs no compiler: every step is refused and then sealed, and applied as SQL to the rows of two tenants.</summary>
public sealed class HistoryTests
{
    [Test]
    public void Every_step_is_sealed_once_its_author_has_answered()
    {
        using var project = new Project();
        foreach (var step in EvolutionStep.ReadAll())
        {
            if (step.Answers)
            {
                project.WriteUnanswered(step);
                Assert.That(project.Seal(step.Name).Errors, Is.Not.Empty.And.All.Match("^ARC04(2[0-5]|30) .*genome.yaml"), step.Name);
            }
            project.Write(step);
            Assert.That(project.Seal(step.Name).Errors, Is.Empty, step.Name);

            var history = project.History();
            Assert.That(history.Findings, Is.Empty);
            Assert.That(history.Links, Has.Count.EqualTo(step.Number), "each step changes something");
            Assert.That(history.Newest!.Id, Does.EndWith("_" + step.Name));
        }
    }

    [Test]
    public async Task Rows_survive_every_step()
    {
        using var output = new StringWriter();
        var report = new Report(output);

        await new Walk(new ScriptApplier(), report).GoAsync();

        await TestContext.Out.WriteLineAsync(output.ToString());
        Assert.That(output.ToString(), Does.Not.Contain("FAILED"));
        Assert.That(report.ExitCode, Is.Zero);
    }
}
