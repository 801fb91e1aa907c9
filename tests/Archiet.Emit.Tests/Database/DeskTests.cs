using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>Row conditions, field lists, orders and soft delete as they are emitted, against a database that the emitted migration made.</summary>
public sealed class DeskTests
{
    private const string Tenant = "00000000-0000-0000-0000-00000000000a";
    private const string Ann = "00000000-0000-0000-0000-0000000000a1", Bob = "00000000-0000-0000-0000-0000000000b1";
    private const string Customer = "00000000-0000-0000-0000-0000000000c1", Gone = "00000000-0000-0000-0000-0000000000c2";

    private MigratedApp migrated = null!;
    private string app = "";

    [OneTimeSetUp]
    public void Migrate()
    {
        migrated = new MigratedApp(DeskGenome.Genome).Migrate();
        app = Postgres.As(migrated.ConnectionString, migrated.AppRole);
        Postgres.Execute(app, $"""
            SET app.tenant = '{Tenant}';
            INSERT INTO agents (tenant_id, id, name) VALUES ('{Tenant}', '{Ann}', 'Ann'), ('{Tenant}', '{Bob}', 'Bob');
            INSERT INTO customers (tenant_id, id, name, manager_id, deleted_at) VALUES ('{Tenant}', '{Customer}', 'Acme', '{Ann}', NULL), ('{Tenant}', '{Gone}', 'Gone', NULL, now());
            INSERT INTO customers (tenant_id, id, name) SELECT '{Tenant}', ('00000000-0000-0000-0000-0000000001' || to_char(n, 'FM00'))::uuid, 'Customer ' || n FROM generate_series(10, 19) n;
            INSERT INTO cases (tenant_id, id, title, state, opened, customer_id, assignee_id, changed_at)
            SELECT '{Tenant}', gen_random_uuid(), 'Case ' || n, CASE WHEN n % 3 = 0 THEN 'closed' ELSE 'open' END, DATE '2026-01-01' + n,
                CASE WHEN n % 4 = 0 THEN '{Customer}'::uuid ELSE ('00000000-0000-0000-0000-0000000001' || to_char(10 + n % 10, 'FM00'))::uuid END,
                CASE n % 5 WHEN 0 THEN '{Ann}'::uuid WHEN 1 THEN '{Bob}'::uuid END, now()
            FROM generate_series(1, 60) n;
            """);
    }

    [TestCase("workOnCases", Ann)]
    [TestCase("workOnCases", null)]
    [TestCase("followCases", Ann)]
    [TestCase("followCases", Bob)]
    [TestCase("followCases", null)]
    public void A_condition_means_the_same_rows_in_the_API_and_in_a_query_of_the_users_own(string capability, string? user)
    {
        var condition = migrated.Table("Case").Conditions.Single(one => one.Name == capability);
        var sql = condition.Sql.Replace("$1", $"'{Tenant}'::uuid", StringComparison.Ordinal).Replace("$2", user is null ? "NULL::uuid" : $"'{user}'::uuid", StringComparison.Ordinal);
        var expected = Postgres.Query(app, $"SET app.tenant = '{Tenant}'; SELECT title FROM cases WHERE {sql} ORDER BY title COLLATE \"C\"");

        migrated.Use(migrated.ConnectionString, context =>
        {
            var found = Titles(context, capability, user is null ? null : Guid.Parse(user));
            Assert.That(found.Order(StringComparer.Ordinal), Is.EqualTo(expected));
        });
        Assert.That(expected, user is null && capability == "workOnCases" ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public void A_new_reference_to_a_deleted_row_is_refused_as_one_to_no_row() => Assert.Multiple(() =>
    {
        Assert.That(() => NewCase(Gone), Refused());
        Assert.That(() => NewCase(Guid.NewGuid().ToString()), Refused());
        Assert.That(() => NewCase(Customer), Throws.Nothing);
    });

    [Test]
    public void A_row_that_refers_to_one_deleted_since_can_still_be_changed() => Assert.That(
        () => Postgres.Execute(app, $"""
            BEGIN;
            SET LOCAL app.tenant = '{Tenant}';
            UPDATE customers SET deleted_at = now() WHERE id = '{Customer}';
            UPDATE cases SET title = title || '!', customer_id = customer_id WHERE customer_id = '{Customer}';
            ROLLBACK;
            """),
        Throws.Nothing);

    [Test]
    public void Uniqueness_is_among_the_rows_that_are_there() => Assert.That(
        () => Postgres.Execute(app, $"""
            BEGIN;
            SET LOCAL app.tenant = '{Tenant}';
            UPDATE cases SET deleted_at = now() WHERE title = 'Case 1';
            UPDATE cases SET title = 'Case 1' WHERE title = 'Case 2';
            ROLLBACK;
            """),
        Throws.Nothing);

    [TestCase(Verbs.List, 0u, "Case")]
    [TestCase(Verbs.List, 1u, "Case")]
    public void Statements_of_every_role_are_ones_that_PostgreSQL_takes(Verbs verb, uint place, string entity)
    {
        var table = migrated.Table(entity);
        var access = migrated.Access();
        using var connection = new NpgsqlConnection(migrated.ConnectionString);
        connection.Open();
        Postgres.Execute(migrated.ConnectionString, """
            CREATE SCHEMA IF NOT EXISTS archiet;
            CREATE OR REPLACE FUNCTION archiet.refuse(reason text) RETURNS xid LANGUAGE sql AS 'SELECT NULL::xid';
            CREATE OR REPLACE FUNCTION archiet.refuse_reference(foreign_key text) RETURNS xid LANGUAGE sql AS 'SELECT NULL::xid';
            """);
        var number = 0;
        foreach (var roles in new[] { new[] { "head" }, ["agent"], ["guest"], ["agent", "guest"], ["head", "agent"] })
        {
            var plan = access.PlanOf(access.BitsOf(roles), table);
            var list = plan.Lists.Of(new ListShape { Place = place, One = FieldSet.Of(1), Any = FieldSet.Of(3), Least = FieldSet.Of(3) });
            foreach (var sql in new[]
            {
                plan.Get.Sql, list.Sql, plan.Create.For(default).Sql, plan.Update.For(FieldSet.Of(0)).Sql, plan.Update.For(default).Sql, plan.Update.LookFor(FieldSet.Of(0)),
                plan.Delete.For(default).Sql, plan.Restore!.For(default).Sql,
            })
            {
                using var command = new NpgsqlCommand(Postgres.Prepared($"{verb}{place}s{number++}", sql), connection);
                Assert.That(() => command.ExecuteNonQuery(), Throws.Nothing, sql);
            }
        }
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused() => Throws.InstanceOf<PostgresException>()
        .With.Property("SqlState").EqualTo("23503").And.Property("ConstraintName").EqualTo("fk_cases_customer_id");

    private void NewCase(string customer) => Postgres.Execute(app, $"""
        BEGIN;
        SET LOCAL app.tenant = '{Tenant}';
        INSERT INTO cases (tenant_id, id, title, state, opened, customer_id, changed_at) VALUES ('{Tenant}', gen_random_uuid(), 'New', 'open', '2026-01-01', '{customer}', now());
        ROLLBACK;
        """);

    /// <summary>The rows by the emitted predicate.</summary>
    private static List<string> Titles(DbContext context, string capability, Guid? user)
    {
        var model = context.GetType().Assembly;
        var type = model.GetType("Desk.Model.Case", throwOnError: true)!;
        var method = model.GetType("Desk.Model.CaseConditions", throwOnError: true)!.GetMethod(char.ToUpperInvariant(capability[0]) + capability[1..])!;
        var predicate = (LambdaExpression)method.Invoke(null, [context, user])!;
        var find = typeof(DeskTests).GetMethod(nameof(Find), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type);
        return (List<string>)find.Invoke(null, [context, predicate])!;
    }

    private static List<string> Find<T>(DbContext context, Expression<Func<T, bool>> predicate)
        where T : class => [.. context.Set<T>().IgnoreQueryFilters().Where(predicate).Select(row => EF.Property<string>(row, "Title"))];
}
