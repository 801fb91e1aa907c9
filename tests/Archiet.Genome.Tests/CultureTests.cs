using System.Globalization;

namespace Archiet.Genome.Tests;

/// <summary>The machine's language changes nothing.</summary>
public sealed class CultureTests
{
    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    [TestCase("sv-SE")]
    public void A_genome_means_the_same_everywhere(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = GenomeFrontEnd.Compile(Samples.Files("Crm"));
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.That(CultureInfo.CurrentCulture.Name, Is.EqualTo(culture));
            Assert.That(GenomeFrontEnd.Compile(Samples.Files("Crm")), Is.EqualTo(expected));
            Assert.That(GenomeCheck.Field("it: { type: \"decimal(4,2)\", default: -1.50, min: -2, max: 1.5 }").Default, Is.EqualTo("-1.5"));
            Assert.That(GenomeCheck.Field("it: { type: timestamp, default: 2026-01-31T12:30:00+02:00 }").Default, Is.EqualTo("2026-01-31T10:30:00Z"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
