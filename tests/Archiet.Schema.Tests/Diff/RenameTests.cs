namespace Archiet.Schema.Tests;

/// <summary>What <c>was:</c> comes to, and what is taken for a rename that nobody asked for.</summary>
public sealed class RenameTests
{
    private const string Values = "values: { Address: { fields: { road: { type: text, was: street }, city: { type: text, required: true } } } }\nenums: { Stage: { members: { fresh: { was: open }, done: {} } } }";

    private const string Before = """
        Visitor: { fields: { surname: { type: text }, home: { type: Address }, stage: { type: Stage }, kin: { type: Visitor, many: true }, rows: { type: VisitorRow, owned: true } } }
        VisitorRow: { fields: { note: { type: text } } }
        """;

    private const string After = """
        Guest:
          was: Visitor
          fields:
            familyName: { type: text, was: surname }
            place: { type: Address, was: home }
            stage: { type: Stage }
            family: { type: Guest, many: true, was: kin }
            rows: { type: GuestRow, owned: true }
        GuestRow: { was: VisitorRow, fields: { note: { type: text } } }
        """;

    private static SchemaState Old => States.Of(Before, Values.Replace("was: street", "", StringComparison.Ordinal).Replace("road", "street", StringComparison.Ordinal)
        .Replace("was: open", "", StringComparison.Ordinal).Replace("fresh", "open", StringComparison.Ordinal));

    private static GenomeModel New => States.Model(After, Values);

    [Test]
    public void Everything_that_was_called_otherwise_is_renamed_once() => Assert.That(
        Asked(Old).Select(static rename => rename.From + " -> " + rename.To),
        Is.EqualTo(
        [
            "Visitor -> Guest", "VisitorRow -> GuestRow", "Guest.home -> Guest.place", "Guest.home.street -> Guest.place.road", "Guest.kin -> Guest.family",
            "Guest.surname -> Guest.familyName", "Stage.open -> Stage.fresh",
        ]));

    [Test]
    public void A_rename_leaves_nothing_that_goes_or_comes_but_names()
    {
        var (before, after, renames) = (Old, States.Of(New), Asked(Old));
        var delta = SchemaDiff.Between(before, after, renames);

        Assert.That(delta.Apply(before), Is.EqualTo(after));
        Assert.That(LikelyRenames.Of(before, after, renames), Is.Empty);
        var owned = "column GuestRow.";
        Assert.That(Places(delta.Removed).Where(place => !place.StartsWith(owned, StringComparison.Ordinal)), Is.EquivalentTo(Places(delta.Added).Where(place => !place.StartsWith(owned, StringComparison.Ordinal))));

        // Names of constraints are names in the database; the columns of links and owners are named by entities.
        static IEnumerable<string> Places(IEnumerable<SchemaLine> lines) =>
            lines.Where(static line => line is TableLine or MemberLine || (line is ColumnLine column && !column.Column.Origin.Contains('_'))).Select(static line => line.Place);
    }

    [Test]
    public void A_link_takes_its_rows_along()
    {
        var genome = GenomeFrontEnd.Compile([new GenomeFile("a.genome.yaml", """
            genome: "1.0"
            app: { name: Shop, namespace: Test.Shop }
            tenancy: { tenant: Firm }
            entities: { Firm: { fields: { name: { type: text } } }, Guest: { fields: { family: { type: Guest, many: true, was: kin } } } }
            """)]).Genome!;

        Assert.That(SchemaStates.RenamesOf(Lowering.Lower(genome)), Is.EqualTo([new SchemaRename(RenameKind.Column, "Guest.kin", "Guest.family")]));
    }

    [Test]
    public void A_rename_that_is_sealed_has_no_effect_any_more() => Assert.That(Asked(States.Of(New)), Is.Empty);

    private const string Chain = "Bill: { was: Order, fields: { due: { type: date, was: day }, end: { type: date, was: due } } }\nOrder: { was: Visit, fields: { note: { type: text } } }";

    [Test]
    public void A_name_that_passes_on_is_renamed_all_along_the_chain() => Assert.That(
        SchemaDiff.RenamesOf(
            States.Of("Order: { fields: { day: { type: date }, due: { type: date } } }\nVisit: { fields: { note: { type: text } } }"), SchemaStates.RenamesOf(States.Model(Chain)))
            .Select(static rename => rename.From + " -> " + rename.To),
        Is.EqualTo(["Order -> Bill", "Visit -> Order", "Bill.day -> Bill.due", "Bill.due -> Bill.end"]));

    [Test]
    public void A_chain_that_is_sealed_has_no_effect_any_more() =>
        Assert.That(SchemaDiff.RenamesOf(States.Of(Chain), SchemaStates.RenamesOf(States.Model(Chain))), Is.Empty);

    [Test]
    public void A_chain_to_a_name_that_stays_has_no_effect() => Assert.That(
        SchemaDiff.RenamesOf(
            States.Of("Bill: { fields: { day: { type: date }, due: { type: date }, end: { type: date } } }"),
            SchemaStates.RenamesOf(States.Model("Bill: { fields: { due: { type: date, was: day }, end: { type: date, was: due } } }"))),
        Is.Empty);

    [Test]
    public void A_name_that_the_history_never_had_has_no_effect() => Assert.That(Asked(States.Of("Other: { fields: { name: { type: text } } }")), Is.Empty);

    [Test]
    public void A_column_of_the_same_type_is_likely_renamed_and_the_nearest_name_wins() => Assert.That(
        Likely(
            "Visit: { fields: { note: { type: text }, size: { type: int }, gone: { type: bool } } }",
            "Visit: { fields: { remark: { type: text }, notes: { type: text }, sized: { type: long } } }"),
        Is.EqualTo([new SchemaRename(RenameKind.Column, "Visit.note", "Visit.notes")]));

    [Test]
    public void A_table_of_nearly_the_same_columns_is_likely_renamed() => Assert.That(
        Likely(
            "Visit: { fields: { note: { type: text }, size: { type: int }, gone: { type: bool } } }",
            "Stay: { fields: { note: { type: text }, size: { type: int }, nights: { type: int } } }\nOther: { fields: { gone: { type: bool } } }"),
        Is.EqualTo([new SchemaRename(RenameKind.Table, "Visit", "Stay")]));

    [Test]
    public void A_link_of_the_same_entity_to_the_same_rows_is_likely_renamed() => Assert.That(
        Likely(
            "Visit: { fields: { guests: { type: Guest, many: true }, rooms: { type: Room, many: true }, next: { type: Visit, many: true } } }\nGuest: { fields: { name: { type: text } } }\nRoom: { fields: { code: { type: int } } }",
            "Visit: { fields: { people: { type: Guest, many: true }, later: { type: Visit, many: true } } }\nGuest: { fields: { name: { type: text } } }\nRoom: { fields: { code: { type: int } } }"),
        Is.EqualTo([new SchemaRename(RenameKind.Column, "Visit.guests", "Visit.people"), new SchemaRename(RenameKind.Column, "Visit.next", "Visit.later")]));

    [Test]
    public void A_rename_of_what_is_not_there_or_to_what_is_there_is_refused()
    {
        var state = States.Of("Visit: { fields: { note: { type: text }, size: { type: int } } }");

        Assert.That(() => SchemaDiff.Between(state, state, EquatableArray.Of(new SchemaRename(RenameKind.Column, "Visit.fax", "Visit.mobile"))), Throws.ArgumentException);
        Assert.That(() => SchemaDiff.Between(state, state, EquatableArray.Of(new SchemaRename(RenameKind.Column, "Visit.note", "Visit.size"))), Throws.ArgumentException);
        Assert.That(() => SchemaDiff.Between(state, state, EquatableArray.Of(new SchemaRename(RenameKind.Table, "Visit", "Firm"))), Throws.ArgumentException);
    }

    private static EquatableArray<SchemaRename> Asked(SchemaState before) => SchemaDiff.RenamesOf(before, SchemaStates.RenamesOf(New));

    private static IReadOnlyList<SchemaRename> Likely(string before, string after) => LikelyRenames.Of(States.Of(before), States.Of(after), []);
}
