using System.Text;
using Archiet.Model;

namespace Archiet.Emit.Tests;

public sealed class NamingTests
{
    [TestCase("dateOfBirth", "date_of_birth")]
    [TestCase("OrderLines", "order_lines")]
    [TestCase("CRMAccounts", "crm_accounts")]
    [TestCase("VATRate", "vat_rate")]
    [TestCase("address2", "address2")]
    public void Columns_and_tables_are_in_snake_case(string name, string expected) => Assert.That(Naming.Snake(name), Is.EqualTo(expected));

    [TestCase("OrderLines", "order-lines")]
    public void Routes_are_in_kebab_case(string name, string expected) => Assert.That(Naming.Kebab(name), Is.EqualTo(expected));

    [TestCase("dateOfBirth", "DateOfBirth")]
    [TestCase("NOT_STARTED", "NotStarted")]
    [TestCase("in-progress", "InProgress")]
    [TestCase("2fa", "_2fa")]
    public void Members_are_in_pascal_case(string name, string expected) => Assert.That(Naming.Pascal(name), Is.EqualTo(expected));

    [Test]
    public void An_identifier_of_63_bytes_stays() => Assert.That(Naming.Identifier(new string('a', 63)), Is.EqualTo(new string('a', 63)));

    [Test]
    public void A_longer_one_keeps_54_bytes_and_a_hash()
    {
        var name = Naming.Identifier(new string('a', 64));

        Assert.That(name, Has.Length.EqualTo(63).And.Matches("^a{54}_[0-9a-f]{8}$"));
    }

    [Test]
    public void No_character_is_cut_in_two()
    {
        var name = Naming.Identifier(string.Concat(Enumerable.Repeat("😀ö", 20)));

        Assert.That(Encoding.UTF8.GetByteCount(name), Is.LessThanOrEqualTo(63));
        Assert.That(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(name), Throws.Nothing);
    }
}
