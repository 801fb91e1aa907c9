using Archiet.Genome.Tests.Specification;

namespace Archiet.Genome.Tests.Formatting;

/// <summary>Formatting changes the layout and nothing else: of the samples, of the specification's examples, and of genomes that chance has changed.</summary>
public sealed class FormatPropertyTests
{
    /// <summary>A small genome in which everything occurs that formatting has to do with.</summary>
    private const string Everything = """
        # The first line.

        genome: "1.0"
        app: { name: Shop, namespace: Shop, description: 'A shop, and "more".' } # behind
        tenancy:
            # above
            tenant: Store
        roles:
          owner: One
            two
            # below

        # above entities
        entities:   # behind entities
          Store:
            description: >-
              Folded
              and more.

            fields:
              name: { type: string,
                max: 80, # inside
                required: true }
              note: { type: text, description: "a \" b" }
          # above Order
          Order:
            x-list:
            - a
            - b: |
                literal

            - - c
              - "d
                 e"
            x-keep: |+
              kept

            fields:
              store: {type: Store, required: true}
        capabilities:
          sell: { to: [owner], allow: { Order: [list, read], Store: [read] } }
        # the last line
        """;

    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\n\n", "#", " # c", " # c\n", "# d\n", "      # e\n", "\"", "'", ":", ": ", ",", ", ", "[", "]", "{", "}", "[ # f\n ]", "|", ">", "|+", ">-",
        "- ", "x-y: |\n  a\n\n", "x-z: [a, # g\n b]\n", "\\", "\r\n", "null", "~", "x-w: >\n  a\n  b\n\n", "x-v:\n- a\n# h\n- b\n", "x-u: 'a\n  b'\n", "---\n", "\t",
    ];

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void A_sample_keeps_its_meaning(string sample) => FormatProperties.Hold(Samples.Files(sample));

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void A_sample_is_formatted(string sample) =>
        Assert.That(FormatProperties.Formatted(Samples.Files(sample)), Is.EqualTo(Samples.Files(sample).OrderBy(static file => file.Path, StringComparer.Ordinal)),
            "dotnet build -t:ArchietFormatGenome");

    [TestCaseSource(typeof(SpecificationFiles), nameof(SpecificationFiles.ValidCases))]
    public void A_case_keeps_its_meaning(string name) => FormatProperties.Hold(SpecificationFiles.ValidCase(name));

    [TestCaseSource(typeof(SpecificationFiles), nameof(SpecificationFiles.Remedies))]
    public void The_remedy_of_a_page_keeps_its_meaning(string id, string genome)
    {
        GenomeFile[] files = [new("base.genome.yaml", GenomeCheck.Base), new("test.genome.yaml", genome)];
        GenomeFile[] own = [files[1]];

        Assert.That(id, Is.Not.Empty);
        FormatProperties.Hold(FormatProperties.Errors(files).Any() ? own : files);
    }

    [Test]
    public void A_genome_that_chance_has_changed_keeps_its_meaning()
    {
        var random = new Random(77);
        var sound = 0;
        for (var i = 0; i < 6_000; i++)
        {
            var text = Everything;
            for (var edits = random.Next(1, 4); edits > 0; edits--)
            {
                var at = random.Next(3) == 0 ? random.Next(text.Length) : Math.Max(0, text.IndexOf('\n', random.Next(text.Length)) + random.Next(2));
                text = text[..at] + Pieces[random.Next(Pieces.Length)] + text[Math.Min(text.Length, at + (random.Next(2) * random.Next(2)))..];
            }
            GenomeFile[] files = [new("test.genome.yaml", text)];
            if (!FormatProperties.Errors(files).Any())
            {
                sound++;
                Assert.That(() => FormatProperties.Hold(files), Throws.Nothing, text);
            }
        }
        Assert.That(sound, Is.GreaterThan(700), "or little was tried");
    }
}
