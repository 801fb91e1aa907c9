using Archiet.DraftScore.Names;

namespace Archiet.DraftScore.Tests;

/// <summary>When two names are one.</summary>
public sealed class NameTests
{
    [TestCase("Invoice", "invoice")]
    [TestCase("Invoices", "invoice")]
    [TestCase("crm_Opportunities", "opportunity")]
    [TestCase("CrmOpportunity", "opportunity")]
    [TestCase("crm", "crm", Description = "a prefix alone is a name")]
    [TestCase("partner_VAT_number", "partner vat number")]
    [TestCase("VATNumber", "vat number")]
    [TestCase("salesStages", "sale stage")]
    [TestCase("The List of Addresses", "list of address")]
    [TestCase("statuses", "status")]
    [TestCase("status", "status")]
    [TestCase("analysis", "analysis")]
    [TestCase("SOC 2", "soc2")]
    [TestCase("soc2", "soc2")]
    [TestCase("", "")]
    public void A_name_is_folded(string name, string folded) => Assert.That(FoldedName.Of(name, ["crm"]).Key, Is.EqualTo(folded));

    [TestCase("invoiceAmount", "Invoice", "amount")]
    [TestCase("amount", "Invoice", "amount")]
    [TestCase("invoice", "Invoice", "invoice")]
    [TestCase("salesStageName", "SalesStage", "name")]
    public void A_field_is_named_with_its_owner_or_without(string field, string owner, string expected) =>
        Assert.That(FoldedName.Of(field).Within(FoldedName.Of(owner)).Key, Is.EqualTo(expected));

    [TestCase("consent agreement", "consent agreement version", 2.0 / 3)]
    [TestCase("invoice", "payment", 0)]
    [TestCase("a b c", "c b", 1)]
    [TestCase("", "", 0)]
    public void Likeness_is_the_words_in_common(string left, string right, double expected) =>
        Assert.That(FoldedName.Of(left).Jaccard(FoldedName.Of(right)), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void An_assignment_is_the_best_of_all_and_not_the_first_that_comes()
    {
        long[][] weights = [[7, 5, 0], [6, 1, 0], [0, 0, 0]];

        // Row 0 would take column 0; 5 + 6 is more than 7 + 1.
        Assert.That(Assignment.Best(3, 3, (row, column) => weights[row][column]), Is.EqualTo(new[] { 1, 0, -1 }));
    }

    [TestCase(1, 3)]
    [TestCase(3, 1)]
    [TestCase(0, 2)]
    [TestCase(2, 0)]
    public void Sides_of_an_assignment_differ_in_length(int rows, int columns)
    {
        var assigned = Assignment.Best(rows, columns, static (row, column) => row == column ? 1 : 0);

        Assert.That(assigned, Has.Length.EqualTo(rows));
        Assert.That(assigned.Count(static column => column >= 0), Is.EqualTo(Math.Min(rows, columns)));
    }

    [Test]
    public void The_best_assignment_is_that_of_trying_all_of_them()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (rows, columns) = (random.Next(1, 6), random.Next(1, 6));
            var weights = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (long)random.Next(0, 9)).ToArray()).ToArray();

            var assigned = Assignment.Best(rows, columns, (row, column) => weights[row][column]);

            Assert.That(assigned.Where(static column => column >= 0), Is.Unique);
            Assert.That(assigned.Select((column, row) => column < 0 ? 0 : weights[row][column]).Sum(), Is.EqualTo(Greatest(weights, 0, [])));
        }
    }

    [Test]
    public void Names_are_matched_by_alias_and_those_that_are_near_are_told_apart()
    {
        var matches = NameMatcher.Match(Fold(["Invoice"], ["LineItem", "InvoiceItem"], ["ConsentAgreement"], ["Payment"]), Fold(["InvoiceItem"], ["Invoices"], ["ConsentAgreementVersion"], ["Shop"]));

        Assert.That(matches.Exact, Is.EqualTo(new[] { 1, 0, -1, -1 }));
        Assert.That(matches.Near, Is.EqualTo([(2, 2)]));
    }

    [Test]
    public void A_name_that_is_the_alias_of_one_and_the_name_of_another_is_the_other() =>
        Assert.That(NameMatcher.Match(Fold(["Account", "Customer"], ["Customer"]), Fold(["Customer"])).Exact, Is.EqualTo(new[] { -1, 0 }));

    private static long Greatest(long[][] weights, int row, List<int> taken) => row == weights.Length ? 0 : Math.Max(
        Greatest(weights, row + 1, taken),
        Enumerable.Range(0, weights[0].Length).Where(column => !taken.Contains(column)).Select(column => weights[row][column] + Greatest(weights, row + 1, [.. taken, column])).DefaultIfEmpty().Max());

    private static List<IReadOnlyList<FoldedName>> Fold(params string[][] names) => [.. names.Select(static spellings => (IReadOnlyList<FoldedName>)[.. spellings.Select(static name => FoldedName.Of(name))])];
}
