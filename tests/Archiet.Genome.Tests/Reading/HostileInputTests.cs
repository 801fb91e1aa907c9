using System.Diagnostics;
using System.Text;

namespace Archiet.Genome.Tests.Reading;

/// <summary>What nobody writes on purpose gives exactly one error at its place, and the compiler lives.</summary>
public sealed class HostileInputTests
{
    [Test]
    [Property("Diagnostic", "ARC0007")]
    public void A_hundred_thousand_nested_brackets_are_too_deep() =>
        Assert.That(Only("x-deep: " + new string('[', 100_000)), Is.EqualTo("ARC0007 (1,40)"));

    [Test]
    public void Nesting_over_lines_is_too_deep()
    {
        var text = new StringBuilder("x-deep:\n");
        for (var i = 1; i < 2000; i++)
        {
            text.Append(' ', i).Append("a:\n");
        }

        Assert.That(Only(text.ToString()), Does.StartWith("ARC0007 (33,"));
    }

    [Test]
    [Property("Diagnostic", "ARC0006")]
    public void A_file_beyond_four_megabytes_is_not_read() => Assert.That(Only("# " + new string('x', 4 * 1024 * 1024)), Is.EqualTo("ARC0006 (1,1)"));

    [Test]
    [Property("Diagnostic", "ARC0008")]
    public void Half_a_million_nodes_are_too_many()
    {
        var text = new StringBuilder("x-many: [");
        for (var i = 0; i < 500_001; i++)
        {
            text.Append("1,\n ");
        }

        Assert.That(Only(text.Append(']').ToString()), Does.StartWith("ARC0008 "));
    }

    [Test]
    public void Many_keys_take_no_more_than_linear_time()
    {
        var text = new StringBuilder("x-many:\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(" k").Append(i).Append(": 1\n");
        }
        var watch = Stopwatch.StartNew();

        Assert.That(GenomeCheck.Describe(GenomeCheck.Compile(text.ToString()).Diagnostics), Is.Empty);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [Test]
    [Property("Diagnostic", "ARC0009")]
    public void A_huge_scalar_is_too_long() => Assert.That(Only("x-long: " + new string('a', 70_000)), Is.EqualTo("ARC0009 (1,9)"));

    [TestCase(0x0000, TestName = "NUL")]
    [TestCase(0x0007, TestName = "A control character")]
    [TestCase(0xD83D, TestName = "A lone high surrogate")]
    [TestCase(0xDE00, TestName = "A lone low surrogate")]
    [TestCase(0xFEFF, TestName = "A byte order mark in the middle")]
    [TestCase(0x2028, TestName = "A line separator")]
    [TestCase(0x0085, TestName = "A next line")]
    [Property("Diagnostic", "ARC0004")]
    public void A_forbidden_character_is_one_error_at_its_place(int character) =>
        Assert.That(Only($"roles:\r\n  owner: Runs{(char)character} the shop.\n"), Is.EqualTo("ARC0004 (2,14)"));

    [Test]
    public void A_paired_surrogate_is_text() => Assert.That(GenomeCheck.Bind("roles: { owner: Runs \U0001F3EA. }\n").Outline.App.Roles[0].Description, Is.EqualTo("Runs \U0001F3EA."));

    [Test]
    public void A_byte_order_mark_at_the_beginning_is_no_character() =>
        Assert.That(Only("\uFEFFrolls: {}\n"), Is.EqualTo("ARC0020 (1,1)"));

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Lines_end_as_they_like(string lineBreak) =>
        Assert.That(Only($"# one{lineBreak}entities:{lineBreak}{lineBreak}  Order:{lineBreak}    fields: {{ total: {{ type: integer }} }}{lineBreak}"), Is.EqualTo("ARC0050 (5,30)"));

    [TestCase("", "ARC0005 (1,1)")]
    [TestCase("\n\n", "ARC0005 (1,1)")]
    [TestCase("---\n", "ARC0005 (1,1)")]
    [TestCase("- a\n- b\n", "ARC0022 (1,1)")]
    [TestCase("a genome", "ARC0022 (1,1)")]
    [TestCase("roles: {}\nroles: {}\n", "ARC0015 (2,1)")]
    [TestCase("entities: { A: { fields: { b: { type: text } } }\n", "ARC0002 (1,11)")]
    [TestCase("roles:\n  owner: \"Runs\n", "ARC0002 (2,10)")]
    [TestCase("%YAML 1.2\n---\nrolls: {}\n", "ARC0020 (3,1)")]
    [TestCase("genome: \"1.0\"\n...\n---\ngenome: \"1.0\"\n", "ARC0014 (3,1)")]
    [TestCase("? [a]\n: b\n", "ARC0022 (1,3)")]
    [TestCase("roles: @\n", "ARC0001 (1,8)")]
    [TestCase("roles:\n- : owner\n", "ARC0001 (3,1)")]
    [TestCase("roles: !<>\n", "ARC0001 (1,1)")]
    [TestCase("roles: { owner: \"a\\0b\" }\n", "ARC0016 (1,17)")]
    [TestCase("roles: { owner: \"a\\uD83Db\" }\n", "ARC0001 (1,17)")]
    [TestCase("roles:{ owner: Runs the shop., clerk: Sells. }\n", "ARC0001 (1,1)")]
    [TestCase("enums:\n  Size:{ small: A hand., large: Both. }\n", "ARC0001 (2,3)")]
    [TestCase("roles: &a\n", "ARC0010 (1,8)")]
    [TestCase("%YAML 99999999999.9\n---\nroles: {}\n", "ARC0001 (1,1)")]
    [TestCase("entities:\n  Order:\n\tfields: {}\n", "ARC0003 (3,1)")]
    public void What_is_no_genome_is_one_error(string text, string expected) => Assert.That(Only(text), Is.EqualTo(expected));

    [Test]
    public void A_colon_without_its_space_is_named() => Assert.That(
        GenomeCheck.Describe(GenomeCheck.Compile("entities:\n  Order:\n    fields:\n      title:{ type: string, max: 9 }\n").Diagnostics),
        Is.EqualTo("ARC0001 (4,7)-(4,13) The text cannot be read as YAML here: a space is missing behind the colon."));

    [TestCase("this.a => 1", "'>='")]
    [TestCase("this.a =< 1", "'<='")]
    [TestCase("this.a = 1", "'=='")]
    public void An_operator_of_another_language_is_told_ours(string check, string ours) => Assert.That(
        GenomeCheck.Describe(GenomeCheck.Compile($"entities:\n  Order: {{ fields: {{ a: {{ type: int }} }}, rules: {{ r: {{ check: \"{check}\", message: No. }} }} }}\n").Diagnostics),
        Does.Contain("ARC0204").And.EndsWith($"write {ours} instead.").And.Not.Contain("\n"));

    [Test]
    public void An_alias_bomb_gives_an_error_for_each_anchor_and_expands_nothing()
    {
        const string Text = """
            x-a: &a [1, 1]
            x-b: &b [*a, *a]
            x-c: [*b, *b]
            """;

        Assert.That(
            GenomeCheck.Compile(Text).Diagnostics.Select(static diagnostic => diagnostic.Descriptor.Id), Is.EqualTo(["ARC0010", "ARC0010", "ARC0011"]));
    }

    [Test]
    public void Words_of_YAML_in_any_order_are_read_without_harm()
    {
        string[] words =
        [
            "a", "b: ", "entities:\n", "  Order:\n", "    fields:\n", "{ ", "}", "[", "]", ", ", ": ", "- ", "? ", "\n", "\n  ", "\n    ", "|\n", ">\n", "|2-\n", "\"", "'",
            "\\U99999999", "\\xZZ", "\\", "%YAML 1.9999999999999\n", "%TAG ! x\n", "---\n", "...\n", "&a ", "*a ", "!t ", "!<", "!!str ", "<<: ", "# c\n", "@", "~",
            "type: decimal(12,2)", "genome: \"1.0\"\n", "app: ", " ", "\r\n", "\r", "0x", "\u00e9", ":", ",", "\t", "tenancy: ", "roles:\n",
        ];
        var random = new Random(20261121);
        for (var i = 0; i < 10_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => words[random.Next(words.Length)]));
            foreach (var diagnostic in GenomeFrontEnd.Compile([new("words.genome.yaml", text)]).Diagnostics)
            {
                var (_, line, column, endLine, endColumn) = diagnostic.Span;
                Assert.That((endLine, endColumn), Is.GreaterThanOrEqualTo((line, column)), text);
            }
        }
    }

    private static string Only(string text)
    {
        var diagnostics = GenomeCheck.Compile(text).Diagnostics;
        Assert.That(diagnostics, Has.Count.EqualTo(1), GenomeCheck.Describe(diagnostics));
        return $"{diagnostics[0].Descriptor.Id} ({diagnostics[0].Span.Line},{diagnostics[0].Span.Column})";
    }
}
