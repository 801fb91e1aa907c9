using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Archiet.Architecture.Tests;

/// <summary>What is written for people leads where it says: every relative link of every page, and every page of the specification from its first one.</summary>
public sealed partial class LinksTests
{
    private const string FirstPage = "spec/README.md";

    private static IEnumerable<TestCaseData> Pages => Repository.Files("", "*.md").Select(path => new TestCaseData(path).SetArgDisplayNames(path));

    [TestCaseSource(nameof(Pages))]
    public void A_relative_link_leads_somewhere(string page) =>
        Assert.That(Targets(page).Where(target => !Path.Exists(Path.Combine(Repository.Root, target))), Is.Empty);

    [Test]
    public void Every_page_of_the_specification_is_reached_from_its_first_page()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { FirstPage };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var page))
        {
            foreach (var target in Targets(page).Where(target => target.EndsWith(".md", StringComparison.Ordinal) && target.StartsWith("spec/", StringComparison.Ordinal)))
            {
                if (reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }

        Assert.That(Repository.Files("spec", "*.md").Except(reached, StringComparer.Ordinal), Is.Empty);
    }

    /// <summary>What a page links to within the repository, by paths from the root. Code is no prose: brackets and parentheses meet there by chance.</summary>
    private static IEnumerable<string> Targets(string page) =>
        Link().Matches(Code().Replace(Repository.Read(page), ""))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !Scheme().IsMatch(target))
            .Select(target => target.Split('#')[0])
            .Select(target => target.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, target)).Replace('\\', '/'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();
}
