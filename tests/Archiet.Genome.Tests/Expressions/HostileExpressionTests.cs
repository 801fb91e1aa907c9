using System.Text;
using Archiet.Genome.Expressions;

namespace Archiet.Genome.Tests.Expressions;

/// <summary>No text of an expression throws, overflows the stack or takes long.</summary>
public sealed class HostileExpressionTests
{
    [TestCase("(")]
    [TestCase("!")]
    [TestCase("-")]
    [TestCase("[")]
    [TestCase("size(")]
    [TestCase("this.paid ? ")]
    [TestCase("this.")]
    [TestCase("1 + ")]
    [TestCase("this.paid && ")]
    [TestCase("this.paid || (")]
    [TestCase("this.lines.all(l, ")]
    [TestCase("this.customer.")]
    [TestCase("''")]
    [TestCase("\\")]
    [TestCase("\ud83d")]
    public void Repetition_ends_in_a_fault(string part)
    {
        foreach (var count in new[] { 1, 50, 600, 100_000 })
        {
            var result = ShopTypes.Check(string.Concat(Enumerable.Repeat(part, count)));
            Assert.That(result.Expression, Is.Null);
            Assert.That(result.Faults, Is.Not.Empty);
        }
    }

    [Test]
    public void Long_chains_that_are_flat_are_fine()
    {
        var text = string.Join(" && ", Enumerable.Repeat("this.paid", 300));

        Assert.That(((Junction)ShopTypes.Bind(text)).Operands, Has.Count.EqualTo(300));
    }

    [Test]
    public void Mutants_never_throw_and_say_what_is_wrong_within_the_text()
    {
        const string Seed = "this.lines.exists(l, l.quantity * l.price > 12.5) && this.status in ['requested', 'confirmed'] || !this.note.matches(r'^[a-z]+$') ? now() : -this.count";
        const string Pieces = "()[]{}.,?:!&|<>=+-*/%'\"\\ \n\tr09azthis.user null\u00e9\ud83d\ude00\0";
        var random = new Random(4);
        for (var i = 0; i < 6_000; i++)
        {
            var text = new StringBuilder(Seed);
            for (var j = random.Next(1, 6); j > 0; j--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)),
                    1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                    _ => text.Insert(at, text.ToString(0, random.Next(text.Length))),
                };
            }
            var result = ShopTypes.Check(text.ToString());
            Assert.That(result.Expression is null, Is.EqualTo(result.Faults.Count > 0), text.ToString());
            Assert.That(result.Faults.All(fault => fault.Start >= 0 && fault.Start + fault.Length <= text.Length), text.ToString());
        }
    }
}
