using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Tests.Meaning;

/// <summary>Which rules no row can keep, and which none can break: over ranges, enums, what is missing, and what two fields are to each other.</summary>
public sealed class RuleMeaningTests
{
    private const string Never = "ARC0240";
    private const string Always = "ARC0241";

    private const string Fields = """
        enums: { Status: [open, paid, void] }
        entities:
          OrderLine: { fields: { amount: { type: int, required: true } } }
          Order:
            fields:
              count: { type: int, required: true, min: 1, max: 100 }
              weeks: { type: int }
              net: { type: "decimal(8,2)", required: true }
              from: { type: date, required: true }
              to: { type: date, required: true }
              until: { type: timestamp }
              name: { type: string, max: 20, required: true }
              note: { type: text }
              paid: { type: bool, required: true }
              status: { type: Status, required: true }
              wish: { type: Status }
              lines: { type: OrderLine, owned: true, min: 1 }
        """;

    [TestCase("this.count > 5 && this.count < 3", Never)]
    [TestCase("this.count > 5 && this.count < 6", Never)]
    [TestCase("this.net > 5 && this.net < 6", "")]
    [TestCase("this.count == 2.5", Never)]
    [TestCase("this.count > 100", Never)]
    [TestCase("this.count > 99", "")]
    [TestCase("this.count >= 1", Always)]
    [TestCase("0 < this.count", Always)]
    [TestCase("this.count < 5 || this.count > 3", Always)]
    [TestCase("this.count < 5 || this.count > 5", "")]
    [TestCase("this.weeks < 5 || this.weeks >= 5", Always)]
    [TestCase("this.weeks == null || this.weeks != null", Always)]
    [TestCase("this.weeks == null && this.weeks > 3", Never)]
    [TestCase("this.count == null", Never)]
    [TestCase("this.count != null", Always)]
    [TestCase("this.status == 'open' && this.status == 'paid'", Never)]
    [TestCase("this.status != 'open' && this.status != 'paid' && this.status != 'void'", Never)]
    [TestCase("this.status in ['open', 'paid'] && this.status in ['paid', 'void']", "")]
    [TestCase("this.status in ['open', 'paid', 'void']", Always)]
    [TestCase("this.wish in ['open', 'paid', 'void']", Always)]
    [TestCase("this.paid || !this.paid", Always)]
    [TestCase("this.paid == true && this.paid == false", Never)]
    [TestCase("this.paid ? this.count > 3 : this.count > 100", "")]
    [TestCase("this.paid && (this.paid ? this.count > 100 : this.count > 3)", Never)]
    [TestCase("this.to > this.from && this.from > this.to", Never)]
    [TestCase("this.to > this.from && this.to == this.from", Never)]
    [TestCase("this.to >= this.from && this.from >= this.to", "")]
    [TestCase("this.to >= this.from || this.from >= this.to", Always)]
    [TestCase("this.to == this.to", Always)]
    [TestCase("this.to != this.to", Never)]
    [TestCase("this.to > date('2026-01-31') && this.to < date('2026-02-01')", Never)]
    [TestCase("this.until > now() && this.until < now()", Never)]
    [TestCase("this.name.size() <= 20", Always)]
    [TestCase("size(this.name) > 20", Never)]
    [TestCase("this.name == 'a' && this.name == 'b'", Never)]
    [TestCase("this.name.contains('a') && !this.name.contains('a')", Never)]
    [TestCase("this.name.contains('a') && this.name.startsWith('b')", "")]
    [TestCase("this.lines.size() > 0", Always)]
    [TestCase("this.lines.size() > 1", "")]
    [TestCase("this.count * 2 > 10 && this.count * 2 < 5", Never)]
    [TestCase("true", Always)]
    [TestCase("1 > 2", Never)]
    [TestCase("this.note != 'a' || this.note != 'b'", Always)]
    public void A_rule_is_possible_and_says_something(string check, string id)
    {
        var compiled = GenomeCheck.Compile($"{Fields}\n    rules: {{ it: {{ check: \"{check}\", message: It is so. }} }}\n");

        Assert.That(compiled.Diagnostics.Select(static diagnostic => diagnostic.Descriptor.Id), Is.EqualTo(id.Length == 0 ? [] : new[] { id }), GenomeCheck.Describe(compiled.Diagnostics));
        Assert.That(compiled.Genome is null, Is.EqualTo(id == Never));
    }

    [TestCase("this.count < 5", "this.count > 10", true)]
    [TestCase("this.count < 11", "this.count > 10", true)]
    [TestCase("this.count < 12", "this.count > 10", false)]
    [TestCase("this.weeks < 5", "this.weeks > 10", false)]
    [TestCase("this.from < this.to", "this.to <= this.from", true)]
    [TestCase("this.status == 'open'", "this.status != 'open' || this.paid", false)]
    public void Two_rules_can_both_be_kept(string first, string second, bool contradict)
    {
        var text = $"{Fields}\n    rules:\n      first: {{ check: \"{first}\", message: It is so. }}\n      second: {{ check: \"{second}\", message: It is so. }}\n";

        Assert.That(GenomeCheck.Compile(text).Diagnostics.Select(static diagnostic => diagnostic.Descriptor.Id), Is.EqualTo(contradict ? ["ARC0253"] : Array.Empty<string>()));
    }
}
