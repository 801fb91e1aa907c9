using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>Rows that stand against a change are found before it closes anything, and told by their number and a query.</summary>
public sealed class LookTests
{
    private const string Enums = "enums: { Colour: [red, green] }";

    private static readonly object[] Changes =
    [
        new object[] { "a: { type: string, max: 20 }", "a: { type: Colour }", "", "'red'), ('blue'), ('grey'), (NULL", 2, "ck_notes_a" },
        new object[] { "a: { type: string, max: 20 }", "a: { type: string, max: 20 }", "unique: { one: [a] }", "'x'), ('x'), ('y'), ('y'), (NULL), (NULL), ('z'", 2, "uq_notes_one" },
        new object[] { "a: { type: string, max: 20 }", "a: { type: string, max: 20 }", "unique: { one: { fields: [a], where: \"this.a != 'x'\" } }", "'x'), ('x'), ('y'), ('y'", 1, "uq_notes_one" },
        new object[] { "a: { type: int }", "a: { type: int, min: 3 }", "", "1), (2), (3), (NULL", 2, "ck_notes_a_range" },
        new object[] { "a: { type: int }", "a: { type: int, required: true }", "", "1), (NULL", 1, "a IS NOT NULL" },
    ];

    [TestCaseSource(nameof(Changes))]
    public void Says_how_many_rows_are_in_the_way_and_how_to_find_them(string before, string after, string sets, string rows, int count, string constraint)
    {
        using var owner = Server.Open("looks");
        var (was, now) = (States.Of(Note(before), Enums), States.Of(Note(after, sets), Enums));
        owner.Up(Plan(SchemaState.Empty, was));
        owner.Run($"INSERT INTO notes (tenant_id, id, a) SELECT '{RowMaker.Tenant(1)}', gen_random_uuid(), a FROM (VALUES ({rows})) AS made (a)");
        var shape = CatalogText.Of(owner);

        var refused = Assert.Throws<PostgresException>(() => owner.Up(Plan(was, now)))!;
        owner.Run("ROLLBACK");

        Assert.Multiple(() =>
        {
            Assert.That(refused.SqlState, Is.EqualTo("ARROW"));
            Assert.That(refused.MessageText, Does.StartWith(count == 1 ? "1 stands in" : $"{count} stand in").And.Contain($"\"{constraint}\""));
            Assert.That(owner.Query($"SELECT count(*)::text FROM ({refused.MessageText[(refused.MessageText.IndexOf(" by: ", StringComparison.Ordinal) + 5)..]}) AS found"), Is.EqualTo(new[] { $"{count}" }));
            Assert.That(CatalogText.Of(owner), Is.EqualTo(shape), "nothing has changed");
        });

        owner.Run("DELETE FROM notes");
        owner.Up(Plan(was, now));
        Assert.That(CatalogText.Of(owner), Is.Not.EqualTo(shape));
    }

    [Test]
    public void Looks_before_anything_else_without_a_phase_more()
    {
        var enums = Plan(States.Of(Note("a: { type: string, max: 20 }"), Enums), States.Of(Note("a: { type: Colour }"), Enums)).Phases;
        var unique = Plan(States.Of(Note("a: { type: int }")), States.Of(Note("a: { type: int }", "unique: { one: [a] }"))).Phases;

        Assert.Multiple(() =>
        {
            Assert.That(enums[0].Up.Select(static step => step.GetType()), Is.EqualTo(new[] { typeof(LookAtRows), typeof(AlterColumn), typeof(AddCheck) }));
            Assert.That(enums.Skip(1).SelectMany(static phase => phase.Up), Has.None.InstanceOf<LookAtRows>());
            Assert.That(unique, Has.Count.EqualTo(1));
            Assert.That(unique[0].Transactional, Is.False);
            Assert.That(unique[0].Up.Select(static step => step.GetType()), Is.EqualTo(new[] { typeof(LookAtRows), typeof(CreateIndex) }));
        });
    }

    [Test]
    public void Does_not_look_where_the_migration_itself_puts_rows_right()
    {
        var (was, now) = (States.Of(Note("a: { type: int }"), Enums), States.Of(Note("a: { type: int, required: true, min: 3, default: 4 }"), Enums));
        var before = States.Of(Note("a: { type: int }"), Enums);
        var step = new HistoryFile("pending.1.sql", "UPDATE notes SET a = 3;");
        var byHand = MigrationPlanner.Plan(before, SchemaDiff.Between(before, now, []), MigrationPlan.PendingId, EquatableArray.Of(step));

        // A member that is called otherwise: of small tables all rows are written at once.
        var old = States.Of("Note:\n  size: small\n  fields: { a: { type: Colour } }", Enums);
        var renamed = States.Of("Note:\n  size: small\n  fields: { a: { type: Colour } }", "enums: { Colour: [rose, green] }");
        var rename = new SchemaRename(RenameKind.Member, "Colour.red", "Colour.rose");
        var called = MigrationPlanner.Plan(old, SchemaDiff.Between(old, renamed, EquatableArray.Of(rename)), MigrationPlan.PendingId, []);

        Assert.That(called.Phases.SelectMany(static phase => phase.Up), Has.Some.InstanceOf<FillColumn>());
        Assert.That(Plan(was, now).Phases.Concat(byHand.Phases).Concat(called.Phases).SelectMany(static phase => phase.Up), Has.None.InstanceOf<LookAtRows>());
    }

    [Test]
    public void A_long_fill_tells_how_far_it_is()
    {
        using var owner = Server.Open("looks");
        owner.Up(Plan(SchemaState.Empty, States.Of(Note("a: { type: int }"))));
        owner.Run($"INSERT INTO notes (tenant_id, id) SELECT '{RowMaker.Tenant(1)}', gen_random_uuid() FROM generate_series(1, 25000)");
        var told = new List<string>();
        owner.Notice += (_, notice) => told.Add(notice.Notice.InvariantSeverity + " " + notice.Notice.MessageText);

        // To whoever wants warnings only, too: so scripts run it.
        owner.Run("SET client_min_messages = warning; SET archiet.say_every = '0s'");
        SchemaSql.Of(new FillColumn("notes", "a", "7", "\"a\" IS NULL", InBatches: true)).ToList().ForEach(owner.Run);

        Assert.That(told, Is.EqualTo(new[] { "INFO 10000 rows are filled in notes.a", "INFO 20000 rows are filled in notes.a" }));
        Assert.That(owner.Query("SELECT count(*)::text FROM notes WHERE a = 7"), Is.EqualTo(new[] { "25000" }));
    }

    private static string Note(string field, string more = "") => "Note:\n  fields: { " + field + " }" + (more.Length > 0 ? "\n  " + more : "");

    private static MigrationPlan Plan(SchemaState before, SchemaState after) => MigrationPlanner.Plan(before, SchemaDiff.Between(before, after, []), MigrationPlan.PendingId, []);
}
