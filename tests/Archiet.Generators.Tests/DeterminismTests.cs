using System.Globalization;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>The same genome gives the same bytes, wherever and by whomever it is built.</summary>
public sealed class DeterminismTests
{
    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    [TestCase("de-CH")]
    public void A_culture_changes_no_byte(string culture)
    {
        var expected = Crm().Run().Sources;
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.That(Crm().Run().Sources, Is.EqualTo(expected));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }

    [TestCase("here/")]
    [TestCase("somewhere/else entirely/")]
    public void A_folder_changes_no_byte(string folder) =>
        Assert.That(Crm(folder).Run().Sources, Is.EqualTo(Crm().Run().Sources));

    [Test]
    public void The_order_of_entities_in_their_file_changes_no_byte()
    {
        var start = Genomes.Small.IndexOf("  Employee:", StringComparison.Ordinal);
        var middle = Genomes.Small.IndexOf("  Order:", StringComparison.Ordinal);
        var end = Genomes.Small.IndexOf("capabilities:", StringComparison.Ordinal);
        var reordered = Genomes.Small[..start] + Genomes.Small[middle..end] + Genomes.Small[start..middle] + Genomes.Small[end..];

        Assert.That(Genomes.Test(reordered).Run().Sources, Is.EqualTo(Genomes.Test(Genomes.Small).Run().Sources));
    }

    [Test]
    public void The_order_in_which_a_project_lists_its_files_changes_no_byte()
    {
        var backwards = SampleGenomes.Files("Crm").Reverse()
            .Aggregate(new Testing.GeneratorTest(static () => new GenomeGenerator()), (test, file) => test.WithFile(file.Name, file.Text))
            .WithSource(Genomes.Program)
            .WithoutTracking();

        Assert.That(backwards.Run().Sources, Is.EqualTo(Crm().Run().Sources));
    }

    [Test]
    public void Line_endings_of_the_genome_change_no_byte() =>
        Assert.That(Genomes.Test(Genomes.Small.ReplaceLineEndings("\r\n")).Run().Sources, Is.EqualTo(Genomes.Test(Genomes.Small.ReplaceLineEndings("\n")).Run().Sources));

    [Test]
    public void No_emitted_line_ends_in_a_carriage_return() =>
        Assert.That(Genomes.Test(Genomes.Small.ReplaceLineEndings("\r\n")).Run().Sources.Values, Has.None.Contains("\r"));

    private static Testing.GeneratorTest Crm(string folder = "") => SampleGenomes.Test("Crm", folder).WithoutTracking();
}
