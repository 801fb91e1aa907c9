namespace Archiet.Schema.Tests;

/// <summary>A schema and its lines say the same.</summary>
public sealed class RoundTripTests
{
    [Test]
    public void A_schema_follows_from_its_lines() => ForAll.Of(StateGenerator.States, 500, static state =>
    {
        var lines = SchemaLines.Of(state).Select(static line => line.Text).ToList();
        Assert.That(lines, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(lines, Has.None.Contain("\n").And.None.Contain("\r"));
        Assert.That(SchemaLines.Read(lines), Is.EqualTo(state));
        Assert.That(SchemaLines.Read(lines.AsEnumerable().Reverse()), Is.EqualTo(state), "whatever order the lines come in");
    });

    [TestCaseSource(typeof(States), nameof(States.Samples))]
    public void The_schema_of_a_sample_follows_from_its_lines(string sample)
    {
        var model = States.Sample(sample);
        var state = States.Of(model);
        var lines = SchemaLines.Of(state).Select(static line => line.Text).ToList();

        Assert.That(SchemaLines.Read(lines), Is.EqualTo(state));
        Assert.That(state.Tables.Select(static table => table.Name), Is.EquivalentTo(model.Relational.Tables.Select(static table => table.Name)));
    }

    [TestCaseSource(typeof(States), nameof(States.Samples))]
    public void Everything_in_the_schema_of_a_sample_has_an_origin_of_its_own(string sample)
    {
        var model = States.Sample(sample);
        foreach (var table in States.Of(model).Tables)
        {
            Assert.That(table.Origin, Is.Not.Empty);
            Assert.That(table.Columns.Select(static column => column.Origin), Is.Unique.And.None.Empty, table.Origin);
        }
    }

    [Test]
    public void A_schema_has_a_hash_that_any_change_changes()
    {
        var one = States.Of("Visit: { fields: { note: { type: text } } }");
        var other = States.Of("Visit: { fields: { note: { type: text, required: true } } }");

        Assert.That(SchemaLines.Hash(one), Has.Length.EqualTo(64).And.Not.EqualTo(SchemaLines.Hash(other)));
        Assert.That(SchemaLines.Hash(States.Of("Visit: { fields: { note: { type: text } } }")), Is.EqualTo(SchemaLines.Hash(one)));
    }
}
