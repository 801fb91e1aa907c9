using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The target ArchietExplain of the packed SDK: what a build says can be read up where it was said.</summary>
internal sealed class ExplainTests
{
    [TestCase("ARC0430", "spec/diagnostics/ARC0430.md")]
    [TestCase("arc8010", "spec/diagnostics/ARC8010.md")]
    [TestCase("migrating", "spec/migrating.md")]
    public async Task It_prints_the_page_as_it_is(string id, string page)
    {
        var printed = (await Packed.BuildAsync(Project("explained-" + id), "-t:ArchietExplain", "-p:Id=" + id)).Checked();

        var lines = printed.Split('\n').Select(line => line.Trim()).ToList();
        var expected = (await File.ReadAllLinesAsync(Path.Combine(TestSetting.Repository, page))).Select(line => line.Trim());
        Assert.That(lines, Is.SupersetOf(expected));
    }

    [TestCase("ARC9999")]
    [TestCase("")]
    public async Task What_has_no_page_is_refused(string id)
    {
        var result = await Packed.BuildAsync(Project("not-explained-" + id), "-t:ArchietExplain", "-p:Id=" + id);

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Output, Does.Contain("error ARC8011:"));
    }

    [Test]
    public async Task A_finding_says_how_its_page_is_read()
    {
        var folder = Project("found");
        await File.AppendAllTextAsync(Path.Combine(folder, "shop.genome.yaml"), "nonsense: true\n");

        var result = await Packed.BuildAsync(folder);

        Assert.That(result.Output, Does.Match(@"error (ARC\d{4}): .* \(dotnet build -tl:off -t:ArchietExplain -p:Id=\1\)"));
    }

    private static string Project(string name) => Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), name);
}
