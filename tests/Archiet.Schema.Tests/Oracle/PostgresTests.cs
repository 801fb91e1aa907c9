namespace Archiet.Schema.Tests.Oracle;

/// <summary>PostgreSQL's own opinion: a schema that was led to is the schema as if it had always been so, and the way back leads back.</summary>
public sealed class PostgresTests
{
    [Test]
    public void Leads_up_down_and_up_to_the_catalog_of_a_schema_made_from_nothing()
    {
        using var walked = Server.Open("walked");
        using var straight = Server.Open("straight");
        var done = new HashSet<Type>();
        foreach (var pair in SchemaPair.Made(300))
        {
            done.UnionWith(pair.Plan.Phases.SelectMany(static phase => phase.Up).Select(static step => step.GetType()));
            Server.Clear(walked);
            Server.Clear(straight);
            straight.Up(FromNothing(pair.After.State));
            var expected = CatalogText.Of(straight);
            walked.Up(FromNothing(pair.Before.State));
            var before = CatalogText.Of(walked);

            walked.Up(pair.Plan);
            Assert.That(CatalogText.Of(walked), Is.EqualTo(expected), () => $"up {pair}");
            walked.Down(pair.Plan);
            Assert.That(CatalogText.Of(walked), Is.EqualTo(before), () => $"down {pair}");
            walked.Up(pair.Plan);
            Assert.That(CatalogText.Of(walked), Is.EqualTo(expected), () => $"up again {pair}");

            if (pair.After.Shape.Partitions > 0)
            {
                // Of these Entity Framework knows nothing.
                continue;
            }
            var ours = CatalogText.SharedOf(straight);
            Server.Clear(straight);
            EntityFramework.Creates(pair.After).ToList().ForEach(straight.Run);
            Assert.That(ours, Is.EqualTo(CatalogText.SharedOf(straight)), () => $"Entity Framework {pair}");
        }

        // All but what a person writes.
        Assert.That(typeof(SchemaStep).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(SchemaStep))).Except(done), Is.EqualTo(new[] { typeof(RunSql) }));
    }

    private static MigrationPlan FromNothing(SchemaState state) => MigrationPlanner.Plan(SchemaState.Empty, SchemaDiff.Between(SchemaState.Empty, state, []), MigrationPlan.PendingId, []);
}
