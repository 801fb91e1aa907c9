using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>The rehearsal is worth what it comes to: it must make all that a build makes, of a genome without a mistake.</summary>
public sealed class RehearsalTests
{
    [Test]
    public void It_makes_what_a_build_of_its_genome_makes()
    {
        var made = Rehearsal.Run().ToDictionary(file => file.HintName, file => file.Content.ToString());

        Assert.That(made, Is.EquivalentTo(Genomes.Test(Rehearsal.Genome).Run().Sources));
    }
}
