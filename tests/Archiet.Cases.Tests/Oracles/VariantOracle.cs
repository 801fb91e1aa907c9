using System.Globalization;
using Archiet.Genome.Binding;

namespace Archiet.Cases.Tests;

/// <summary>P3: line ends, a byte order mark, the order and the folder of files, the machine's culture and time zone change nothing.</summary>
internal static class VariantOracle
{
    private static readonly string[] Cultures = ["tr-TR", "ar-SA", "th-TH", "sv-SE"];

    private static readonly (string Name, Func<IReadOnlyList<GenomeFile>, IReadOnlyList<GenomeFile>> Vary)[] Variants =
    [
        ("carriage return and line feed", static files => [.. files.Select(static file => file with { Text = file.Text.Replace("\n", "\r\n", StringComparison.Ordinal) })]),
        ("carriage return", static files => [.. files.Select(static file => file with { Text = file.Text.Replace('\n', '\r') })]),
        ("byte order mark", static files => [.. files.Select(static file => file with { Text = "\uFEFF" + file.Text.TrimStart('\uFEFF') })]),
        ("files the other way round", static files => [.. files.Reverse()]),
    ];

    /// <summary>The same findings in every variant, or the same genome.</summary>
    public static void FindsTheSame(IReadOnlyList<GenomeFile> files)
    {
        var expected = GenomeFrontEnd.Compile(files);
        Assert.Multiple(() =>
        {
            foreach (var (name, vary) in Variants)
            {
                AssertSame(FrontEndOracle.Compile(vary(files)), expected, name);
            }
            foreach (var culture in Cultures)
            {
                AssertSame(In(culture, () => GenomeFrontEnd.Compile(files)), expected, culture);
            }
            var elsewhere = GenomeFrontEnd.Compile(files.Select(static file => file with { Path = Elsewhere(file.Path) }));
            var here = expected.Diagnostics.Select(static it => it with { Span = it.Span with { Path = Elsewhere(it.Span.Path) } });
            Assert.That(elsewhere.Diagnostics, Is.EqualTo(here), "another folder");
        });
    }

    /// <summary>The same genome in every variant.</summary>
    public static void MeansTheSame(Subject subject)
    {
        FindsTheSame(subject.Files);
        Assert.That(subject.Genome, Is.EqualTo(GenomeFrontEnd.Compile(subject.Files.Select(static file => file with { Path = Elsewhere(file.Path) })).Genome), "another folder");
    }

    /// <summary>The same outputs, byte for byte, in every culture and time zone.</summary>
    public static void EmitsTheSame(Subject subject)
    {
        var expected = Subject.Emit(subject.Genome);
        Assert.Multiple(() =>
        {
            foreach (var culture in Cultures)
            {
                Assert.That(In(culture, () => Subject.Emit(Again(subject))), Is.EqualTo(expected), culture);
            }
            Assert.That(InTimeZone("Pacific/Kiritimati", () => Subject.Emit(Again(subject))), Is.EqualTo(expected), "another time zone");
            Assert.That(expected, Has.None.Contains("\r"));
        });
    }

    private static void AssertSame(CompiledGenome actual, CompiledGenome expected, string variant)
    {
        Assert.That(FindingText.Of(actual.Diagnostics), Is.EqualTo(FindingText.Of(expected.Diagnostics)), variant);
        Assert.That(actual, Is.EqualTo(expected), variant);
    }

    private static BoundGenome Again(Subject subject) => GenomeFrontEnd.Compile(subject.Files).Genome!;

    private static string Elsewhere(string path) => "D:\\some where\\\u00e9l\u00e8ve's (2)\\" + path;

    private static T In<T>(string culture, Func<T> make)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static T InTimeZone<T>(string zone, Func<T> make)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return make();
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
