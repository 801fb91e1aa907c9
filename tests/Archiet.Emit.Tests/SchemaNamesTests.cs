using System.Globalization;
using System.Text;
using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>Names in the database are each given once, however the names in the genome nest.</summary>
public sealed class SchemaNamesTests
{
    private const string Frame = """
        genome: "1.0"
        app: { name: Shop, namespace: Acme.Shop }
        tenancy: { tenant: Store }
        entities:
          Store: { fields: { name: { type: text } } }

        """;

    [Test]
    public void Random_names_that_nest_are_told_apart([Range(1, 40)] int seed)
    {
        var text = RandomGenome(new Random(seed));

        AssertApart(TablesOf(text), text);
    }

    [Test]
    public void Random_genomes_have_names_that_would_meet()
    {
        // The generator is of no use where no two names would be spelled alike.
        var hashed = Enumerable.Range(1, 40).SelectMany(seed => TablesOf(RandomGenome(new Random(seed)))).SelectMany(NamesOf).Count(name => name.Length > 9 && name[^9] == '_');

        Assert.That(hashed, Is.GreaterThan(100));
    }

    [Test]
    public void Names_that_nothing_else_can_be_read_as_stay_as_they_are()
    {
        var tables = TablesOf(Frame + """
              Order: { plural: Aa, fields: { bbCc: { type: int }, d: { type: int } }, indexes: { bbCc: [bbCc], d: [d] } }
              Line: { plural: AaBb, fields: { cc: { type: int } }, indexes: { cc: [cc] } }
            """);

        Assert.Multiple(() =>
        {
            Assert.That(tables.Single(table => table.Name == "aa_bb").Indexes.Select(index => index.Name), Is.EqualTo(["ix_aa_bb_cc"]));
            Assert.That(tables.Single(table => table.Name == "aa").Indexes.Select(index => index.Name), Has.One.EqualTo("ix_aa_d").And.One.Matches("^ix_aa_bb_cc_[0-9a-f]{8}$"));
        });
    }

    [Test]
    public void A_field_elsewhere_gives_no_name_another_spelling()
    {
        const string Entity = """
              Order: { plural: Aa, fields: { bbCc: { type: int } }, indexes: { bbCc: [bbCc] } }
            """;

        var without = TablesOf(Frame + Entity + "\n  Line: { plural: AaBb, fields: { d: { type: int } } }\n");
        var with = TablesOf(Frame + Entity + "\n  Line: { plural: AaBb, fields: { cc: { type: int } }, indexes: { cc: [cc] } }\n");

        Assert.That(with.Single(table => table.Name == "aa"), Is.EqualTo(without.Single(table => table.Name == "aa")));
    }

    private static void AssertApart(List<TableModel> tables, string text) => Assert.Multiple(() =>
    {
        var relations = tables.Select(table => table.Name).Concat(tables.SelectMany(Indexes)).ToList();
        Assert.That(relations, Is.Unique, text);
        Assert.That(tables.SelectMany(table => table.Triggers).Select(trigger => trigger.Name), Is.Unique, text);
        Assert.That(tables.SelectMany(NamesOf), Is.Unique, text);
        Assert.That(tables.SelectMany(NamesOf).Where(name => Encoding.UTF8.GetByteCount(name) > 63), Is.Empty);
    });

    private static IEnumerable<string> Indexes(TableModel table) =>
        table.Indexes.Select(index => index.Name).Append(table.PrimaryKey).Concat(table.Exclusions.Select(exclusion => exclusion.Name));

    private static IEnumerable<string> NamesOf(TableModel table) => Indexes(table).Append(table.Name)
        .Concat(table.Checks.Select(check => check.Name)).Concat(table.ForeignKeys.Select(key => key.Name)).Concat(table.Triggers.Select(trigger => trigger.Name));

    private static List<TableModel> TablesOf(string text)
    {
        var compiled = GenomeFrontEnd.Compile([new("shop.genome.yaml", text)]);
        Assert.That(compiled.Diagnostics.Select(finding => finding.Descriptor.Id + " " + finding.Message), Is.Empty, text);
        return [.. Lowering.Lower(compiled.Genome!).Entities.SelectMany(entity => entity.Links.Select(link => link.Table).Prepend(entity.Table))];
    }

    /// <summary>Plurals and fields of few and short words, so that much can be read in two ways.</summary>
    private static string RandomGenome(Random random)
    {
        var text = new StringBuilder(Frame);
        var plurals = Enumerable.Range(0, 8).Select(_ => Words(random, ["Aa", "Bb", "Ix", "Pk", "Rows"])).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        for (var at = 0; at < plurals.Count; at++)
        {
            var fields = Enumerable.Range(0, 7).Select(_ => Words(random, ["Aa", "Bb", "Cc", "Rows", "Lengthening"]))
                .Select(name => char.ToLowerInvariant(name[0]) + name[1..]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            text.Append(CultureInfo.InvariantCulture, $"  Thing{at}:\n    plural: {plurals[at]}\n    fields:\n");
            foreach (var field in fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {field}: {Type(random, plurals.Count)}\n");
            }
            text.Append("      z: { type: int }\n      y: { type: timestamp }\n    indexes:\n");
            foreach (var name in fields.Take(3))
            {
                text.Append(CultureInfo.InvariantCulture, $"      {name}: [z]\n");
            }
            text.Append(CultureInfo.InvariantCulture, $"    rules:\n      {fields[0]}: {{ check: this.z != 1, message: No. }}\n      {fields[^1]}x: {{ check: this.y < now(), message: No. }}\n");
        }
        return text.ToString();
    }

    private static string Type(Random random, int entities) => random.Next(4) switch
    {
        0 => "{ type: int, min: 1, unique: true }",
        1 => $"{{ type: Thing{random.Next(entities)} }}",
        2 => $"{{ type: Thing{random.Next(entities)}, many: true }}",
        _ => "{ type: int, writeOnce: true }",
    };

    private static string Words(Random random, string[] words) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Length)]));
}
