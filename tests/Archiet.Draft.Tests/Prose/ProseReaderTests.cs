using Archiet.Draft.Prose;
using Archiet.Genome;

namespace Archiet.Draft.Tests.Prose;

public sealed class ProseReaderTests
{
    private static EquatableArray<Sentence> Read(string text) => ProseReader.Read("docs/prd.md", text).Sentences;

    private static string[] Texts(string text) => [.. Read(text).Select(sentence => sentence.Text)];

    [Test]
    public void Sentences_are_numbered_with_their_lines_and_headings()
    {
        var sentences = Read("# Shop\n\nIt sells. It ships\nabroad. It bills.\n\n## Orders\n\n- one\n");

        Assert.That(sentences.Select(one => $"{one.Id} {one.Line} {one.Kind} {one.Text} [{string.Join('/', one.Headings)}]"), Is.EqualTo(new[]
        {
            "S0001 1 Heading Shop []",
            "S0002 3 Paragraph It sells. [Shop]",
            "S0003 3 Paragraph It ships abroad. [Shop]",
            "S0004 4 Paragraph It bills. [Shop]",
            "S0005 6 Heading Orders [Shop]",
            "S0006 8 ListItem one [Shop/Orders]",
        }));
    }

    [TestCase("Use a store, e.g. Berlin. Then sell.", "Use a store, e.g. Berlin.", "Then sell.")]
    [TestCase("That is i.e. The one. Two.", "That is i.e. The one.", "Two.")]
    [TestCase("See No. 5 of it. Next.", "See No. 5 of it.", "Next.")]
    [TestCase("Is it so? No. The rest follows.", "Is it so?", "No.", "The rest follows.")]
    [TestCase("It costs 3.50 EUR. Version 2.1.0 ships. Done.", "It costs 3.50 EUR.", "Version 2.1.0 ships.", "Done.")]
    [TestCase("Wait... Then go. End.", "Wait... Then go.", "End.")]
    [TestCase("By J. R. Smith. He left.", "By J. R. Smith.", "He left.")]
    [TestCase("Open https://a.example/x.y?z=1.2. Then log in.", "Open https://a.example/x.y?z=1.2.", "Then log in.")]
    [TestCase("He said \"Stop.\" She went on.", "He said \"Stop.\"", "She went on.")]
    [TestCase("Node.js runs it. go on. Yes! 3 times.", "Node.js runs it. go on.", "Yes!", "3 times.")]
    [TestCase("See Fig. 3 and Mr. Smith, approx. 5 a day etc. The end.", "See Fig. 3 and Mr. Smith, approx. 5 a day etc.", "The end.")]
    [TestCase("1. The first is no list when it is one line", "The first is no list when it is one line")]
    [TestCase("注文する。支払う。", "注文する。", "支払う。")]
    public void Sentences_end_where_they_end(string text, params string[] expected) => Assert.That(Texts(text), Is.EqualTo(expected));

    [TestCase("**Bold**, *em*, __b__ and _i_", "Bold, em, b and i")]
    [TestCase("keep snake_case_name and 2 * 3", "keep snake_case_name and 2 * 3")]
    [TestCase("`due_date` and ``a ` b``", "due_date and a ` b")]
    [TestCase("a [link](https://x.example/a_(b)) and ![picture](p.png) end", "a link and picture end")]
    [TestCase("see [the page][ref] or [optional] <https://x.example>", "see the page or [optional] https://x.example")]
    [TestCase(@"not \*bold\* and 3 \| 4", "not *bold* and 3 | 4")]
    [TestCase("~~gone~~ a~b", "gone a~b")]
    [TestCase("a<br/>b &amp; c&nbsp;d &lt;e&gt; <OrderId>", "a b & c d <e> <OrderId>")]
    [TestCase("**[Bold link](x)** `*literal*`", "Bold link *literal*")]
    public void Marks_are_reduced_to_words(string text, string expected) => Assert.That(Texts(text), Is.EqualTo(new[] { expected }));

    [Test]
    public void Lists_have_depths_boxes_and_continued_lines()
    {
        var items = Read("- a\n  - b\n    more of b. Two.\n    1. c\n- [x] d\n\n  still\n* e");

        Assert.That(items.Select(one => (one.Kind, one.Depth, one.Text)), Is.EqualTo(new[]
        {
            (SentenceKind.ListItem, 0, "a"), (SentenceKind.ListItem, 1, "b more of b. Two."), (SentenceKind.ListItem, 2, "c"), (SentenceKind.ListItem, 0, "d"),
            (SentenceKind.Paragraph, 0, "still"), (SentenceKind.ListItem, 0, "e"),
        }));
    }

    [Test]
    public void A_year_in_a_paragraph_begins_no_list() => Assert.That(Texts("It was made in\n2019. It stays."), Is.EqualTo(new[] { "It was made in 2019. It stays." }).Or.EqualTo(new[] { "It was made in 2019.", "It stays." }));

    [Test]
    public void Tables_have_cells_and_share_a_block()
    {
        var rows = Read("Intro\n\n| Field | Type |\n|:--|---|\n| `a\\|b` | **int** |\n| c |\n\nEnd");

        Assert.That(rows.Select(one => (one.Kind, string.Join('/', one.Cells))), Is.EqualTo(new[]
        {
            (SentenceKind.Paragraph, ""), (SentenceKind.TableHeader, "Field/Type"), (SentenceKind.TableRow, "a|b/int"), (SentenceKind.TableRow, "c/"), (SentenceKind.Paragraph, ""),
        }));
        Assert.That(rows.Select(one => one.Block).Distinct().Count(), Is.EqualTo(3));
        Assert.That(rows[2].Text, Is.EqualTo("a|b | int"));
    }

    [Test]
    public void A_fence_is_one_sentence_and_closes_with_its_own_kind()
    {
        var sentences = Read("```sql {x}\nCREATE TABLE a (\n\n  b int);\n~~~\n```\nafter");

        Assert.That(sentences.Select(one => (one.Kind, one.Language, one.Text)), Is.EqualTo(new[] { (SentenceKind.Code, "sql", "CREATE TABLE a (\n\n  b int);\n~~~"), (SentenceKind.Paragraph, "", "after") }));
    }

    [Test]
    public void An_unclosed_fence_keeps_all_that_follows() => Assert.That(Texts("```\na\n# b\n"), Is.EqualTo(new[] { "a\n# b" }));

    [Test]
    public void Code_in_a_list_loses_the_indent_of_the_list() => Assert.That(Texts("- a\n  ```json\n  {\n    \"b\": 1\n  }\n  ```\n- c"), Is.EqualTo(new[] { "a", "{\n  \"b\": 1\n}", "c" }));

    [Test]
    public void Front_matter_comments_and_figures_are_stripped_and_reported()
    {
        var document = ProseReader.Read("a.md", "---\ntitle: x\nlist:\n  - y\n---\nBefore <!-- hidden\nmore --> after.\n\n<figure><img src=\"x\"></figure>\n[a]: https://b.example\n");

        Assert.That(document.Sentences.Select(one => (one.Line, one.Text)), Is.EqualTo(new[] { (6, "Before after.") }));
        Assert.That(document.Stripped.Select(one => one.ToString()), Is.EqualTo(new[] { new Stripped("front matter", 1, 5), new Stripped("comment", 6, 2), new Stripped("figure", 9, 1), new Stripped("link definition", 10, 1) }.Select(one => one.ToString())));
    }

    [TestCase("---\nJust a rule above.\n---\nText.", "Just a rule above.", "Text.")]
    [TestCase("A <!-- that never ends.", "A <!-- that never ends.")]
    [TestCase("`<!--` is code and so is `-->`.", "<!-- is code and so is -->.")]
    public void What_is_no_markup_stays(string text, params string[] expected) => Assert.That(Texts(text), Is.EqualTo(expected));

    [Test]
    public void Quotations_and_underlined_headings_are_read()
    {
        var sentences = Read("Title\n=====\n\n> Quoted > text.\n> > Deeper.\n\nPart\n---\nBody");

        Assert.That(sentences.Select(one => (one.Kind, one.Depth, one.Text)), Is.EqualTo(new[]
        {
            (SentenceKind.Heading, 1, "Title"), (SentenceKind.Paragraph, 0, "Quoted > text."), (SentenceKind.Paragraph, 0, "Deeper."), (SentenceKind.Heading, 2, "Part"), (SentenceKind.Paragraph, 0, "Body"),
        }));
    }

    [Test]
    public void Plain_text_has_headings_by_number_and_by_capitals()
    {
        var sentences = Read("INVOICES\n\n2.1 Fields of an invoice\n\nAn invoice has a number.\n");

        Assert.That(sentences.Select(one => one.Kind), Is.EqualTo(new[] { SentenceKind.Heading, SentenceKind.Heading, SentenceKind.Paragraph }));
    }

    [Test]
    public void Lines_with_labels_in_bold_are_sentences_of_their_own() =>
        Assert.That(Texts("**Version:** 1.0\n**Owner:** the team\n**Note**: more\nof it"), Is.EqualTo(new[] { "Version: 1.0", "Owner: the team", "Note: more of it" }));

    [Test]
    public void Items_in_tags_are_told_apart() => Assert.That(Texts("| a | b |\n|--|--|\n| x | <ol><li>One.</li><li>Two.</li></ol> |")[1], Is.EqualTo("x | • One. • Two."));

    [Test]
    public void Hashes_know_a_sentence_again_and_a_document()
    {
        var (one, two) = (ProseReader.Read("a", "A  b\nc."), ProseReader.Read("b", "x\n\nA b c."));

        Assert.That(one.Sentences[0].Hash, Is.EqualTo(two.Sentences[1].Hash).And.Length.EqualTo(16));
        Assert.That(one.Hash, Is.Not.EqualTo(two.Hash).And.Length.EqualTo(64));
        Assert.That(ProseReader.Read("a", "\uFEFFA  b\r\nc.").Hash, Is.EqualTo(one.Hash));
    }

    [Test]
    public void An_empty_document_has_no_sentence() => Assert.That(Read(""), Is.Empty);
}
