using System.Diagnostics;
using System.Text.RegularExpressions;
using Archiet.Genome.Patterns;

namespace Archiet.Genome.Tests.Binding;

/// <summary>Patterns are a subset of regular expressions, and mean in it what .NET means.</summary>
public sealed class PatternTests
{
    private static readonly string[] Patterns =
    [
        "abc", "^abc$", "a*", "a+b?", "a{2}", "a{2,}", "a{1,3}b", "(ab|c)+", "(?:ab|c)*d", "[a-c]+", "[^a]b", "[-a]", "[a-]", "[a\\-c]", "a.c", "\\.\\*", "a\\\\$",
        "^(a|b)$", "((a)(b))+", "a|b|ab", "(a?){3}", "(a*)*b", "\\^a\\$", "[.]", "a/b", "a\\/b", "^[+]?[0-9 ()-]{6,20}$",
    ];

    [TestCaseSource(nameof(Patterns))]
    public void A_pattern_matches_what_it_matches_in_dotnet(string pattern)
    {
        var own = PortablePattern.Parse(pattern, out var fault, out _);
        Assert.That(fault, Is.Null);
        var dotnet = new Regex($"^(?:{pattern})$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

        foreach (var text in Texts())
        {
            Assert.That(own!.IsMatch(text), Is.EqualTo(dotnet.IsMatch(text)), text);
        }
    }

    [TestCase("", 0)]
    [TestCase("a|", 2)]
    [TestCase("(a", 0)]
    [TestCase("a)", 1)]
    [TestCase("[a", 0)]
    [TestCase("[]", 0)]
    [TestCase("[z-a]", 1)]
    [TestCase("[[:alpha:]]", 1)]
    [TestCase("*a", 0)]
    [TestCase("a**", 2)]
    [TestCase("a+?", 2)]
    [TestCase("a{3,2}", 1)]
    [TestCase("a{256}", 1)]
    [TestCase("a{,2}", 1)]
    [TestCase("\\d", 0)]
    [TestCase("a\\b", 1)]
    [TestCase("(?=a)", 0)]
    [TestCase("(?<n>a)", 0)]
    [TestCase("(a)\\1", 3)]
    [TestCase("a^b", 1)]
    [TestCase("a$b", 1)]
    [TestCase("^a|b$", 0)]
    [TestCase("a]", 1)]
    [TestCase("a\\", 1)]
    [TestCase("((a{255}){255}){255}", 0)]
    [TestCase("\U0001F3EA", 0)]
    public void What_readers_differ_about_is_refused_at_its_place(string pattern, int at)
    {
        var own = PortablePattern.Parse(pattern, out var fault, out var faultAt);

        Assert.That(own, Is.Null);
        Assert.That(fault, Is.Not.Empty);
        Assert.That(faultAt, Is.EqualTo(at));
    }

    [TestCase("([a-z]{38}){38}")]
    [TestCase("((a|b)?){240}")]
    [TestCase("(([a-z]|[0-9]{2}){100}){2}")]
    public void A_pattern_that_is_taken_is_one_that_the_runtime_can_match(string pattern)
    {
        Assert.That(PortablePattern.Parse(pattern, out _, out _), Is.Not.Null);
        Assert.That(() => new Regex($@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline), Throws.Nothing);
    }

    [Test]
    public void No_pattern_takes_more_than_linear_time()
    {
        var own = PortablePattern.Parse("(a*)*(a|aa)+b", out _, out _)!;
        var watch = Stopwatch.StartNew();

        Assert.That(own.IsMatch(new string('a', 20_000)), Is.False);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    private static IEnumerable<string> Texts()
    {
        const string Alphabet = "abcd.-^$\\*/+ 0(";
        yield return "";
        foreach (var first in Alphabet)
        {
            yield return $"{first}";
            foreach (var second in Alphabet)
            {
                yield return $"{first}{second}";
                yield return $"a{first}{second}";
                yield return $"ab{first}{second}a";
                yield return $"+44 {first}0 7946 00{second}8";
            }
        }
    }
}
