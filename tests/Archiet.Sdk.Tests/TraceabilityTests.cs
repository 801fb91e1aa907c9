using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The page of traceability of the packed SDK: written where a genome has its sources beside it, from sentences to tests, and again when any of them changes.</summary>
internal sealed class TraceabilityTests
{
    private const string Sources = """
        sources: "1.0"
        document: docs/prd.md
        sha256: 00
        sentences:
          S0001: { line: 1, hash: a, text: An article has a price. }
          S0002: { line: 3, hash: b, text: It is fast. }
        elements:
          Article.fields.price: [S0001]

        """;

    private const string Test = """class ArticleTests { [Archiet.Verifies("Article.fields.price")] void A_price_is_kept() { } }""";

    [Test]
    public async Task The_page_leads_from_a_sentence_to_its_test_and_follows_each_of_them()
    {
        var folder = Packed.Outside.Copy(Packed.Scenarios.Folder("Minimal"), "traced");
        var (page, sidecar, tests) = (Path.Combine(folder, "traceability.md"), Path.Combine(folder, "shop.sources.yaml"), Path.Combine(folder, "checks", "ArticleTests.cs"));
        (await Packed.BuildAsync(folder)).Checked();
        Assert.That(page, Does.Not.Exist, "a genome without sources has no page");

        Directory.CreateDirectory(Path.GetDirectoryName(tests)!);
        await File.WriteAllTextAsync(tests, Test);
        await File.WriteAllTextAsync(sidecar, Sources);
        var project = Path.Combine(folder, "Minimal.csproj");
        await File.WriteAllTextAsync(project, (await File.ReadAllTextAsync(project)).Replace("</Project>", """
              <ItemGroup>
                <ArchietTestSource Include="checks/**/*.cs" />
              </ItemGroup>
            </Project>
            """, StringComparison.Ordinal));
        (await Packed.BuildAsync(folder)).Checked();
        Assert.That(await File.ReadAllTextAsync(page), Does.Contain(
            "| S0001, line 1 | An article has a price. | `Article.fields.price` | `/api/articles`, `articles.price` | `ArticleTests.A_price_is_kept` |\n").And.Contain("| S0002, line 3 | It is fast. |  |\n"));

        var written = File.GetLastWriteTimeUtc(page);
        (await Packed.BuildAsync(folder)).Checked();
        Assert.That(File.GetLastWriteTimeUtc(page), Is.EqualTo(written), "nothing changed");

        await File.WriteAllTextAsync(tests, Test.Replace("A_price", "Each_price", StringComparison.Ordinal));
        (await Packed.BuildAsync(folder)).Checked();
        Assert.That(await File.ReadAllTextAsync(page), Does.Contain("`ArticleTests.Each_price_is_kept`"), "a test changed");

        await File.WriteAllTextAsync(sidecar, Sources + "dismissed: { S0002: not measured }\n");
        (await Packed.BuildAsync(folder)).Checked();
        Assert.That(await File.ReadAllTextAsync(page), Does.Contain("| S0002, line 3 | It is fast. | not measured |\n"), "the sources changed");

        await File.WriteAllTextAsync(sidecar, Sources.Replace("price: [S0001]", "cost: [S0009]", StringComparison.Ordinal));
        var failed = await Packed.BuildAsync(folder);
        Assert.That(failed.ExitCode, Is.Not.Zero);
        Assert.That(failed.Output, Does.Contain("shop.sources.yaml(8,25,8,30): error ARC6005:").And.Contain("shop.sources.yaml(8,3,8,22): warning ARC6004:"));
        Assert.That(await File.ReadAllTextAsync(page), Does.Contain("not measured"), "what cannot be read changes no page");
    }
}
