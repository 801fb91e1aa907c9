namespace Archiet.Cases.Tests;

/// <summary>The samples keep what the specification promises of any genome; that they compile and migrate is asserted with the emitters' tests.</summary>
[TestFixtureSource(nameof(Samples))]
public sealed class SampleGenomeTests(string name) : PromiseTests(CaseFolder.GenomesIn(Path.Combine(Repository.Root, "samples", name)))
{
    private static IEnumerable<string> Samples => Corpus.Samples.Select(static folder => Path.GetFileName(folder));
}
