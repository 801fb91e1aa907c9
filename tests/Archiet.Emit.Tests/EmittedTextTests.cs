namespace Archiet.Emit.Tests;

/// <summary>Texts in pieces are equal when their characters are, wherever the pieces end.</summary>
public sealed class EmittedTextTests
{
    private const int Length = 20_000;

    [Test]
    public void Pieces_do_not_matter() => Assert.That(Text(700), Is.EqualTo(Text(9000)));

    [TestCase(0)]
    [TestCase(4095)]
    [TestCase(4096)]
    [TestCase(Length - 1)]
    public void A_character_that_differs_is_found(int position) => Assert.That(Text(700, position), Is.Not.EqualTo(Text(700)));

    [Test]
    public void The_hash_does_not_see_the_pieces() => Assert.That(Text(700).Hash, Is.EqualTo(Text(9000).Hash));

    [TestCase(0)]
    [TestCase(7)]
    [TestCase(4096)]
    [TestCase(Length - 1)]
    public void The_hash_sees_a_character_that_differs(int position) => Assert.That(Text(700, position).Hash, Is.Not.EqualTo(Text(700).Hash));

    [Test]
    public void The_hash_sees_a_character_beyond_ASCII() =>
        Assert.That(new TextBuilder().Append("grün").ToText().Hash, Is.Not.EqualTo(new TextBuilder().Append("grán").ToText().Hash));

    private static EmittedText Text(int piece, int changed = -1)
    {
        var text = new TextBuilder();
        for (var start = 0; start < Length; start += piece)
        {
            var count = Math.Min(piece, Length - start);
            text.Append(string.Concat(Enumerable.Range(start, count).Select(at => at == changed ? '#' : (char)('a' + (at % 26)))));
        }
        return text.ToText();
    }
}
