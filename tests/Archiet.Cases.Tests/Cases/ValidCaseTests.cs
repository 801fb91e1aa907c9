namespace Archiet.Cases.Tests;

/// <summary>Every genome under <c>spec/cases/valid</c> gives the API and the schema that its folder holds, and code that keeps what the specification promises of any.</summary>
[TestFixtureSource(typeof(CaseFolder), nameof(CaseFolder.Valid))]
public sealed class ValidCaseTests(string name) : PromiseTests(CaseFolder.Of("valid/" + name).Files)
{
    private readonly CaseFolder folder = CaseFolder.Of("valid/" + name);

    [Test]
    public void Gives_its_API() => folder.AssertEqual("openapi.json", ApiText.Of(Subject));

    [Test]
    public void Gives_its_schema() => folder.AssertEqual("schema.sql", Subject.Schema);

    [Test]
    public void Gives_its_seed_rows()
    {
        var seeds = EmittedTables.Seeds(Subject);
        Assert.That(seeds.Count > 0, Is.EqualTo(Subject.Genome.Entities.Any(static entity => entity.Seed.Count > 0)));
        if (seeds.Count > 0)
        {
            folder.AssertEqual("seed.sql", string.Join('\n', seeds));
        }
    }

    [Test]
    public void Compiles_without_a_warning() => Assert.That(Subject.Assembly, Is.Not.Null);

    [Test]
    public void Is_taken_by_PostgreSQL() => DatabaseOracle.Check(Subject);
}
