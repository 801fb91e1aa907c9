using System.Linq.Expressions;
using System.Reflection;
using Archiet.Genome;
using Microsoft.EntityFrameworkCore;

namespace Archiet.Emit.Tests;

/// <summary>A condition that asks for the time means the same rows in the API and in a query of the user's own, by the database's clock.</summary>
public sealed class ConditionTimeTests
{
    private const string Tenant = "00000000-0000-0000-0000-000000000001";

    private const string Genome = """
        genome: "1.0"
        app: { name: Almanac, namespace: Almanac }
        roles: { past: Sees the past., future: Sees the future., older: Sees old days., newer: Sees new days., lately: Sees the last day., dated: Sees what is dated by its day. }
        tenancy: { tenant: House }
        entities:
          House: { fields: { name: { type: string, max: 80, required: true } } }
          Note: { fields: { title: { type: string, max: 80, required: true }, at: { type: timestamp }, day: { type: date, required: true } } }
        capabilities:
          lookBack: { to: [past], allow: { Note: { do: [list], where: this.at < now() } } }
          lookAhead: { to: [future], allow: { Note: { do: [list], where: "!(this.at <= now())" } } }
          lookAtOld: { to: [older], allow: { Note: { do: [list], where: this.day < today() } } }
          lookAtNew: { to: [newer], allow: { Note: { do: [list], where: "today() <= this.day" } } }
          lookAtLast: { to: [lately], allow: { Note: { do: [list], where: "this.at > now() - duration('P1D') && this.at <= now()" } } }
          lookAtDated: { to: [dated], allow: { Note: { do: [list], where: "this.day >= today() - duration('P2D')" } } }
        """;

    private MigratedApp migrated = null!;

    [OneTimeSetUp]
    public void Migrate()
    {
        var compiled = GenomeFrontEnd.Compile([new("almanac.genome.yaml", Genome)]);
        Assert.That(compiled.Diagnostics.Select(found => found.Descriptor.Id + " " + found.Message), Is.Empty);
        migrated = new MigratedApp(compiled.Genome!).Migrate();
        Postgres.Execute(migrated.ConnectionString, $"""
            INSERT INTO houses (tenant_id, id, name) VALUES ('{Tenant}', '{Tenant}', 'House');
            INSERT INTO notes (tenant_id, id, title, at, day)
            SELECT '{Tenant}', gen_random_uuid(), 'Note ' || n, now() + n * interval '11 hours', (now() AT TIME ZONE 'UTC')::date + n FROM generate_series(-5, 5) n;
            INSERT INTO notes (tenant_id, id, title, at, day) VALUES ('{Tenant}', gen_random_uuid(), 'Undated', NULL, '2026-01-01');
            """);
    }

    [TestCase("lookBack")]
    [TestCase("lookAhead")]
    [TestCase("lookAtOld")]
    [TestCase("lookAtNew")]
    [TestCase("lookAtLast")]
    [TestCase("lookAtDated")]
    public void It_means_the_same_rows_everywhere(string capability)
    {
        var condition = migrated.Table("Note").Conditions.Single(one => one.Name == capability);
        var expected = Postgres.Query(migrated.ConnectionString, $"SELECT title FROM notes WHERE {condition.Sql} ORDER BY title COLLATE \"C\"");

        migrated.Use(migrated.ConnectionString, context =>
        {
            var query = Query(context, capability);
            Assert.That(query.ToQueryString(), Does.Contain("now()").And.Not.Contain("@"), "The clock is the database's.");
            Assert.That(query.ToList().Order(StringComparer.Ordinal), Is.EqualTo(expected));
        });
        Assert.That(expected, Is.Not.Empty.And.Count.LessThan(12));
    }

    [Test]
    public void It_is_not_run_without_a_database() => Assert.Multiple(() =>
    {
        Assert.That(() => Reckon.Now(), Throws.InvalidOperationException);
        Assert.That(() => Reckon.Today(), Throws.InvalidOperationException);
    });

    private static IQueryable<string> Query(DbContext context, string capability)
    {
        var model = context.GetType().Assembly;
        var type = model.GetType("Almanac.Model.Note", throwOnError: true)!;
        var method = model.GetType("Almanac.Model.NoteConditions", throwOnError: true)!.GetMethod(char.ToUpperInvariant(capability[0]) + capability[1..])!;
        var predicate = (LambdaExpression)method.Invoke(null, [context, null])!;
        var find = typeof(ConditionTimeTests).GetMethod(nameof(Find), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type);
        return (IQueryable<string>)find.Invoke(null, [context, predicate])!;
    }

    private static IQueryable<string> Find<T>(DbContext context, Expression<Func<T, bool>> predicate)
        where T : class => context.Set<T>().IgnoreQueryFilters().Where(predicate).Select(row => EF.Property<string>(row, "Title"));
}
