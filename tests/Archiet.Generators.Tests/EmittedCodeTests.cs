using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>Whole runs: what is emitted compiles without a warning, beside the user's own code.</summary>
public sealed class EmittedCodeTests
{
    private static readonly string[] SourcesOfAnApp =
        ["App.g.cs", "Context.g.cs", "Vocabulary.g.cs", "OpenApi.Frame.g.cs", "Migration.Pending.g.cs", "Migration.History.g.cs", "ModelSnapshot.g.cs"];

    [Test]
    public void A_small_genome_compiles_without_a_warning() =>
        Assert.That(Genomes.Test(Genomes.Small).Run().Sources.Keys, Is.SupersetOf(SourcesOfAnApp));

    [Test]
    public void It_compiles_in_an_editor_too_where_implementation_outputs_do_not_run()
    {
        var sources = Genomes.Test(Genomes.Small).AtDesignTime().Run().Sources.Keys;

        Assert.That(sources, Has.Some.StartsWith("Entities.").And.None.StartsWith("OpenApi.").And.None.StartsWith("Migration."));
    }

    [Test]
    public void A_synthetic_genome_of_a_hundred_entities_compiles_without_a_warning() =>
        Assert.That(Genomes.Synthetic(100).WithSource(Genomes.Program).Run().Sources, Is.Not.Empty);

    [Test]
    public void The_users_code_sees_entities_context_and_hooks() => Genomes.Test(Genomes.Small).WithSource(
        """
        using Archiet;
        using Microsoft.EntityFrameworkCore;
        using Shop.Api;
        using Shop.Api.Model;

        namespace Shop.Api.Model
        {
            public sealed partial class Order
            {
                static partial void Check(Order it, FieldSet known, Findings findings)
                {
                    if (known.Has(OrderFields.Stage) && it.Stage == Stage.Closed && it.SellerId is null)
                    {
                        findings.Add<Order>(OrderFields.Seller, "seller", "A closed order has a seller.");
                    }
                }
            }
        }

        internal static class Queries
        {
            public static Task<int> OpenAsync(ShopContext shop, CancellationToken cancel) => shop.Orders.CountAsync(order => order.Stage == Stage.Open, cancel);
        }
        """, "Queries.cs").Run();

    [Test]
    public void A_retired_entity_is_in_the_migration_and_in_nothing_else()
    {
        var sources = Genomes.Test(Genomes.Small).WithFile("old.genome.yaml", "entities: { Printer: { retired: true, fields: { name: { type: string, max: 40 } } } }\n").Run().Sources;

        Assert.That(sources["Migration.Pending.g.cs"], Does.Contain("\"printers\""));
        Assert.That(sources.Where(static source => source.Key != "Migration.Pending.g.cs" && source.Value.Contains("rinter", StringComparison.Ordinal)).Select(static source => source.Key), Is.Empty);
    }

    [Test]
    public void Sixty_four_sources_are_enough_for_a_thousand_entities() =>
        Assert.That(Genomes.Synthetic(1000).WithoutCompiling().Run().Sources, Has.Count.LessThanOrEqualTo(64).And.Count.GreaterThan(20));

    [Test]
    public void No_genome_at_all_is_a_warning_and_emits_nothing() =>
        Assert.That(new GeneratorTest(static () => new GenomeGenerator()).ExpectUnplaced("ARC8010").Run().Sources, Is.Empty);
}
