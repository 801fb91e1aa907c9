using Archiet.Draft.Tests.Wire.Kit;
using Archiet.Draft.Wire;

namespace Archiet.Draft.Tests.Wire;

/// <summary>Each diagnostic has a page with its title and a remedy, and a row in the specification.</summary>
public sealed class PageTests
{
    private static IEnumerable<string> Ids => WireDiagnostics.Titles.Keys;

    [TestCaseSource(nameof(Ids))]
    public void It_has_a_page_with_a_remedy(string id) => Assert.That(
        Specification.Read("diagnostics", id + ".md"), Does.StartWith($"# {id}: {WireDiagnostics.Titles[id]}\n\n").And.Contain("\n\n## What to do\n\n"));

    [TestCaseSource(nameof(Ids))]
    public void The_specification_lists_it(string id) =>
        Assert.That(Specification.Read("drafting-models.md"), Does.Contain($"| [{id}](diagnostics/{id}.md) | {WireDiagnostics.Titles[id]} |"));
}
