using Archiet.Draft.Questions;
using Archiet.Genome;

namespace Archiet.Draft.Tests.Questions;

/// <summary>
/// What the samples are asked, each question judged by hand: all of them are worth an answer. A new one here is a new rule's, or a new sample's, and is to be judged
/// before it is written down.
/// </summary>
public sealed class SampleQuestionsTests
{
    [TestCase("Clinic", "LIMITS ", "REGIME Clinician", "REGIME ", "FIELDS ")]
    [TestCase("Crm", "VERB Subscription", "VERB Payment", "RULE Invoice.invoiceNumber", "REGIME Invoice", "REGIME CompanyProfile", "RULE User.username", "VERB AuditLog", "REGIME Account", "REGIME ")]
    [TestCase("Northwind", "REGIME ", "CARD Customer", "FIELDS ", "CARD Order", "CARD Supplier", "CARD Product")]
    [TestCase("Taskforge", "REGIME ")]
    [TestCase("TriggerDev", "REGIME ", "RULE TaskRun.number")]
    public void A_sample_is_asked_what_a_reviewer_would_ask(string sample, params string[] expected)
    {
        var asked = GenomeQuestions.Ask(Files(sample));

        Assert.That(asked.Errors, Is.Empty);
        Assert.That(asked.Questions.Select(static question => $"{question.Question.Code} {question.Question.About}"), Is.EqualTo(expected));
        foreach (var question in asked.Questions)
        {
            TestContext.Out.WriteLine($"{question.Span.Path}({question.Span.Line},{question.Span.Column}): {question.Question.Ask}");
        }
    }

    private static List<GenomeFile> Files(string sample) =>
        [.. Directory.GetFiles(Path.Combine(Root(), "samples", sample), "*.genome.yaml").Order(StringComparer.Ordinal).Select(static path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)))];

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
