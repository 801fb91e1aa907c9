using Archiet.Genome;
using Archiet.Genome.Binding;
using Microsoft.EntityFrameworkCore;

namespace Archiet.Emit.Tests;

/// <summary>A constant default stands in the database for whoever leaves the column out, and never in the way of whoever gives a value.</summary>
public sealed class DefaultTests
{
    private const string Tenant = "00000000-0000-0000-0000-00000000000a";

    private const string Genome = """
        genome: "1.0"
        app: { name: Depot, namespace: Depot }
        roles: { clerk: Keeps the stock. }
        tenancy: { tenant: Firm }
        enums: { Grade: { members: { fine: { stored: FINE }, worn: {} } } }
        entities:
          Firm: { fields: { name: { type: string, max: 80, required: true } } }
          Item:
            fields:
              name: { type: string, max: 20, required: true }
              listed: { type: bool, required: true, default: true }
              count: { type: int, required: true, default: 7 }
              grade: { type: Grade, default: fine }
              wait: { type: duration, required: true, default: "-PT1H" }
        capabilities: { keep: { to: [clerk], allow: { Item: [list, read, create] } } }
        """;

    private MigratedApp migrated = null!;

    private static BoundGenome Compiled()
    {
        var compiled = GenomeFrontEnd.Compile([new GenomeFile("depot.genome.yaml", Genome)]);
        Assert.That(compiled.Diagnostics.Select(static found => found.Message), Is.Empty);
        return compiled.Genome!;
    }

    [OneTimeSetUp]
    public void Migrate() => migrated = new MigratedApp(Compiled()).Migrate();

    [Test]
    public void A_row_that_is_written_without_a_value_has_the_default() => Assert.That(
        Query($"INSERT INTO items (tenant_id, id, name) VALUES ('{Tenant}', gen_random_uuid(), 'a') RETURNING "),
        Is.EqualTo(["true 7 FINE -01:00:00"]));

    [Test]
    public void Entity_Framework_sends_what_the_object_says_even_where_it_is_what_the_type_begins_with()
    {
        migrated.Use(migrated.ConnectionString, context =>
        {
            var type = context.Model.GetEntityTypes().Single(entity => entity.ClrType.Name == "Item").ClrType;
            var item = Activator.CreateInstance(type, nonPublic: true)!;
            type.GetProperty("Name")!.SetValue(item, "b");
            type.GetProperty("Listed")!.SetValue(item, false);
            type.GetProperty("Count")!.SetValue(item, 0);
            type.GetProperty("Grade")!.SetValue(item, null);
            type.GetProperty("Wait")!.SetValue(item, TimeSpan.Zero);
            ((EntityContext)context).Enter(new TenantScope(Guid.Parse(Tenant), null, TimeProvider.System));
            context.Add(item);
            context.SaveChanges();
        });

        Assert.That(Query("SELECT ", " FROM items WHERE name = 'b'"), Is.EqualTo(["false 0 - 00:00:00"]));
    }

    [Test]
    public void Nothing_is_pending() =>
        migrated.Use(migrated.ConnectionString, context => Assert.That(context.Database.HasPendingModelChanges(), Is.False));

    private IReadOnlyList<string> Query(string before, string after = "") => Postgres.Query(
        migrated.ConnectionString,
        before + "concat_ws(' ', listed::text, count, coalesce(grade, '-'), wait)" + after);
}
