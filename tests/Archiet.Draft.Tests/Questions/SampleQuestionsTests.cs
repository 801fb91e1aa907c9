using Archiet.Draft.Questions;
using Archiet.Genome;

namespace Archiet.Draft.Tests.Questions;

public sealed class SampleQuestionsTests
{
    [TestCase("Clinic")]
    [TestCase("Crm")]
    [TestCase("Northwind")]
    [TestCase("Taskforge")]
    [TestCase("TriggerDev")]
    public void Print(string sample)
    {
        var asked = GenomeQuestions.Ask(Files(sample));
        Assert.That(asked.Errors, Is.Empty);
        foreach (var question in asked.Questions)
        {
            TestContext.Out.WriteLine($"{question.Span.Path}({question.Span.Line},{question.Span.Column}) {question.Question.Code} {question.Question.About}: {question.Question.Ask}");
        }
    }

    private static List<GenomeFile> Files(string sample)
    {
        var folder = Path.Combine(Root(), "samples", sample);
        return [.. Directory.GetFiles(folder, "*.genome.yaml").Order(StringComparer.Ordinal).Select(static path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)))];
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Archiet.Generators.sln")))
        {
            at = at.Parent;
        }
        return at.FullName;
    }
}
