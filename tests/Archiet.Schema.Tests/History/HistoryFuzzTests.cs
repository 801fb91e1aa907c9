namespace Archiet.Schema.Tests;

/// <summary>Whatever becomes of the files, reading them ends, says what is wrong within them, and never takes another schema for the one that was sealed.</summary>
public sealed class HistoryFuzzTests
{
    private const string First = "20261101080000_start", Second = "20261102080000_more", Step = Second + ".1.sql";

    private static readonly string[] Scraps =
    [
        "", " ", "\n", "\r", "-", "+", ">", "\"", "\\", "\\u12", ".", "(", ")", "->", "column ", "table ", "Visit", "Visit.", "none", "sha256:", "id     ", "after  ", "null", "null",
        "> table Visit -> Firm\n", "> column Visit.note -> Visit.size\n", "+ column Visit.a_b c text\n", "- owner shop_owner\n", "\uD800", "é",
    ];

    private static readonly SchemaState Start = States.Of(
        "Visit: { fields: { note: { type: text, default: \"a\\nb\" }, guest: { type: Visit, many: true }, on: { type: date } }, rules: { one: { check: this.note != 'x', message: No. } } }");

    private static readonly SchemaState More = States.Of("Visit: { fields: { note: { type: text }, size: { type: int, unique: true } } }");

    private static Folder Sealed => new Folder().Seal(First, Start).Seal(Second, More, "SELECT 1;\n");

    [Test]
    public void Mutants_of_a_history_are_told_from_it()
    {
        var random = new System.Random(20261121);
        var whole = Sealed;
        Assert.That(whole.Read().Findings, Is.Empty);
        var told = 0;
        for (var round = 0; round < 3000; round++)
        {
            var folder = Sealed;
            var file = new[] { First + ".schema", Second + ".schema", Step, "head" }[random.Next(round % 10 == 0 ? 4 : 2)];
            var text = folder[file]!;
            var (at, length) = (random.Next(text.Length), random.Next(4) == 0 ? random.Next(60) : random.Next(3));
            var mutant = text[..at] + Scraps[random.Next(Scraps.Length)] + text[Math.Min(text.Length, at + length)..];
            folder[file] = mutant;
            var history = folder.Read();
            foreach (var found in history.Findings)
            {
                var lines = (folder[found.Path[(found.Path.LastIndexOf('/') + 1)..]] ?? "").Split('\n');
                Assert.That(found.Message, Has.None.Matches<char>(char.IsControl));
                Assert.That(found.Line, Is.InRange(1, lines.Length), mutant);
                Assert.That(found.Column + found.Length - 1, Is.LessThanOrEqualTo(lines[found.Line - 1].Length), $"{found.Descriptor.Id} at {found.Line},{found.Column}+{found.Length}\n{mutant}");
            }
            if (!history.IsBroken)
            {
                Assert.That(history.State, Is.EqualTo(whole.State), mutant);
                Assert.That(history.Links.Select(static link => link.Migration.ContentHash), Is.EqualTo(whole.Read().Links.Select(static link => link.Migration.ContentHash)), mutant);
            }
            told += history.IsBroken ? 1 : 0;
        }
        Assert.That(told, Is.GreaterThan(2000));
    }
}
