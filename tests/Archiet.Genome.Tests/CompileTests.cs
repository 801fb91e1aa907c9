namespace Archiet.Genome.Tests;

/// <summary>A whole genome, from text to bound entities.</summary>
public sealed class CompileTests
{
    [Test]
    public void A_small_genome_compiles()
    {
        const string Text = """
            genome: "1.0"
            app: { name: Shop, namespace: Shop }
            tenancy: { tenant: Store }
            entities:
              Store:
                fields:
                  name: { type: string, max: 80, required: true }
            """;

        var compiled = GenomeFrontEnd.Compile([new("shop.genome.yaml", Text)]);

        Assert.That(compiled.Diagnostics, Is.Empty);
        Assert.That(compiled.Genome!.Entities.Single().Fields.Single().Constraints.MaxLength, Is.EqualTo(80));
    }
}
