using Archiet.Genome;

namespace Archiet.Emit.Tests;

/// <summary>How types and grants are written: as a person would, unless a type of the genome is called like what its own source names.</summary>
public sealed class VocabularyNamesTests
{
    [TestCase("Hint")]
    [TestCase("Rule")]
    [TestCase("JsonConverter")]
    [TestCase("JsonConverterAttribute")]
    [TestCase("TextJsonConverter")]
    public void A_text_compiles(string name) => Assert.That(Of("types", $"{name}: {{ base: string, max: 3 }}").Diagnostics, Is.Empty);

    [TestCase("Json")]
    [TestCase("JsonConverter")]
    [TestCase("JsonConverterAttribute")]
    [TestCase("ChoiceJsonConverter")]
    public void An_enum_compiles(string name) => Assert.That(Of("enums", $"{name}: {{ members: [one, two] }}").Diagnostics, Is.Empty);

    [Test]
    public void Attributes_and_hints_are_written_as_a_person_would()
    {
        var vocabulary = Of("types", "Plate: { base: string, max: 3 }").Files.Single(file => file.HintName == "Vocabulary.g.cs").Text.ToString();

        Assert.That(vocabulary, Does.Contain("[JsonConverter(typeof(TextJsonConverter<Plate>))]"));
        Assert.That(vocabulary.Split("The value must have at most 3 characters."), Has.Length.EqualTo(2), "the hint stands once");
    }

    [Test]
    public void What_a_grant_sets_is_said_of_grants_that_write_alone()
    {
        var app = Of("capabilities", "look: { to: [clerk], allow: { Order: { do: [read], fields: { except: [margin] } } } }\n  sell: { to: [seller], allow: { Order: { do: [create], fields: { except: [margin] } } } }")
            .Files.Single(file => file.HintName == "App.g.cs").Text.ToString();

        Assert.That(app.Split("See = "), Has.Length.EqualTo(3));
        Assert.That(app.Split("Set = "), Has.Length.EqualTo(2));
    }

    private static EmittedApp Of(string section, string content)
    {
        var compiled = GenomeFrontEnd.Compile([new("shop.genome.yaml", $$"""
            genome: "1.0"
            app: { name: Shop, namespace: Acme.Shop }
            tenancy: { tenant: Store }
            roles: { clerk: Looks., seller: Sells. }
            entities:
              Store: { fields: { name: { type: string, max: 80, required: true } } }
              Order: { fields: { total: { type: int }, margin: { type: int } } }
            {{section}}:
              {{content}}
            """)]);
        Assert.That(compiled.Diagnostics.Select(found => found.Descriptor.Id + " " + found.Message), Is.Empty);
        return EmittedApp.Of(compiled.Genome!);
    }
}
