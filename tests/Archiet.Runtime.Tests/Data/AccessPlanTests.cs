using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

public sealed class AccessPlanTests
{
    private string database = "";

    private static EntityTable Table => TableOf<Case>();

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        database = await CaseDatabase.CreateAsync();
        await PostgresFixture.ExecuteAsync(database, $"""
            INSERT INTO cases (tenant_id, id, title, state, priority, opened, assignee_id)
            SELECT '{SampleDatabase.North}', gen_random_uuid(), 'Case ' || n, 'open', n % 10, DATE '2026-01-01' + n % 300,
                CASE WHEN n % 50 = 0 THEN '{SampleDatabase.NorthMember}'::uuid ELSE '{SampleDatabase.SouthMember}'::uuid END
            FROM generate_series(1, 5000) AS n;
            ANALYZE cases;
            """);
    }

    [Test]
    public void A_grant_of_everything_costs_nothing()
    {
        var plan = PlanOf(CaseApp.Manager);

        Assert.Multiple(() =>
        {
            Assert.That(
                plan.Get.Sql,
                Is.EqualTo("""
                    SELECT "id", "xmin", "title", "state", "priority", "opened", "budget", "assignee_id", "place_street", "place_city", "margin" FROM "cases"
                    """ + """ WHERE "tenant_id" = $1 AND "id" = $3 AND "deleted_at" IS NULL"""));
            Assert.That(plan.Create.For(FieldSet.All).Sql, Does.Not.Contain("CASE").And.Not.Contain("refuse"));
            Assert.That(plan.Update.For(FieldSet.All).Sql, Does.EndWith(
                """
                WHERE "tenant_id" = $1 AND "id" = $3 AND "xmin" = $4 AND "deleted_at" IS NULL
                RETURNING "id", "xmin", "title", "state", "priority", "opened", "budget", "assignee_id", "place_street", "place_city", "margin"
                """));
        });
    }

    [Test]
    public void A_single_condition_shows_the_same_fields_of_all_its_rows_and_needs_no_clearance()
    {
        var plan = PlanOf(CaseApp.Agent);

        Assert.That(plan.Get.Sql, Does.Not.Contain("CASE").And.Contain("NULL FROM").And.EndWith("""AND ("assignee_id" = $2)"""));
    }

    [Test]
    public void Roles_that_are_granted_nothing_more_share_a_plan()
    {
        var access = CaseApp.Access;

        Assert.That(access.PlanOf(access.BitsOf([CaseApp.Agent]) | (1UL << 60), Table), Is.SameAs(access.PlanOf(access.BitsOf([CaseApp.Agent]), Table)));
    }

    [Test]
    public void Without_a_grant_no_statement_meets_a_row()
    {
        var plan = CaseApp.Access.PlanOf(0, Table);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { plan.Get.Sql, plan.Lists.Of(default).Sql, plan.Update.For(default).Sql, plan.Delete.For(default).Sql }, Is.All.Contain("AND (false)"));
            Assert.That(plan.Create.For(default).Sql, Does.Contain("CASE WHEN (false) THEN"));
        });
    }

    [TestCase(CaseApp.Agent, 0, "ix_cases_assignee_id")]
    [TestCase(CaseApp.Manager, 0, "ix_cases_order")]
    [TestCase(CaseApp.Manager, 3, "ix_cases_priority")]
    [TestCase(CaseApp.Manager, -3, "ix_cases_priority")]
    public async Task A_list_uses_the_index_behind_the_tenant(string role, int sort, string index)
    {
        var plan = PlanOf(role);
        var lines = await ExplainAsync(plan.Lists.Of(new ListShape { Sort = sort }).Sql, "uuid, uuid, bigint", $"'{SampleDatabase.North}', '{SampleDatabase.NorthMember}', 51");

        Assert.That(lines, Has.Some.Contains(index).And.Some.Contains("tenant_id = "), string.Join('\n', lines));
        Assert.That(lines.Where(line => line.Contains("Index Cond", StringComparison.Ordinal)), Has.Some.Contains("tenant_id"));
    }

    [Test]
    public async Task A_later_page_of_mixed_directions_starts_in_the_index()
    {
        var sql = PlanOf(CaseApp.Manager).Lists.Of(new ListShape { Place = 1 }).Sql;
        var lines = await ExplainAsync(sql, "uuid, uuid, bigint, date, text, uuid", $"'{SampleDatabase.North}', NULL, 51, '2026-05-01', 'Case 1', gen_random_uuid()");

        Assert.That(lines.Single(line => line.Contains("Index Cond", StringComparison.Ordinal)), Does.Contain("opened <="), string.Join('\n', lines));
        Assert.That(lines, Has.None.Contains("Sort"));
    }

    [TestCase(false, ExpectedResult = true)]
    [TestCase(true, ExpectedResult = false)]
    public async Task<bool> A_page_of_the_default_size_is_planned_once(bool ownLimit)
    {
        await using var connection = new NpgsqlConnection(PostgresFixture.As(database, SampleDatabase.AppRole));
        await connection.OpenAsync();
        var execute = $"EXECUTE page ('{SampleDatabase.North}', NULL, 51);";
        await using var run = new NpgsqlCommand(
            $"SET app.tenant = '{SampleDatabase.North}'; PREPARE page (uuid, uuid, bigint) AS {PlanOf(CaseApp.Manager).Lists.Of(new ListShape { OwnLimit = ownLimit }).Sql};"
                + string.Concat(Enumerable.Repeat(execute, 10)),
            connection);
        await run.ExecuteNonQueryAsync();
        await using var ask = new NpgsqlCommand("SELECT generic_plans > 0 FROM pg_prepared_statements WHERE name = 'page'", connection);
        return await ask.ExecuteScalarAsync() is true;
    }

    private static AccessPlan PlanOf(params string[] roles) => CaseApp.Access.PlanOf(CaseApp.Access.BitsOf(roles), Table);

    private static EntityTable TableOf<T>()
        where T : class, IEntity<T> => T.Table;

    private async Task<List<string>> ExplainAsync(string sql, string types, string values)
    {
        await using var connection = new NpgsqlConnection(PostgresFixture.As(database, SampleDatabase.AppRole));
        await connection.OpenAsync();
        await using var prepare = new NpgsqlCommand($"SET app.tenant = '{SampleDatabase.North}'; SET plan_cache_mode = force_custom_plan; PREPARE page ({types}) AS {sql}", connection);
        await prepare.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"EXPLAIN EXECUTE page ({values})", connection);
        await using var rows = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
        {
            lines.Add(rows.GetString(0));
        }
        return lines;
    }
}
