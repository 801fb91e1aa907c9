using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>The rehearsal is worth what it comes to: it must make all that a build makes, of a genome without a mistake.</summary>
public sealed class RehearsalTests
{
    [Test]
    public void The_overture_makes_what_a_build_of_its_genome_makes() => AssertWhole(Rehearsal.Overture);

    [Test]
    public void The_rules_make_what_a_build_of_their_genome_makes() => AssertWhole(Rehearsal.Rules);

    private static void AssertWhole(Rehearsal act)
    {
        var made = act.Run().ToDictionary(file => file.HintName, file => file.Content.ToString());

        Assert.That(made, Is.EquivalentTo(Genomes.Test(act.Genome).Run().Sources));
    }
}
