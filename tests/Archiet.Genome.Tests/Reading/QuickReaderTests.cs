using System.Globalization;
using System.Text;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Tests.Specification;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Tests.Reading;

/// <summary>The quick reader reads what the reader of all YAML reads, or nothing.</summary>
public sealed class QuickReaderTests
{
    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void It_reads_most_sections_of_a_sample(string sample)
    {
        var sections = Samples.Files(sample).SelectMany(static file => GenomeFrontEnd.Split(file).Sections).ToList();

        Assert.That(sections.Count(static section => Compare(section.Text)), Is.GreaterThan(sections.Count * 9 / 10));
    }

    [TestCaseSource(typeof(SpecificationFiles), nameof(SpecificationFiles.Examples))]
    [TestCaseSource(typeof(SpecificationFiles), nameof(SpecificationFiles.Remedies))]
    public void It_agrees_about_a_page(string id, string genome) => Assert.That(() => Compare(genome), Throws.Nothing, id);

    [TestCase("a: b\n")]
    [TestCase("  a: b\n\n  # c\n  b: c # d\n")]
    [TestCase("a:\r\n  b: { c: -1, d: [x, 'y z', \"w\"], e: {} }\r\n")]
    [TestCase("a: 12:30 is a time, and so on\nb: x#y\nc: it's\n")]
    [TestCase("a: [b, ]\nc: { d: e, }\n")]
    [TestCase("a: [ ]\nb: [it's, a b]\n")]
    public void It_reads_what_is_common(string text) => Assert.That(Compare(text), Is.True);

    [TestCase("a:\n")]
    [TestCase("a: b\n  c\n")]
    [TestCase("a: |\n  b\n")]
    [TestCase("a:\n- b\n")]
    [TestCase("a: b: c\n")]
    [TestCase("a: b:\n")]
    [TestCase("a: b\na: c\n")]
    [TestCase("a: [b,\n  c]\n")]
    [TestCase("a: { b }\n")]
    [TestCase("a: 'it''s'\n")]
    [TestCase("a: \"\\n\"\n")]
    [TestCase("a: &b c\n")]
    [TestCase("a: b\tc\n")]
    [TestCase("a: b\rc: d\n")]
    [TestCase("a: \"b\" c\n")]
    [TestCase("---\na: b\n")]
    [TestCase("a:\n    b: c\n  d: e\n")]
    [TestCase("a:b\n")]
    [TestCase("")]
    public void It_leaves_the_rest_to_the_other(string text) => Assert.That(QuickReader.Read(text), Is.Null);

    [TestCase("a: [-b, c]\nd: { e: -f }\n")]
    [TestCase("order: [-placedAt, number]\nrules:\n  a: { check: this.b > this.c && this.d != 'e', message: It's so. }\n")]
    public void It_reads_what_the_words_of_an_entity_are_written_in(string text) => Assert.That(Compare(text), Is.True);

    [Test]
    public void It_reads_a_section_of_many_entries()
    {
        var lines = string.Concat(Enumerable.Range(0, 5_000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"  Record{number}: [list, read, create]\n")));

        Assert.That(Compare("allow:\n" + lines), Is.True);
        Assert.That(QuickReader.Read("allow:\n" + lines + "  Record17: [list]\n"), Is.Null);
        Assert.That(QuickReader.Read("allow: " + new string('a', ReadLimits.ScalarLength + 1) + "\n"), Is.Null);
    }

    [Test]
    public void It_leaves_what_is_too_deep_to_the_other() =>
        Assert.That(QuickReader.Read("a: " + new string('[', 32) + new string(']', 32)), Is.Null);

    [Test]
    public void It_agrees_about_changed_genomes()
    {
        const string Replacements = "{}[]:,#&*!|>'\"%@`-? \n\r\\x90~<=";
        var random = new Random(20261121);
        var sections = GenomeFrontEnd.Split(new("clinic.genome.yaml", Samples.Clinic)).Sections;
        for (var i = 0; i < 20_000; i++)
        {
            var text = sections[random.Next(sections.Count)].Text;
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                text = text[..at] + Replacements[random.Next(Replacements.Length)] + text[(at + random.Next(2))..];
            }
            Compare(text);
        }
    }

    [Test]
    public void A_word_of_the_language_is_one_string_however_often_it_is_written()
    {
        var fields = QuickReader.Read("a: { type: bool }\nb:\n  type: bool\nc: { typo: boo }\n")!;

        string[] words = [.. fields.Entries.Select(static field => ((YamlMapping)field.Value).Entries[0]).SelectMany(static entry => new[] { entry.Key.Text, ((YamlScalar)entry.Value).Text })];

        Assert.That(words, Is.EqualTo(new[] { "type", "bool", "type", "bool", "typo", "boo" }));
        Assert.That(words[2], Is.SameAs(words[0]));
        Assert.That(words[3], Is.SameAs(words[1]));
    }

    /// <summary>Whether the text is read quickly; that the result is the same is asserted.</summary>
    private static bool Compare(string text)
    {
        if (QuickReader.Read(text) is not { } quick)
        {
            return false;
        }
        var findings = new FindingList();
        var full = YamlReader.Read(text, findings);
        Assert.That(findings.IsEmpty, text);
        Assert.That(Write(quick), Is.EqualTo(Write(full!)), text);
        return true;
    }

    private static string Write(YamlNode node)
    {
        var builder = new StringBuilder();
        Write(builder, node);
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, YamlNode node)
    {
        builder.Append(CultureInfo.InvariantCulture, $"{node.GetType().Name} {node.Span}");
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Write(builder, entry.Key);
                    Write(builder, entry.Value);
                }
                break;
            case YamlSequence sequence:
                sequence.Items.ForEach(item => Write(builder, item));
                break;
            default:
                builder.Append(CultureInfo.InvariantCulture, $"{((YamlScalar)node).IsPlain} {((YamlScalar)node).Text}");
                break;
        }
        builder.Append('\n');
    }
}
