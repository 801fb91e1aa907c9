namespace Archiet.Cases.Tests;

/// <summary>Every genome under <c>spec/cases/invalid</c> is refused for the reasons, and at the places, that its folder says.</summary>
[TestFixtureSource(typeof(CaseFolder), nameof(CaseFolder.Invalid))]
public sealed class InvalidCaseTests(string name)
{
    private readonly CaseFolder folder = CaseFolder.Of("invalid/" + name);

    [Test]
    public void Is_refused_as_it_says()
    {
        var compiled = FrontEndOracle.Compile(folder.Files);

        folder.AssertEqual("expected.txt", FindingText.Of(compiled.Diagnostics));
        Assert.That(compiled.Genome, Is.Null, "A genome with an error has no meaning.");
    }

    [Test]
    public void Is_refused_alike_wherever_it_is_read() => VariantOracle.FindsTheSame(folder.Files);

    [Test]
    public void Is_refused_alike_in_parts_and_whole() => Assert.That(SplittingOracle.Complaint(folder.Files), Is.Null);
}
