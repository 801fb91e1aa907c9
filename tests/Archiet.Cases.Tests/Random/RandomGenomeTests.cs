using Archiet.Genome.Formatting;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Archiet.Cases.Tests;

/// <summary>What holds for every genome, tried on made-up ones. The seed is fixed; a failure is shown in its smallest form.</summary>
public sealed class RandomGenomeTests
{
    [Test]
    public void A_genome_means_the_same_in_every_layout() => ForAll(200, static genome =>
    {
        var expected = FrontEndOracle.Bind(genome.InOneFile(YamlLayout.All[0]));
        foreach (var layout in YamlLayout.All)
        {
            Assert.That(FrontEndOracle.Bind(genome.InOneFile(layout)), Is.EqualTo(expected), layout.ToString());
            Assert.That(FrontEndOracle.Bind(genome.InFiles(layout)), Is.EqualTo(expected), "several files: " + layout);
        }
    });

    [Test]
    public void A_genome_has_one_canonical_text_that_means_the_same() => ForAll(40, static genome =>
    {
        var files = genome.InOneFile(YamlLayout.All[0]);
        var canonical = GenomeFormatter.Canonical(files)!;
        GenomeFile[] again = [files[0] with { Text = canonical }];
        Assert.That(FrontEndOracle.Bind(again).Entities.Select(static it => (it.Name, it.Fields)), Is.EqualTo(FrontEndOracle.Bind(files).Entities.Select(static it => (it.Name, it.Fields))));
        Assert.That(GenomeFormatter.Canonical(again), Is.EqualTo(canonical), "the canonical text of itself");
        foreach (var layout in YamlLayout.All)
        {
            Assert.That(GenomeFormatter.Canonical(genome.InFiles(layout)), Is.EqualTo(canonical), "several files: " + layout);
        }
    });

    [Test]
    public void A_genome_is_emitted_alike_everywhere() => ForAll(10, static genome => VariantOracle.EmitsTheSame(Make(genome)));

    [Test]
    public void A_genome_compiles_and_declares_what_it_must() => ForAll(15, static genome =>
    {
        var subject = Make(genome);
        Assert.That(subject.Assembly, Is.Not.Null);
        DeclarationOracle.Check(subject);
        TextOracle.Check(subject);
    });

    [Test]
    public void A_genome_is_taken_by_PostgreSQL() => ForAll(8, static genome => DatabaseOracle.Check(Make(genome)));

    private static Subject Make(RandomGenome genome) => Subject.Of(genome.InOneFile(YamlLayout.All[0]));

    private static void ForAll(int count, Action<RandomGenome> holds) => Prop.ForAll(GenomeGenerator.Genomes, holds).Check(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(12).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261121, 1), FSharpOption<int>.None))));
}
