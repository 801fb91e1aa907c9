using NUnit.Framework.Constraints;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>What the emitted schema holds by itself: every statement here goes past the API, as the app's own role.</summary>
public sealed class RuleDatabaseTests
{
    private const string House = "00000000-0000-0000-0000-00000000000a", Ann = "00000000-0000-0000-0000-0000000000a1", Bob = "00000000-0000-0000-0000-0000000000b2";

    private MigratedApp migrated = null!;
    private string app = "";
    private int days;

    [OneTimeSetUp]
    public void Migrate()
    {
        migrated = new MigratedApp(Booking.Genome).Migrate();
        app = Postgres.As(migrated.ConnectionString, migrated.AppRole);
        Run($"""
            INSERT INTO houses (tenant_id, id, name, opens_at) VALUES ('{House}', '{House}', 'House', '2020-01-01');
            INSERT INTO people (tenant_id, id, name, is_active) VALUES ('{House}', '{Ann}', 'Ann', true), ('{House}', '{Bob}', 'Bob', false);
            """);
    }

    [Test]
    public void A_row_within_the_rules_is_taken_and_its_computed_column_follows()
    {
        var id = Insert();

        Run($"UPDATE hours SET tax = 2 WHERE id = '{id}'");

        Assert.That(Read(id, "status || ' ' || coalesce(gross::text, 'none')"), Is.EqualTo("asked 12.00"));
    }

    [TestCase("ends_at = starts_at - interval '1 hour'", ExpectedResult = "23514 ck_hours_ends_after_start")]
    [TestCase("tax = net + 1", ExpectedResult = "23514 ck_hours_tax_of_net")]
    [TestCase("origin_amount = 5", ExpectedResult = "23514 ck_hours_origin_amount_once")]
    [TestCase("net = 4999, tax = 4999", ExpectedResult = "23514 ck_hours_gross_is_small")]
    [TestCase("starts_at = '2021-01-01', ends_at = '2021-01-02'", ExpectedResult = "23514 ck_hours_booked_ahead")]
    [TestCase("person_id = '" + Bob + "'", ExpectedResult = "23514 ck_hours_person_is_active")]
    [TestCase("code = 'ZZ9'", ExpectedResult = "23514 ck_hours_code_once")]
    [TestCase("status = 'over'", ExpectedResult = "23514 ck_hours_status_transition")]
    [TestCase("status = 'agreed'", ExpectedResult = "23514 ck_hours_status")]
    [TestCase("gross = 1", ExpectedResult = "428C9 ")]
    public string A_change_that_breaks_a_rule_is_refused_by_its_name(string change)
    {
        var id = Insert();

        return Refusal($"UPDATE hours SET {change} WHERE id = '{id}'");
    }

    [Test]
    public void What_is_unknown_breaks_no_rule() => Assert.That(() => Insert("ends_at, tax", "NULL, NULL"), Throws.Nothing);

    [Test]
    public void A_rule_of_another_row_is_asked_when_what_it_reads_is_written_and_not_before()
    {
        var id = Insert();
        Run($"UPDATE people SET is_active = false WHERE id = '{Ann}'");
        try
        {
            Assert.That(() => Run($"UPDATE hours SET note = 'x' WHERE id = '{id}'"), Throws.Nothing);
            Assert.That(() => Insert(), Refuses("23514", "ck_hours_person_is_active"));
        }
        finally
        {
            Run($"UPDATE people SET is_active = true WHERE id = '{Ann}'");
        }
    }

    [Test]
    public void A_rule_of_the_tenant_reads_the_tenants_own_row()
    {
        Run("UPDATE houses SET opens_at = '9000-01-01'");
        try
        {
            Assert.That(() => Insert(), Refuses("23514", "ck_hours_after_opening"));
        }
        finally
        {
            Run("UPDATE houses SET opens_at = '2020-01-01'");
        }
    }

    [Test]
    public void States_follow_the_ways_under_their_stored_names()
    {
        var id = Insert();

        Run($"UPDATE hours SET status = 'AGREED' WHERE id = '{id}'; UPDATE hours SET status = 'over' WHERE id = '{id}'");

        Assert.That(Refusal($"UPDATE hours SET status = 'asked' WHERE id = '{id}'"), Is.EqualTo("23514 ck_hours_status_transition"));
        Assert.That(() => Insert("status", "'AGREED'"), Refuses("23514", "ck_hours_status_transition"));
    }

    [Test]
    public void Hours_of_a_person_do_not_overlap_unless_they_are_off()
    {
        var id = Insert();
        string again = $"""
            INSERT INTO hours (tenant_id, id, code, person_id, starts_at, ends_at, status, times, net, is_primary, changed_at)
            SELECT tenant_id, gen_random_uuid(), code, person_id, starts_at + interval '30 minutes', NULL, 'asked', 0, 10, false, now() FROM hours WHERE id = '{id}'
            """;

        Assert.That(Refusal(again), Is.EqualTo("23P01 ex_hours_no_double_booking"));
        Run($"UPDATE hours SET status = 'off' WHERE id = '{id}'");
        Run(again + "; UPDATE hours SET status = 'off' WHERE ends_at IS NULL");
    }

    [Test]
    public void One_row_is_primary_and_any_number_are_not()
    {
        Insert();
        var first = Insert("is_primary", "true");

        Assert.That(() => Insert("is_primary", "true"), Refuses("23505", "uq_hours_per_person"));
        Run($"UPDATE hours SET is_primary = false WHERE id = '{first}'");
    }

    [Test]
    public void A_rule_over_children_is_held_when_the_transaction_ends()
    {
        var id = Insert();
        string Extra(decimal amount) => FormattableString.Invariant(
            $"INSERT INTO extras (tenant_id, id, hour_id, name, amount) VALUES ('{House}', gen_random_uuid(), '{id}', 'Tea', {amount})");

        Run(Extra(6));

        Assert.That(Refusal(Extra(6)), Is.EqualTo("23514 ck_hours_few_extras"));
        Assert.That(Refusal($"UPDATE hours SET net = 5 WHERE id = '{id}'"), Is.EqualTo("23514 ck_hours_few_extras"));
        Assert.That(() => Run($"BEGIN; {Extra(6)}; UPDATE hours SET net = 20 WHERE id = '{id}'; COMMIT"), Throws.Nothing);
        Assert.That(() => Run($"DELETE FROM hours WHERE id = '{id}'"), Throws.Nothing);
    }

    [Test]
    public void The_functions_run_with_the_writers_rights_and_look_names_up_where_nobody_can_put_any() => Assert.That(
        Postgres.Query(migrated.ConnectionString, """
            SELECT DISTINCT p.prosecdef || ' ' || array_to_string(p.proconfig, ',') FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal
            """),
        Is.EqualTo(["false search_path=pg_catalog, public, pg_temp"]));

    private string Insert(string columns = "note", string values = "NULL")
    {
        var id = Guid.NewGuid().ToString();
        var startsAt = FormattableString.Invariant($"{new DateTime(2200, 1, 1).AddDays(++days):yyyy-MM-dd}");
        var usual = new Dictionary<string, string>
        {
            ["tenant_id"] = $"'{House}'", ["id"] = $"'{id}'", ["code"] = "'AB1'", ["person_id"] = $"'{Ann}'", ["starts_at"] = $"'{startsAt} 09:00+00'",
            ["ends_at"] = $"'{startsAt} 10:00+00'", ["status"] = "'asked'", ["times"] = "0", ["net"] = "10", ["is_primary"] = "false", ["changed_at"] = "now()",
        };
        foreach (var (column, value) in columns.Split(", ").Zip(values.Split(", ")))
        {
            usual[column] = value;
        }
        if (usual["ends_at"] == "NULL")
        {
            usual["person_id"] = $"'{Ann}'";
            usual["starts_at"] = "'9999-01-01'";
        }
        Run($"INSERT INTO hours ({string.Join(", ", usual.Keys)}) VALUES ({string.Join(", ", usual.Values)})");
        return id;
    }

    private string Read(string id, string sql) => Postgres.Query(app, $"SET app.tenant = '{House}'; SELECT {sql} FROM hours WHERE id = '{id}'").Single();

    private void Run(string sql) => Postgres.Execute(app, $"SET app.tenant = '{House}'; {sql}");

    private string Refusal(string sql)
    {
        var refused = Assert.Throws<PostgresException>(() => Run(sql))!;
        return $"{refused.SqlState} {refused.ConstraintName}";
    }

    private static EqualStringConstraint Refuses(string sqlState, string constraint) =>
        Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(sqlState).And.Property("ConstraintName").EqualTo(constraint);
}
