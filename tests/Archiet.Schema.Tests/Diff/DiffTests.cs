using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Schema.Tests;

/// <summary>A difference leads from one schema to the other, exactly.</summary>
public sealed class DiffTests
{
    private static readonly Gen<(SchemaState Before, SchemaState After, EquatableArray<SchemaRename> Renames)> Steps =
        from before in StateGenerator.States
        from other in StateGenerator.States
        from renamed in Gen.SubListOf<SchemaRename>(
        [
            new(RenameKind.Table, "Person", "Human"), new(RenameKind.Table, "Order", "Purchase"), new(RenameKind.Column, "Visit.address", "Visit.location"),
            new(RenameKind.Column, "Human.fax", "Human.mobile"), new(RenameKind.Column, "Visit.name", "Visit.title"), new(RenameKind.Column, "Person.tags", "Person.labels"),
            new(RenameKind.Member, "Stage.open", "Stage.fresh"),
        ])
        let renames = SchemaDiff.RenamesOf(before, renamed)
        let named = new SchemaDelta(renames, EquatableArray<SchemaChange>.Empty).Apply(before)
        from kept in Gen.ListOf(Gen.Elements(true, false), named.Tables.Count)
        select (before, Mix(named, other, kept), renames);

    [Test]
    public void A_difference_applied_gives_exactly_the_later_schema() => ForAll.Of(Steps, 2000, static step =>
    {
        var delta = SchemaDiff.Between(step.Before, step.After, step.Renames);
        Assert.That(delta.Apply(step.Before), Is.EqualTo(step.After));
        Assert.That(delta.Removed.Select(static line => line.Text).Intersect(delta.Added.Select(static line => line.Text)), Is.Empty);
        Assert.That(delta.IsEmpty, Is.EqualTo(step.Before.Equals(step.After) && step.Renames.Count == 0));
    });

    [Test]
    public void The_renames_of_made_up_steps_are_of_every_kind()
    {
        var kinds = new HashSet<(RenameKind, string)>();
        ForAll.Of(Steps, 300, step => kinds.UnionWith(step.Renames.Select(static rename => (rename.Kind, rename.From))));
        Assert.That(kinds, Has.Count.EqualTo(7));
    }

    [Test]
    public void A_schema_differs_from_itself_in_nothing() => ForAll.Of(StateGenerator.States, 100, static state =>
    {
        Assert.That(SchemaDiff.Between(state, state, default).IsEmpty);
        Assert.That(SchemaDiff.Between(state, SchemaState.Empty, default).Apply(state), Is.EqualTo(SchemaState.Empty));
    });

    [Test]
    public void A_difference_says_what_a_reviewer_reads()
    {
        var before = States.Of("""
            Visit: { fields: { note: { type: string, max: 40 }, fax: { type: string, max: 40 } } }
            """);
        var after = States.Of("""
            Visit: { fields: { remark: { type: string, max: 200, required: true } } }
            Room: { size: small, fields: { code: { type: string, max: 9, required: true, unique: true } } }
            """);
        var delta = SchemaDiff.Between(before, after, EquatableArray.Of(new SchemaRename(RenameKind.Column, "Visit.note", "Visit.remark")));

        Assert.That(string.Join('\n', delta.Lines), Is.EqualTo("""
            > column Visit.note -> Visit.remark
            + column Room.code code character varying(9)
            + column Room.id id uuid
            + column Room.tenant_id tenant_id uuid
            - column Visit.fax fax character varying(40) null
            - column Visit.remark note character varying(40) null
            + column Visit.remark remark character varying(200)
            + index Room uq_rooms_code unique (tenant_id, code)
            + table Room rooms pk_rooms small
            """));
    }

    [Test]
    public void What_it_does_has_a_hash_whatever_its_steps_are_called()
    {
        var delta = SchemaDiff.Between(SchemaState.Empty, States.Of("Visit: { fields: { note: { type: text } } }"), default);

        Assert.That(delta.Hash([]), Is.Not.EqualTo(delta.Hash(["ab"])));
        Assert.That(delta.Hash(["ab"]), Is.EqualTo(delta.Hash(["ab"])));
    }

    private static SchemaState Mix(SchemaState named, SchemaState other, List<bool> kept)
    {
        var lines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var tables = named.Tables.Where((_, at) => kept[at]).Concat(other.Tables).DistinctBy(static table => table.Origin).ToEquatableArray();
        var enums = named.Enums.Concat(other.Enums).DistinctBy(static members => members.Name).ToEquatableArray();
        foreach (var line in SchemaLines.Of(other with { Tables = tables, Enums = enums }))
        {
            lines[line.Place] = line.Text;
        }
        return SchemaLines.Read(lines.Values);
    }
}
