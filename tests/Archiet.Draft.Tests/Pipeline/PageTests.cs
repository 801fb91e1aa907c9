using Archiet.Draft.Tests.Wire.Kit;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>Each finding of drafting has a page and a row in the specification.</summary>
public sealed class PageTests
{
    [Test]
    public void A_finding_has_a_page_with_a_remedy_and_a_row([Range(6010, 6014)] int number)
    {
        var page = Specification.Read("diagnostics", $"ARC{number}.md");
        var title = page.Split('\n')[0][$"# ARC{number}: ".Length..];

        Assert.That(page, Does.StartWith($"# ARC{number}: ").And.Contain("\n\n## What to do\n\n"));
        Assert.That(Specification.Read("drafting.md"), Does.Contain($"| [ARC{number}](diagnostics/ARC{number}.md) | {title} |"));
    }

    [Test]
    public void Every_code_of_a_question_is_in_the_catalogue() =>
        Assert.That(
            typeof(Draft.Questions.QuestionCodes).GetFields().Select(static code => (string)code.GetRawConstantValue()!),
            Is.All.Matches<string>(static code => Specification.Read("drafting.md").Contains($"`{code}`", StringComparison.Ordinal)));
}
