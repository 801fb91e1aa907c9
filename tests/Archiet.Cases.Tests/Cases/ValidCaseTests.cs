namespace Archiet.Cases.Tests;

/// <summary>Every genome under <c>spec/cases/valid</c> gives the API and the schema that its folder holds, and code that keeps what the specification promises of any.</summary>
[TestFixtureSource(typeof(CaseFolder), nameof(CaseFolder.Valid))]
public sealed class ValidCaseTests(string name)
{
    private readonly CaseFolder folder = CaseFolder.Of("valid/" + name);
    private readonly Subject subject = Subject.Of(CaseFolder.Of("valid/" + name).Files);

    [Test]
    public void Gives_its_API() => folder.AssertEqual("openapi.json", ApiText.Of(subject));

    [Test]
    public void Gives_its_schema() => folder.AssertEqual("schema.sql", subject.Schema);

    [Test]
    public void Gives_its_seed_rows()
    {
        var seeds = EmittedTables.Seeds(subject);
        Assert.That(seeds.Count > 0, Is.EqualTo(subject.Genome.Entities.Any(static entity => entity.Seed.Count > 0)));
        if (seeds.Count > 0)
        {
            folder.AssertEqual("seed.sql", string.Join('\n', seeds));
        }
    }

    [Test]
    public void Means_the_same_wherever_it_is_read() => VariantOracle.MeansTheSame(subject);

    [Test]
    public void Means_the_same_in_parts_and_whole() => Assert.That(SplittingOracle.Complaint(subject.Files), Is.Null);

    [Test]
    public void Is_emitted_alike_wherever_it_is_emitted() => VariantOracle.EmitsTheSame(subject);

    [Test]
    public void Compiles_without_a_warning() => Assert.That(subject.Assembly, Is.Not.Null);

    [Test]
    public void Declares_what_it_must_and_nothing_else() => DeclarationOracle.Check(subject);

    [Test]
    public void Gives_every_text_back() => TextOracle.Check(subject);

    [Test]
    public void Is_taken_by_PostgreSQL() => DatabaseOracle.Check(subject);
}
