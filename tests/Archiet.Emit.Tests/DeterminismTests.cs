using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>Same genome, same bytes: whatever the culture, and however often.</summary>
public sealed class DeterminismTests
{
    private static readonly BoundGenome[] Subjects = [Genomes.Clinic, Everything.Genome, Graph.Genome];

    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    [TestCase("fa-IR")]
    public void A_culture_changes_nothing(string culture)
    {
        var expected = Emit();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.That(CultureInfo.CurrentCulture.Name, Is.EqualTo(culture));
            Assert.That(Emit(), Is.EqualTo(expected));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void Every_line_ends_in_a_line_feed_alone() => Assert.That(Emit(), Has.None.Contains("\r").And.All.EndsWith("\n"));

    [Test]
    public void No_line_ends_in_a_blank() => Assert.That(Emit().SelectMany(text => text.Split('\n')), Has.None.EndsWith(" "));

    [Test]
    public void Lowering_twice_gives_equal_models()
    {
        Assert.That(Lowering.Lower(Everything.Genome), Is.EqualTo(Lowering.Lower(Everything.Genome)));
        Assert.That(Lowering.Lower(Everything.Genome).GetHashCode(), Is.EqualTo(Lowering.Lower(Everything.Genome).GetHashCode()));
    }

    [Test]
    public void An_edited_entity_leaves_the_models_of_the_others_equal()
    {
        var patient = Genomes.Clinic.Entities.Single(entity => entity.Name == "Patient");
        var edited = patient with { Fields = Archiet.Genome.EquatableArray.ToEquatableArray(patient.Fields.Take(patient.Fields.Count - 1)) };
        var before = Lowering.Lower(Genomes.Clinic);
        var after = Lowering.Lower(Genomes.Clinic with
        {
            Entities = Archiet.Genome.EquatableArray.ToEquatableArray(Genomes.Clinic.Entities.Select(entity => entity == patient ? edited : entity)),
        });

        Assert.That(after.App, Is.EqualTo(before.App));
        Assert.That(after.Entities.Zip(before.Entities).Where(pair => pair.First != pair.Second).Select(pair => pair.First.Name), Is.EqualTo(["Patient"]));
    }

    [Test]
    public void A_source_that_changes_changes_a_constant()
    {
        var practice = Genomes.Clinic.Entities.Single(entity => entity.Name == "Practice");
        var described = Genomes.Clinic with
        {
            Entities = Archiet.Genome.EquatableArray.ToEquatableArray(
                Genomes.Clinic.Entities.Select(entity => entity == practice ? practice with { Description = "Another text." } : entity)),
        };
        var changed = GenomeEmitter.Emit(Lowering.Lower(Genomes.Clinic)).Join(
                GenomeEmitter.Emit(Lowering.Lower(described)), file => file.HintName, file => file.HintName, (before, after) => (before.HintName, Before: before.Text, After: after.Text))
            .Where(pair => pair.Before != pair.After).ToList();

        Assert.That(changed.Select(pair => pair.HintName), Has.Some.StartsWith("OpenApi.").And.Some.StartsWith("Entities."));
        Assert.That(changed.Select(pair => (Constant(pair.Before), Constant(pair.After))).Where(pair => pair.Item1 == pair.Item2), Is.Empty);
    }

    private static string Constant(string source) => source.Split('\n').Single(line => line.Contains("const string Hash", StringComparison.Ordinal));

    private static List<string> Emit() =>
        [.. Subjects.Select(Lowering.Lower).SelectMany(model => GenomeEmitter.Emit(model).Select(file => file.Text).Append(System.Text.Encoding.UTF8.GetString(OpenApiDocument.Write(model))))];
}
