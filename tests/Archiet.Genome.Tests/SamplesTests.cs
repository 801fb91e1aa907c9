namespace Archiet.Genome.Tests;

/// <summary>The samples are genomes.</summary>
public sealed class SamplesTests
{
    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void A_sample_compiles(string sample)
    {
        var compiled = GenomeFrontEnd.Compile(Samples.Files(sample));

        Assert.That(GenomeCheck.Describe(compiled.Diagnostics), Is.Empty);
        Assert.That(compiled.Genome, Is.Not.Null);
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Line_breaks_and_the_order_of_files_change_nothing(string sample)
    {
        var files = Samples.Files(sample);

        var compiled = GenomeFrontEnd.Compile(files).Genome;

        Assert.That(GenomeFrontEnd.Compile(files.Select(static file => file with { Text = file.Text.ReplaceLineEndings("\r\n") })).Genome, Is.EqualTo(compiled));
        Assert.That(GenomeFrontEnd.Compile(files.Reverse()).Genome, Is.EqualTo(compiled));
    }
}
