namespace Archiet.Schema.Tests.Planning;

/// <summary>Which steps a change takes, in which phases, and whether the release before can go on.</summary>
public sealed class PlanTests
{
    private const string Before = "Room: { fields: { name: { type: string, max: 20, required: true } } }\nStay: { SIZE fields: { from: { type: date, required: true }, note: { type: string, max: 20 } } }";
    private const string After = """
        Room: { fields: { name: { type: string, max: 20, required: true } } }
        Stay:
          SIZE
          unique: { note: [note] }
          fields: { from: { type: date, required: true, min: "2000-01-01" }, note: { type: string, max: 20, required: true, default: none }, room: { type: Room } }
        """;

    [Test]
    public void On_a_large_table_nothing_waits_long_behind_a_lock()
    {
        var plan = Plan(Before.Replace("SIZE", "", StringComparison.Ordinal), After.Replace("  SIZE\n", "", StringComparison.Ordinal));

        Assert.That(plan.Phases.Select(Text), Is.EqualTo(new[]
        {
            "LookAtRows AddColumn AlterColumn AddCheck AddCheck AddReference",
            "alone FillColumn",
            "alone CreateIndex",
            "alone CreateIndex",
            "ValidateConstraint ValidateConstraint ValidateConstraint",
            "AlterColumn DropConstraint",
        }));
    }

    [Test]
    public void On_a_small_one_all_of_it_is_one_transaction()
    {
        var plan = Plan(Before.Replace("SIZE", "size: small,", StringComparison.Ordinal), After.Replace("SIZE", "size: small", StringComparison.Ordinal));

        Assert.That(plan.Phases.Select(Text), Is.EqualTo(new[] { "LookAtRows AddColumn AlterColumn FillColumn AlterColumn CreateIndex CreateIndex AddCheck AddReference" }));
    }

    [Test]
    public void An_enum_of_another_name_is_nothing_to_rows_and_to_the_release_before()
    {
        const string Job = "Job: { fields: { stage: { type: ENUM, required: true, default: open } } }";
        var (before, after) = (States.Of(Job.Replace("ENUM", "Stage", StringComparison.Ordinal), "enums: { Stage: [open, done] }"), States.Of(Job.Replace("ENUM", "Phase", StringComparison.Ordinal), "enums: { Phase: [open, done] }"));

        var plan = MigrationPlanner.Plan(before, SchemaDiff.Between(before, after, []), MigrationPlan.PendingId, []);

        Assert.That((plan.Phases.Sum(static phase => phase.Up.Count), plan.Breaks), Is.EqualTo((0, false)));
    }

    [Test]
    public void A_phase_that_is_no_transaction_is_one_step()
    {
        var plan = Plan(Before.Replace("SIZE", "", StringComparison.Ordinal), After.Replace("  SIZE\n", "", StringComparison.Ordinal));

        Assert.That(plan.Phases.Where(phase => !phase.Transactional), Has.All.Matches<MigrationPhase>(phase => phase.Up.Count == 1 && phase.Down.Count <= 1));
    }

    [TestCase("Note: { fields: { a: { type: int }, b: { type: int } } }", "Note: { fields: { a: { type: int } } }", ExpectedResult = true)]
    [TestCase("Note: { fields: { a: { type: int }, b: { type: int, required: true, retired: true } } }", "Note: { fields: { a: { type: int } } }", ExpectedResult = false)]
    [TestCase("Note: { fields: { a: { type: int }, b: { type: int, required: true } } }", "Note: { fields: { a: { type: int }, b: { type: int, required: true, retired: true } } }", ExpectedResult = false)]
    [TestCase("Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int }, b: { type: int, required: true, default: 1 } } }", ExpectedResult = false)]
    [TestCase("Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int }, b: { type: int, required: true } } }", ExpectedResult = true)]
    [TestCase("Note: { fields: { a: { type: int } } }", "Note: { fields: { b: { type: int, was: a } } }", ExpectedResult = true)]
    [TestCase("Note: { fields: { a: { type: int } } }", "Paper: { was: Note, fields: { a: { type: int } } }", ExpectedResult = true)]
    [TestCase("Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: long } } }", ExpectedResult = false)]
    [TestCase("Note: { fields: { a: { type: long } } }", "Note: { fields: { a: { type: int } } }", ExpectedResult = true)]
    [TestCase("Note: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int } } }\nOther: { fields: { a: { type: int } } }", ExpectedResult = false)]
    [TestCase("Note: { fields: { a: { type: int } } }\nOther: { fields: { a: { type: int } } }", "Note: { fields: { a: { type: int } } }", ExpectedResult = true)]
    [TestCase("Note: { fields: { a: { type: int } } }\nOther: { retired: true, fields: { a: { type: int, required: true }, notes: { type: Note, many: true } } }", "Note: { fields: { a: { type: int } } }", ExpectedResult = false)]
    [TestCase("Note: { fields: { a: { type: int } } }\nOther: { fields: { a: { type: int, required: true }, notes: { type: Note, many: true } } }", "Note: { fields: { a: { type: int } } }\nOther: { retired: true, fields: { a: { type: int, required: true }, notes: { type: Note, many: true } } }", ExpectedResult = false)]
    public bool The_release_before_can_no_longer_write(string before, string after) => Plan(before, after).Breaks;

    [Test]
    public void A_change_that_the_database_does_not_see_is_a_phase_of_nothing()
    {
        var plan = Plan("Note: { fields: { a: { type: int } } }", "Note: { size: small, fields: { a: { type: int } } }");

        Assert.That(plan.Phases.Select(Text), Is.EqualTo(new[] { "" }));
    }

    private static MigrationPlan Plan(string before, string after)
    {
        var (was, now) = (States.Model(before), States.Model(after));
        var state = States.Of(was);
        var delta = SchemaDiff.Between(state, States.Of(now), SchemaDiff.RenamesOf(state, SchemaStates.RenamesOf(now)));
        return MigrationPlanner.Plan(state, delta, MigrationPlan.PendingId, EquatableArray<HistoryFile>.Empty);
    }

    private static string Text(MigrationPhase phase) => (phase.Transactional ? "" : "alone ") + string.Join(' ', phase.Up.Select(static step => step.GetType().Name));
}
