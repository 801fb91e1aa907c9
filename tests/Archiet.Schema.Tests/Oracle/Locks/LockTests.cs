namespace Archiet.Schema.Tests.Oracle.Locks;

/// <summary>spec/schema-locks.md, held against what PostgreSQL does.</summary>
public sealed class LockTests
{
    [TestCaseSource(typeof(LockRow), nameof(LockRow.All))]
    public void Locks_writes_and_reads_what_the_page_says(LockRow row)
    {
        var cases = LockCase.All.Where(one => one.Row == row.Step).ToList();
        using var owner = Server.Open("locks");

        Assert.Multiple(() =>
        {
            Assert.That(cases, Is.Not.Empty);
            foreach (var one in cases)
            {
                Assert.That(LockFacts.Of(owner, one), Is.EqualTo(new LockFacts(row.Mode, row.OtherMode(one.IsReference), row.Rewrites, row.Scans)), one.ToString());
            }
        });
    }

    [Test]
    public void Reads_no_row_of_a_large_table_under_a_lock_that_others_wait_for()
    {
        using var owner = Server.Open("locks");
        Assert.Multiple(() =>
        {
            foreach (var (one, words) in LockCase.OnLarge)
            {
                var row = LockRow.All.Single(row => row.Step == one.Row);
                Assert.That(row.Large, Does.Contain(words));
                Assert.That(LockFacts.Of(owner, one), Is.EqualTo(new LockFacts(row.Mode, row.OtherMode(one.IsReference), Rewrites: false, Scans: false)), one.ToString());
            }
        });
    }

    [Test]
    public void Says_something_of_every_step()
    {
        var steps = typeof(SchemaStep).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(SchemaStep)) && type != typeof(RunSql));

        Assert.Multiple(() =>
        {
            Assert.That(LockCase.All.Select(static one => one.Step.GetType()).Distinct(), Is.EquivalentTo(steps));
            Assert.That(LockCase.All.Select(static one => one.Row).Distinct(), Is.EqualTo(LockRow.All.Select(static row => row.Step)));
        });
    }

    [Test]
    public void Makes_an_index_of_a_large_table_under_a_lock_that_no_write_waits_for()
    {
        var large = LockRow.All.Single(static row => row.Step == "CreateIndex").Large;
        using var owner = Server.Open("locks");
        owner.Run(LockCase.Tables);
        var process = owner.Query("SELECT pg_backend_pid()::text")[0];
        using var writer = Server.Connect("locks", Server.Owner);
        writer.Run("BEGIN; UPDATE t SET note = 'written'");
        var statements = SchemaSql.Of(new CreateIndex("t", new IndexModel("ix_t_qty", EquatableArray.Of("tenant_id", "qty"), Unique: false), Concurrently: true));

        // It has its lock and waits for the end of the writer's transaction.
        var making = Task.Run(() => statements.ToList().ForEach(owner.Run));
        using var other = Server.Connect("locks", Server.Owner);
        Assert.That(() => other.Query($"SELECT state FROM pg_stat_activity WHERE pid = {process} AND wait_event_type = 'Lock'"), Has.Count.EqualTo(1).After(30_000, 20));
        var mode = LockFacts.Strongest(other.Query($"SELECT mode FROM pg_locks WHERE pid = {process} AND relation = 't'::regclass AND granted"));
        other.Run("UPDATE p SET id = id");
        writer.Run("INSERT INTO t SELECT tenant_id, gen_random_uuid(), p_id, name, note, qty, price, begins, ends FROM t LIMIT 1; COMMIT");
        making.GetAwaiter().GetResult();

        Assert.That(large, Does.StartWith("CREATE INDEX CONCURRENTLY, " + mode + ","));
        Assert.That(owner.Query("SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'ix_t_qty'::regclass"), Is.EqualTo(["true"]));
    }

    [Test]
    public void Fills_a_large_table_in_transactions_of_ten_thousand_rows()
    {
        using var owner = Server.Open("locks");
        owner.Run(LockCase.Tables + "INSERT INTO t SELECT tenant_id, gen_random_uuid(), p_id, name, note, qty, price, begins, ends FROM t, generate_series(1, 20)");
        var statements = SchemaSql.Of(new FillColumn("t", "note", "'other'", "\"note\" = 'note'", InBatches: true));

        statements.ToList().ForEach(owner.Run);

        Assert.That(LockRow.All.Single(static row => row.Step == "FillColumn").Large, Does.StartWith("ten thousand keys at a time, each in a transaction"));
        Assert.That(owner.Query("SELECT count(*)::text FROM t WHERE note = 'other' GROUP BY xmin::text ORDER BY 1"), Is.EqualTo(["10000", "500"]));
    }
}
