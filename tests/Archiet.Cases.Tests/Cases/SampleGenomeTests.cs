namespace Archiet.Cases.Tests;

/// <summary>The samples keep what the specification promises of any genome; that they compile and migrate is asserted with the emitters' tests.</summary>
[TestFixtureSource(nameof(Samples))]
public sealed class SampleGenomeTests(string name)
{
    private readonly Subject subject = Subject.Of(CaseFolder.GenomesIn(Path.Combine(Repository.Root, "samples", name)));

    private static IEnumerable<string> Samples => Corpus.Samples.Select(static folder => Path.GetFileName(folder));

    [Test]
    public void Means_the_same_wherever_it_is_read() => VariantOracle.MeansTheSame(subject);

    [Test]
    public void Means_the_same_in_parts_and_whole() => Assert.That(SplittingOracle.Complaint(subject.Files), Is.Null);

    [Test]
    public void Is_emitted_alike_wherever_it_is_emitted() => VariantOracle.EmitsTheSame(subject);

    [Test]
    public void Declares_what_it_must_and_nothing_else() => DeclarationOracle.Check(subject);

    [Test]
    public void Gives_every_text_back() => TextOracle.Check(subject);
}
