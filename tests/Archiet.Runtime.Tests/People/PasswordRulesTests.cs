namespace Archiet.Runtime.Tests.People;

public sealed class PasswordRulesTests
{
    [TestCase("seven77", "length")]
    [TestCase("fourteen chars", "length")]
    [TestCase("\uD83D\uDC0E\uD83D\uDC0E\uD83D\uDC0E\uD83D\uDC0E\uD83D\uDC0E\uD83D\uDC0E\uD83D\uDC0E\uD83D\uDC0E", "length", Description = "Eight characters, sixteen units.")]
    [TestCase("passwordpassword", "common")]
    [TestCase("PasswordPassword", "common")]
    [TestCase("passwordpassword1!", "common")]
    [TestCase("administrator12", "common")]
    [TestCase("aaaaaaaaaaaaaaaaaaaa", "common")]
    [TestCase("abcabcabcabcabcab", "common")]
    [TestCase("1234567890123456", "common")]
    [TestCase("zyxwvutsrqponmlk", "common")]
    [TestCase("rovers-club-rovers-2026", "guessable")]
    [TestCase("manager@rovers.example", "guessable")]
    public void Refused(string password, string code) =>
        Assert.That(PasswordRules.Refuse(password, "manager@rovers.example", "Rovers Club", "SportsClub")?.Code, Is.EqualTo(code));

    [TestCase("fifteen chars ok")]
    [TestCase("only small letters here")]
    [TestCase("   spaces   count   too   ")]
    [TestCase("1857 2948 5729 4816")]
    [TestCase("\uD83D\uDC0E\uD83D\uDC04\uD83D\uDC16\uD83D\uDC11\uD83D\uDC10\uD83D\uDC13\uD83E\uDD83\uD83E\uDD86\uD83E\uDD85\uD83E\uDD89\uD83E\uDD87\uD83D\uDC3A\uD83D\uDC17\uD83D\uDC34\uD83E\uDD84")]
    public void Taken(string password) => Assert.That(PasswordRules.Refuse(password, "manager@rovers.example", "Rovers Club", "SportsClub"), Is.Null);

    [TestCase(64)]
    [TestCase(128)]
    [TestCase(256)]
    public void Long_ones_are_taken(int length) =>
        Assert.That(PasswordRules.Refuse(string.Concat(Enumerable.Range(0, length).Select(at => (char)('a' + (at * at * at / 7 % 26))))), Is.Null);

    [Test]
    public async Task Nothing_is_cut_off_and_one_form_of_a_character_is_as_good_as_another()
    {
        using var passwords = new Passwords();
        var hash = await passwords.HashAsync(new string('x', 99) + "é", CancellationToken.None);

        Assert.That(await passwords.CheckAsync(hash, new string('x', 99) + "e\u0301", CancellationToken.None), Is.EqualTo(PasswordCheck.Right));
        Assert.That(await passwords.CheckAsync(hash, new string('x', 99) + "e", CancellationToken.None), Is.EqualTo(PasswordCheck.Wrong));
        Assert.That(await passwords.CheckAsync(null, new string('x', 99) + "é", CancellationToken.None), Is.EqualTo(PasswordCheck.Wrong));
    }
}
