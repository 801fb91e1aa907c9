namespace Archiet.Schema.Tests.Oracle;

/// <summary>Our differ and Entity Framework's on the same pairs of schemas.</summary>
public sealed class DifferTests
{
    [Test]
    public void Differs_from_Entity_Framework_only_as_the_rules_say()
    {
        var used = Explanations.All.ToDictionary(static rule => rule.Rule, static _ => 0, StringComparer.Ordinal);
        var unexplained = new List<string>();
        var agreed = 0;
        foreach (var pair in SchemaPair.Made(2000))
        {
            var found = new Differences(pair);
            agreed += found.IsEmpty ? 1 : 0;
            foreach (var (rule, explain) in Explanations.All)
            {
                used[rule] += explain(found) > 0 ? 1 : 0;
            }
            if (!found.IsEmpty)
            {
                unexplained.Add(found.ToString());
            }
        }
        TestContext.Out.WriteLine($"of one opinion: {agreed}; pairs in which a rule explains something:");
        foreach (var (rule, count) in used)
        {
            TestContext.Out.WriteLine($"{count,6}  {rule}");
        }

        Assert.Multiple(() =>
        {
            Assert.That(unexplained.Take(3), Is.Empty, $"{unexplained.Count} pairs");
            Assert.That(used.Where(static rule => rule.Value == 0).Select(static rule => rule.Key), Is.Empty, "rules that explain nothing");
        });
    }
}
