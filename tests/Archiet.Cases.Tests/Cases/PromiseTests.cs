namespace Archiet.Cases.Tests;

/// <summary>What the specification promises of any genome without mistakes.</summary>
/// <param name="files">The genome's files.</param>
public abstract class PromiseTests(IReadOnlyList<GenomeFile> files)
{
    private protected Subject Subject { get; } = Subject.Of(files);

    [Test]
    public void Means_the_same_wherever_it_is_read() => VariantOracle.MeansTheSame(Subject);

    [Test]
    public void Means_the_same_in_parts_and_whole() => Assert.That(SplittingOracle.Complaint(Subject.Files), Is.Null);

    [Test]
    public void Is_emitted_alike_wherever_it_is_emitted() => VariantOracle.EmitsTheSame(Subject);

    [Test]
    public void Declares_what_it_must_and_nothing_else() => DeclarationOracle.Check(Subject);

    [Test]
    public void Gives_every_text_back() => TextOracle.Check(Subject);
}
