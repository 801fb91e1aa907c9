using System.Diagnostics;
using System.Globalization;
using System.Text;
using Archiet.Draft.Prose;
using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Draft.Tests.Prose;

public sealed class HostileProseTests
{
    private const int Long = 1_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static IEnumerable<TestCaseData> Documents()
    {
        yield return Case("one line", new string('a', Long));
        yield return Case("one line of words", Repeat("word. Word ", Long));
        yield return Case("nested lists on one line", Repeat("- ", 200_000) + "x");
        yield return Case("nested quotes", Repeat("> ", 200_000) + "x");
        yield return Case("nested lists", string.Concat(Enumerable.Range(0, 1_500).Select(depth => new string(' ', depth * 2) + "- x\n")));
        yield return Case("unclosed fences", Repeat("```\na\n~~~\n", Long));
        yield return Case("open comments", Repeat("<!-- a ", Long));
        yield return Case("closed comments", Repeat("<!-- a --> b", Long));
        yield return Case("open comments on lines", Repeat("<!-- a\n", Long));
        yield return Case("open figures", Repeat("<figure a\n", Long));
        yield return Case("open brackets", Repeat("[", Long));
        yield return Case("links without end", Repeat("[a](", Long));
        yield return Case("links and no end of line", Repeat("[a](b\n", Long) + ")");
        yield return Case("closing brackets", Repeat("[]", Long));
        yield return Case("stars", Repeat("*a ", Long));
        yield return Case("stars alone", Repeat("* ", 300_000) + "a");
        yield return Case("backticks of all lengths", string.Concat(Enumerable.Range(1, 1_300).Select(count => new string('`', count) + " ")));
        yield return Case("tags", Repeat("<a ", Long));
        yield return Case("entities", Repeat("&amp;", Long));
        yield return Case("bars", Repeat("|", Long) + "\n" + Repeat("|-", 1_000));
        yield return Case("tables", Repeat("|a|\n|-|\n", Long));
        yield return Case("dots", Repeat(". A", Long));
        yield return Case("headings", Repeat("# a\n## b\n", Long));
        yield return Case("keys", Repeat("-----BEGIN PRIVATE KEY-----\nabc\n", Long));
        yield return Case("labels of keys", Repeat("-----BEGIN ", Long));
        yield return Case("passwords", string.Concat(Enumerable.Range(0, 40_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"password=x{number:D8}y; "))));
        yield return Case("passwords that begin alike", string.Concat(Enumerable.Range(0, 40_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"password=abcdefgh{number:D8}; "))));
        yield return Case("names", Repeat("password:", Long));
        yield return Case("URLs", Repeat("http://a:", Long));
        yield return Case("tokens", Repeat("sk-", Long));
        yield return Case("signed tokens", Repeat("eyJhbGciOi.", Long));
        yield return Case("instructions", Repeat("ignore all the ", Long));
        yield return Case("you are", Repeat("you are now a ", Long));
        yield return Case("definitions", Repeat("[a]: b\n", Long));
        yield return Case("front matter without end", "---\n" + Repeat("a: b\n", Long));
        yield return Case("white space", Repeat(" \t", Long));
        yield return Case("marks to be read from right to left", Repeat("\u202E\u200Fa ", Long));

        static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);
    }

    private static string Repeat(string part, int length) => new StringBuilder(length).Insert(0, part, Math.Max(1, length / part.Length)).ToString();

    [TestCaseSource(nameof(Documents))]
    public void A_hostile_document_is_read_in_time(string text)
    {
        var watch = Stopwatch.StartNew();

        var document = ProseReader.Read("a.md", text);
        var chunks = Chunker.Split(document.Sentences, 4_000);

        Assert.That(watch.Elapsed, Is.LessThan(Patience));
        Assert.That(chunks.All.Sum(chunk => chunk.Count) + chunks.Uncovered.Sum(part => part.Sentences.Count), Is.EqualTo(document.Sentences.Count(one => !one.IsSuspect)));
    }

    [Test]
    public void What_is_no_character_is_replaced_and_reading_goes_on()
    {
        var text = ProseReader.Read("a.md", "a\0b \uD800 c \uDC00 \U0001F600 \u202Ed").Sentences[0].Text;

        Assert.That(text, Is.EqualTo("a\uFFFDb \uFFFD c \uFFFD \U0001F600 \u202Ed"));
    }

    private static readonly string[] Parts =
    [
        "a", "Bc", "word", ".", "! ", " ", "\n", "\n\n", "# ", "- ", "  - ", "1. ", "| ", "|--|--|", "```", "~~~", "**", "*", "_", "`", "[", "](", ")", "<!--", "-->", "<b>", "> ", "&amp;", "\\", "---", "\t", "é",
        "\U0001F600", "\0", "\uD800", "\u202E", "    ", "password=hunter22", "{", "}", ":",
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts)));

    /// <summary>Without targets of links, names of languages, comments and secrets, whose words are not those of sentences.</summary>
    private static readonly Arbitrary<string> Prose = Arb.From(Gen.Elements([.. Parts.Except(["```", "~~~", "`", "[", "](", ")", "<!--", "password=hunter22"])]).ListOf().Select(parts => string.Concat(parts)));

    [Test]
    public void Line_endings_a_mark_of_order_and_the_culture_change_nothing() => Prop.ForAll(Texts, text =>
    {
        var expected = ProseReader.Read("a.md", text);
        foreach (var (culture, other) in new[] { ("tr-TR", text.Replace("\n", "\r\n", StringComparison.Ordinal)), ("de-DE", "\uFEFF" + text), ("ar-SA", text.Replace('\n', '\r')) })
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Assert.That(ProseReader.Read("a.md", other), Is.EqualTo(expected));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Every_word_is_in_a_sentence() => Prop.ForAll(Prose, text =>
        Assert.That(ProseReader.Read("a.md", text).Sentences.Sum(one => Words(one.Text)), Is.EqualTo(Words(text)))).QuickCheckThrowOnFailure();

    private static int Words(string text) => text.Split("word").Length - 1;

    [Test]
    public void Numbers_follow_each_other_and_lines_never_go_back() => Prop.ForAll(Texts, text =>
    {
        var sentences = ProseReader.Read("a.md", text).Sentences;
        var lines = text.Split('\n').Length;
        Assert.That(sentences.Select(one => one.Id), Is.EqualTo(Enumerable.Range(1, sentences.Count).Select(number => "S" + number.ToString("D4", CultureInfo.InvariantCulture))));
        Assert.That(sentences.Select(one => one.Line), Is.Ordered);
        Assert.That(sentences.All(one => one.Line >= 1 && one.Line <= lines && one.Text.Length > 0));
    }).QuickCheckThrowOnFailure();
}
