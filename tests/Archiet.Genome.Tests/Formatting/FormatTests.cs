using Archiet.Genome.Formatting;

namespace Archiet.Genome.Tests.Formatting;

/// <summary>The layout of spec/canonical.md, rule by rule.</summary>
public sealed class FormatTests
{
    [Test]
    public void Indents_by_two_spaces_and_puts_one_space_where_one_belongs() => Formats(
        """
        roles:
            owner:    Runs the shop.   # Not the building.
            clerk:      "Sells: everything."
        x-list:
        -   a
        -   b:   1
            c:   2
        -  - d
           -  e
        """,
        """
        roles:
          owner: Runs the shop. # Not the building.
          clerk: "Sells: everything."
        x-list:
          - a
          - b: 1
            c: 2
          - - d
            - e

        """);

    [Test]
    public void Keeps_brackets_that_fit_on_a_line() => Formats(
        """
        x-a: {a:   1,b: [x,y  ,  z],   c: {  }, d: [ ], }
        x-b: {
          a: 1,
          b: 2
        }
        """,
        """
        x-a: { a: 1, b: [x, y, z], c: {}, d: [] }
        x-b: { a: 1, b: 2 }

        """);

    [Test]
    public void Writes_what_does_not_fit_in_block_style()
    {
        var longText = new string('m', 100);
        Formats(
            $$"""
            x-a: { text: "{{longText}}", more: { b: [1, 2] }, rest: {{longText}} } # Behind.
            x-b: [{ text: {{longText}}, more: 1 }, [{{longText}}, {{longText}}]]
            """,
            $$"""
            x-a: # Behind.
              text: "{{longText}}"
              more: { b: [1, 2] }
              rest: {{longText}}
            x-b:
              - { text: {{longText}}, more: 1 }
              - - {{longText}}
                - {{longText}}

            """);
    }

    [Test]
    public void Keeps_block_style_that_would_fit_between_brackets() => Formats("x-a:\n  b: 1\n  c:\n    - d\n", "x-a:\n  b: 1\n  c:\n    - d\n");

    [Test]
    public void Keeps_one_blank_line_where_there_are_some_between_entries() => Formats(
        "\n\n# Top.\n\n\nx-a:\n\n  b: 1\n\n\n  c: 2\n\n\n\n# About d.\n\nx-d: 3\n\n",
        "# Top.\n\nx-a:\n  b: 1\n\n  c: 2\n\n# About d.\n\nx-d: 3\n");

    [Test]
    public void Leaves_every_comment_with_what_it_is_about() => Formats(
        """
        # The first line.
        x-a:   # behind a key
             # above b
           b: 1     # behind b
           # the end of a
        # above c
        x-c:
             - d # behind d
             # above e
             - e
             # the end of c
        x-f: [ # inside, above g
          g, # behind g
          h
          # the end of f
        ] # behind f
        x-i:  # between
          text
        x-j: [ # empty
        ]
        x-k:
          - { # inside an item
              l: 1 } # behind the item
        # the last line
        """,
        """
        # The first line.
        x-a: # behind a key
          # above b
          b: 1 # behind b
          # the end of a
        # above c
        x-c:
          - d # behind d
          # above e
          - e
          # the end of c
        x-f: # behind f
          # inside, above g
          - g # behind g
          - h
          # the end of f
        # between
        x-i: text
        # empty
        x-j: []
        x-k:
          # inside an item
          # behind the item
          - l: 1
        # the last line

        """);

    [Test]
    public void A_sharp_that_is_no_comment_stays() => Formats("x-a: b#c\nx-d: \"# e\" # f\nx-g: '# h'\n", "x-a: b#c\nx-d: \"# e\" # f\nx-g: \"# h\"\n");

    [Test]
    public void Quotes_stay_and_are_double_unless_that_costs_escapes() => Formats(
        """
        x-a: 'text'
        x-b: '^[a-z]\.$'
        x-c: 'say "no"'
        x-d: "say \"no\""
        x-e: '12'
        x-f: "1.0"
        "x-g": 'it''s'
        x-h: { "null": 1, 'i': 2 }
        """,
        """
        x-a: "text"
        x-b: '^[a-z]\.$'
        x-c: 'say "no"'
        x-d: "say \"no\""
        x-e: "12"
        x-f: "1.0"
        x-g: "it's"
        x-h: { "null": 1, i: 2 }

        """);

    [Test]
    public void Texts_of_several_lines_break_where_they_broke() => Formats(
        """
        x-a: one
            two

            three   # behind
        x-b: "four
              five\
                \ six"
        x-c: { d: seven
            eight, e: "nine
            ten" }
        """,
        """
        x-a: one
          two

          three # behind
        x-b: "four
          five\
          \ six"
        x-c: { d: seven eight, e: "nine ten" }

        """);

    [Test]
    public void Block_scalars_keep_their_lines() => Formats(
        "x-a:\n      b: |   # behind\n          one\n            two\n\n          three\n\n\n      c: >-\n         four\n         five\n      d: |2\n          six\n        seven\nx-e:\n  - |+\n    eight\n\n  - >\n\n    nine\n\n# last\n",
        "x-a:\n  b: | # behind\n    one\n      two\n\n    three\n\n  c: >-\n    four\n    five\n  d: |2\n      six\n    seven\nx-e:\n  - |+\n    eight\n\n  - >\n\n    nine\n\n# last\n");

    [Test]
    public void Windows_line_ends_stay_and_a_byte_order_mark_goes() => Formats(
        "\uFEFFx-a:\r\n    b: |\r\n        c\r\n        d\r\n", "x-a:\r\n  b: |\r\n    c\r\n    d\r\n");

    [Test]
    public void A_mark_at_the_beginning_of_a_document_goes() => Formats("--- # why\nx-a: 1\n...\n", "# why\nx-a: 1\n");

    [TestCase("x-a: &b 1\n", "ARC0010")]
    [TestCase("x-a: [1\n", "ARC0002")]
    [TestCase("rols:\n  owner: Runs the shop.\n", "ARC0020")]
    public void A_file_with_an_error_is_refused_with_that_error(string text, string id)
    {
        var formatted = GenomeFormatter.Format([new("base.genome.yaml", GenomeCheck.Base), new("test.genome.yaml", text)]);

        Assert.That(formatted.Select(static file => file.Text is null), Is.EqualTo([false, true]));
        Assert.That(formatted[1].Errors.Select(static found => found.Descriptor.Id), Is.EqualTo([id]));
        Assert.That(formatted[1].Differs, Is.False);
    }

    [Test]
    public void What_is_not_decided_yet_is_laid_out_and_has_no_canonical_text()
    {
        GenomeFile[] files = [new("base.genome.yaml", GenomeCheck.Base), new("test.genome.yaml", "status:   draft\nquestions:\n    who: {ask: Who?, source: 'prd.md:3 S0002'}\n")];

        var formatted = GenomeFormatter.Format(files)[1];

        Assert.That(formatted.Text, Is.EqualTo("status: draft\nquestions:\n  who: { ask: Who?, source: \"prd.md:3 S0002\" }\n"));
        Assert.That(GenomeFormatter.Canonical(files), Is.Null);
    }

    private static void Formats(string text, string expected)
    {
        var formatted = GenomeFormatter.Format([new("base.genome.yaml", GenomeCheck.Base), new("test.genome.yaml", text)])[1];
        Assert.That(GenomeCheck.Describe(formatted.Errors), Is.Empty);
        Assert.That(formatted.Text, Is.EqualTo(expected));
        FormatProperties.Hold([new("base.genome.yaml", GenomeCheck.Base), new("test.genome.yaml", text)]);
    }
}
