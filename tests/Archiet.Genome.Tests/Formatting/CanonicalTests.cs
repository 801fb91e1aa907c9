using Archiet.Genome.Binding;
using Archiet.Genome.Formatting;
using Archiet.Genome.Tests.Specification;

namespace Archiet.Genome.Tests.Formatting;

/// <summary>One genome, one text: however it is laid out, ordered, commented and spread over files.</summary>
public sealed class CanonicalTests
{
    private const string Shop = """
        # A shop.
        genome: "1.0"
        app: { name: Shop, namespace: 'Shop', version: "2.0", description: "Sells: everything." }
        tenancy: { tenant: Store }
        roles: { owner: Runs it., clerk: Sells. }
        enums:
          Size: [small, large]
        entities:
          Store:
            fields:
              name: { type: string, max: 80, required: true } # kept short
              open: { default: "08:00", type: time, example: '09:00' }
          Article:
            indexes: { byStore: [store, size], bySize: [size] }
            fields:
              store: { type: Store }
              size: { type: Size, default: small }
              note: { type: json, default: { b: 1, a: [ ] } }
            x-owner: { z: ~, y: 'it''s', x: TRUE }
        capabilities:
          sell:
            to: [owner, clerk]
            description: |
              Sells
              things.
            allow: { Store: [read, list], Article: [update, read, list] }
        """;

    [Test]
    public void Is_in_block_style_and_in_ordinal_order_where_order_means_nothing() => Assert.That(Canonical(Shop), Is.EqualTo(
        """
        app:
          description: "Sells: everything."
          name: Shop
          namespace: Shop
          version: "2.0"
        capabilities:
          sell:
            allow:
              Article:
                - list
                - read
                - update
              Store:
                - list
                - read
            description: "Sells\nthings.\n"
            to:
              - clerk
              - owner
        entities:
          Article:
            fields:
              store:
                type: Store
              size:
                default: small
                type: Size
              note:
                default:
                  b: 1
                  a: []
                type: json
            indexes:
              bySize:
                - size
              byStore:
                - store
                - size
            x-owner:
              z: null
              y: it's
              x: true
          Store:
            fields:
              name:
                max: 80
                required: true
                type: string
              open:
                default: 08:00
                example: 09:00
                type: time
        enums:
          Size:
            - small
            - large
        genome: "1.0"
        roles:
          owner: Runs it.
          clerk: Sells.
        tenancy:
          tenant: Store

        """));

    [Test]
    public void Is_the_same_for_other_quotes_layouts_comments_and_line_ends() => Assert.That(
        Canonical(Shop.Replace("name: Shop", "name: \"Shop\"", StringComparison.Ordinal).Replace("tenancy:", "\n# Whose?\ntenancy:", StringComparison.Ordinal).Replace("[small, large]", "\r\n    - small\r\n    - 'large'", StringComparison.Ordinal)),
        Is.EqualTo(Canonical(Shop)));

    [Test]
    public void Is_the_same_however_a_genome_is_spread_over_files()
    {
        var at = Shop.IndexOf("  Article:", StringComparison.Ordinal);
        var end = Shop.IndexOf("capabilities:", StringComparison.Ordinal);

        Assert.That(Canonical(Shop.Remove(at, end - at), "genome: \"1.0\"\nentities:\n" + Shop[at..end]), Is.EqualTo(Canonical(Shop)));
    }

    [TestCase("[small, large]", "[large, small]")]
    [TestCase("{ owner: Runs it., clerk: Sells. }", "{ clerk: Sells., owner: Runs it. }")]
    [TestCase("{ b: 1, a: [ ] }", "{ a: [ ], b: 1 }")]
    [TestCase("[store, size]", "[size, store]")]
    [TestCase("\"2.0\"", "\"2.00\"")]
    [TestCase("      store: { type: Store }\n      size: { type: Size, default: small }\n", "      size: { type: Size, default: small }\n      store: { type: Store }\n")]
    public void Is_another_where_the_meaning_is(string old, string with)
    {
        Assert.That(Shop, Does.Contain(old));
        Assert.That(Canonical(Shop.Replace(old, with, StringComparison.Ordinal)), Is.Not.EqualTo(Canonical(Shop)));
    }

    [Test]
    public void There_is_none_of_a_genome_with_an_error() =>
        Assert.That(GenomeFormatter.Canonical([new("shop.genome.yaml", Shop.Replace("type: Store", "type: Stor", StringComparison.Ordinal))]), Is.Null);

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Of_a_sample_it_compiles_to_the_same_genome(string sample) => CompilesToTheSame(Samples.Files(sample));

    [TestCaseSource(typeof(SpecificationFiles), nameof(SpecificationFiles.ValidCases))]
    public void Of_a_case_it_compiles_to_the_same_genome(string name) => CompilesToTheSame(SpecificationFiles.ValidCase(name));

    /// <summary>Where the language gains something whose order means something, this is what says that the canonical text must know.</summary>
    private static void CompilesToTheSame(IReadOnlyList<GenomeFile> files)
    {
        Assert.That(GenomeCheck.Describe(FormatProperties.Errors(files)), Is.Empty);
        var canonical = GenomeFormatter.Canonical(files)!;
        GenomeFile[] file = [new("canonical.genome.yaml", canonical)];

        Assert.That(GenomeCheck.Describe(FormatProperties.Errors(file)), Is.Empty);
        Assert.That(Unordered(GenomeFrontEnd.Compile(file).Genome!), Is.EqualTo(Unordered(GenomeFrontEnd.Compile(files).Genome!)));
        Assert.That(GenomeFormatter.Canonical(file), Is.EqualTo(canonical));
    }

    /// <summary>The genome with its capabilities, their roles and their grants in ordinal order: the one thing that the compiler hands on as it is written.</summary>
    private static BoundGenome Unordered(BoundGenome genome) => genome with
    {
        Outline = genome.Outline with
        {
            Capabilities = genome.Outline.Capabilities.OrderBy(static capability => capability.Name, StringComparer.Ordinal).Select(static capability => capability with
            {
                Roles = capability.Roles.Order(StringComparer.Ordinal).ToEquatableArray(),
                Grants = capability.Grants.OrderBy(static grant => grant.Entity, StringComparer.Ordinal)
                    .Select(static grant => grant with
                    {
                        Transitions = grant.Transitions.Order(StringComparer.Ordinal).ToEquatableArray(),
                        Fields = grant.Fields is { } fields
                            ? new(fields.See.Order(StringComparer.Ordinal).ToEquatableArray(), fields.Set.Order(StringComparer.Ordinal).ToEquatableArray())
                            : null,
                    }).ToEquatableArray(),
            }).ToEquatableArray(),
        },
    };

    private static string Canonical(params string[] texts) => GenomeFormatter.Canonical([.. texts.Select(static (text, at) => new GenomeFile($"{at}.genome.yaml", text))])
        ?? throw new InvalidOperationException(GenomeCheck.Describe(GenomeFrontEnd.Compile(texts.Select(static (text, at) => new GenomeFile($"{at}.genome.yaml", text))).Diagnostics));
}
