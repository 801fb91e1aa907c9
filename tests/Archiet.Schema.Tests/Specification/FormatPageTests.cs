namespace Archiet.Schema.Tests;

/// <summary>The example of spec/migrations.md is a history, and has the hashes that the page says.</summary>
public sealed class FormatPageTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Repository.Root, "spec", "migrations.md")).ReplaceLineEndings("\n");

    [Test]
    public void The_example_is_a_history_without_findings()
    {
        var history = PageFiles.History(Page.Split("\n## 7.")[1].Split("\n## 8.")[0]);

        Assert.That(history.Findings, Is.Empty);
        Assert.That(history.Links, Has.Count.EqualTo(2));
        Assert.That(history.Newest!.Approvals.Single().Change, Is.EqualTo("drop Patient.fax"));
        Assert.That(Page, Does.Contain($"`{history.Newest.ContentHash}`"));
    }

    [Test]
    public void Every_kind_of_line_and_every_type_is_named()
    {
        var kinds = SchemaLines.Of(States.Of(States.Sample("Crm"))).Select(static line => line.Text.Split(' ')[0])
            .Concat(["extension", "rule", "ways", "once", "live", "touch", "holds", "holdsOf"]).Distinct();

        Assert.That(kinds.Where(static kind => !Page.Contains($"| `{kind}` ", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>The hashes are worked out from the text of the page alone, by the words of the page.</summary>
    [Test]
    public void A_stranger_comes_to_the_same_hashes()
    {
        var files = PageFiles.In(Page.Split("\n## 7.")[1]);
        var (first, second) = (files[0].Text, files[1].Text);
        var lines = Body(first, '+').ToHashSet(StringComparer.Ordinal);
        Assert.That(Hash(lines.Order(StringComparer.Ordinal)), Is.EqualTo(Header(first, "state")));
        Assert.That(second, Does.Contain("after  20261121110000_start sha256:" + Hash(first)));
        lines = [.. lines.Select(static line => line.Replace("column Patient.surname ", "column Patient.familyName ", StringComparison.Ordinal))];
        Assert.That(Body(second, '-').All(lines.Remove) && Body(second, '+').All(lines.Add));
        Assert.That(Hash(lines.Order(StringComparer.Ordinal)), Is.EqualTo(Header(second, "state")));

        static IEnumerable<string> Body(string text, char sign) => text.Split('\n').Where(line => line.StartsWith(sign)).Select(static line => line[2..]);

        static string Header(string text, string key) => text.Split('\n').Single(line => line.StartsWith(key, StringComparison.Ordinal)).Split("sha256:")[1];
    }

    private static string Hash(IEnumerable<string> lines) => Hash(string.Concat(lines.Select(static line => line + "\n")));

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
