using System.Diagnostics;

namespace Archiet.Schema.Tests;

/// <summary>A sealed file and what is read from it.</summary>
public sealed class SealedMigrationTests
{
    private const string Id = "20261101080000_start";

    private static SchemaState State => States.Of("Visit: { fields: { note: { type: text } } }");

    [Test]
    public void What_is_written_is_read() => ForAll.Of(StateGenerator.States, 100, static state =>
    {
        var delta = SchemaDiff.Between(SchemaState.Empty, state, default);
        var approvals = EquatableArray.Of(new SealedApproval("drop Visit", "It was:\\n\nno use."), new SealedApproval("drop Visit.fax", "größe"));
        var steps = EquatableArray.Of(new SealedStep(Id + ".1.sql", new string('a', 64)), new SealedStep("my step.sql", new string('0', 64)));
        var text = SealedMigrationWriter.Write(Id, null, delta, approvals, steps, state);
        var read = SealedMigration.Read("migrations/" + Id + ".schema", text);

        Assert.That(read.Findings, Is.Empty);
        Assert.That((read.Id, read.After, read.StateHash), Is.EqualTo((Id, (string?)null, SchemaLines.Hash(state))));
        Assert.That(read.Delta, Is.EqualTo(delta));
        Assert.That(read.Approvals, Is.EqualTo(approvals));
        Assert.That(read.Steps, Is.EqualTo(steps));
        Assert.That(read.ContentHash, Is.EqualTo(delta.Hash(steps.Select(static step => step.Hash))));
        Assert.That(SealedMigrationWriter.Write(Id, null, read.Delta, read.Approvals, read.Steps, state), Is.EqualTo(text));
    });

    [TestCase("archiet-schema 2\n", "(1,1): ARC0400")]
    [TestCase("", "(1,1): ARC0400")]
    [TestCase("archiet-schema 1\nid     20261101080000_start\nafter  none\n", "(1,1): ARC0402")]
    [TestCase("archiet-schema 1\nid     today\nafter  none\n{state}\n", "(2,8): ARC0401")]
    [TestCase("archiet-schema 1\nid     20261101080000_start\nafter  none\nstate  sha256:12\n", "(4,8): ARC0401")]
    [TestCase("archiet-schema 1\nid     20261101080001_start\nafter  none\n{state}\n", "(2,8): ARC0403")]
    [TestCase("{head}<<<<<<< HEAD\n", "(5,1): ARC0401")]
    [TestCase("{head}\n", "(5,1): ARC0401")]
    [TestCase("{head}+ column Visit.note note varchar(9)\n", "(5,26): ARC0401")]
    [TestCase("{head}+ column Visit note text\n", "(5,10): ARC0401")]
    [TestCase("{head}+ column Visit.note  note text\n", "(5,21): ARC0401")]
    [TestCase("{head}+ column Visit.note \"note\" text\n", "(5,21): ARC0401")]
    [TestCase("{head}+ column Visit.note note text null maybe\n", "(5,35): ARC0401")]
    [TestCase("{head}+ view Visit visits\n", "(5,3): ARC0401")]
    [TestCase("{head}+ check Visit ck_a \\x\n", "(5,20): ARC0401")]
    [TestCase("{head}> column Visit.a -> Guest.a\n", "(5,3): ARC0401")]
    [TestCase("{head}> view Visit.a -> Visit.b\n", "(5,3): ARC0401")]
    [TestCase("{head}approve drop Visit\n", "(5,19): ARC0401")]
    [TestCase("{head}step   a.sql sha256:zz\n", "(5,14): ARC0401")]
    [TestCase("{head}after  none\n", "(5,1): ARC0401")]
    public void What_cannot_be_read_is_found_where_it_stands(string text, string expected)
    {
        var state = "state  sha256:" + new string('a', 64);
        var whole = text.Replace("{head}", $"archiet-schema 1\nid     {Id}\nafter  none\n{state}\n", StringComparison.Ordinal).Replace("{state}", state, StringComparison.Ordinal);
        var found = SealedMigration.Read("migrations/" + Id + ".schema", whole).Findings;

        Assert.That($"({found[0].Line},{found[0].Column}): {found[0].Descriptor.Id}", Is.EqualTo(expected), found[0].Message);
        Assert.That(found[0].Column + found[0].Length - 1, Is.LessThanOrEqualTo(whole.Split('\n')[found[0].Line - 1].Length));
    }

    [Test]
    public void An_id_that_is_none_is_not_written() =>
        Assert.That(() => SealedMigrationWriter.Write("start", null, SchemaDelta.Empty, [], [], State), Throws.ArgumentException);

    /// <summary>A hundred files of a hundred tables: what a build pays that meets them for the first time. It takes 6 ms on a quiet machine.</summary>
    [Test]
    public void A_long_history_is_read_in_no_time()
    {
        var entities = Enumerable.Range(0, 100).Select(static n => $"Thing{n}: {{ fields: {{ {string.Join(", ", Enumerable.Range(0, 10).Select(static f => $"f{f}: {{ type: text }}"))} }} }}").ToList();
        var folder = new Folder();
        for (var at = 0; at < 100; at++)
        {
            folder.Seal($"202611010800{at:00}_step", States.Of(string.Join('\n', entities)));
            entities[at] = entities[at].Replace("f0: {", "g: { type: int }, f0: {", StringComparison.Ordinal);
        }
        folder.Read();
        var least = Enumerable.Range(0, 40).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Assert.That(folder.Read().Links, Has.Count.EqualTo(100));
            return watch.Elapsed.TotalMilliseconds;
        });

        TestContext.Out.WriteLine($"{least:0.0} ms");
        Assert.That(least, Is.LessThan(100));
    }
}
