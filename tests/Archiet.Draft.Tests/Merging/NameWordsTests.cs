using Archiet.Draft.Merging.Names;

namespace Archiet.Draft.Tests.Merging;

public sealed class NameWordsTests
{
    [TestCase("Order lines", "order line")]
    [TestCase("order_line", "order line")]
    [TestCase("OrderLine", "order line")]
    [TestCase("HTTPRoutes", "http route")]
    [TestCase("Customer's address", "customer address")]
    [TestCase("Café", "cafe")]
    [TestCase("Statuses", "status")]
    [TestCase("Categories", "category")]
    [TestCase("Addresses", "address")]
    [TestCase("Houses", "house")]
    [TestCase("People", "person")]
    [TestCase("Business", "business")]
    [TestCase("News", "news")]
    public void Names_are_the_same_by_meaning(string name, string key) => Assert.That(NameWords.Key(name), Is.EqualTo(key));

    [TestCase("../../etc/passwd", "EtcPasswd")]
    [TestCase("!!python/object", "PythonObject")]
    [TestCase("\u202Egnirts", "Gnirt")]
    [TestCase("2FA code", "FaCode")]
    [TestCase("true", "TrueValue")]
    [TestCase("日本語", null)]
    [TestCase("123", null)]
    [TestCase("", null)]
    public void What_somebody_calls_a_thing_becomes_a_name_of_the_language_or_none(string name, string? pascal) => Assert.That(NameWords.Pascal(name), Is.EqualTo(pascal));

    [Test]
    public void A_name_of_300_characters_becomes_one_that_the_language_takes() => Assert.That(NameWords.Pascal(new string('x', 300))!.Length, Is.LessThanOrEqualTo(48));

    [Test]
    public void A_text_speaks_of_a_name_in_whatever_number() => Assert.Multiple(() =>
    {
        Assert.That(NameWords.IsIn("Each of the orders is paid.", "Order"), Is.True);
        Assert.That(NameWords.IsIn("Each of the offers is paid.", "Order of the day"), Is.False, "'of' and 'the' say nothing.");
    });
}
