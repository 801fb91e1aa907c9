namespace Archiet.Genome.Tests.Binding;

/// <summary>Defaults, examples and limits have one canonical text.</summary>
public sealed class LiteralTests
{
    [TestCase("bool", "true", "true")]
    [TestCase("int", "+007", "7")]
    [TestCase("long", "-9223372036854775808", "-9223372036854775808")]
    [TestCase("\"decimal(5,3)\"", "10.500", "10.5")]
    [TestCase("\"decimal(5,2)\"", "-0.10", "-0.1")]
    [TestCase("date", "2024-02-29", "2024-02-29")]
    [TestCase("time", "\"08:30\"", "08:30:00")]
    [TestCase("timestamp", "2026-01-31T12:30:00+02:00", "2026-01-31T10:30:00Z")]
    [TestCase("timestamp", "2026-01-31T12:30:00.250Z", "2026-01-31T12:30:00.25Z")]
    [TestCase("duration", "P1DT90M", "P1DT1H30M")]
    [TestCase("duration", "PT0S", "PT0S")]
    [TestCase("duration", "-PT36H", "-P1DT12H")]
    [TestCase("uuid", "018F6D2E-5B5C-7E1A-9A55-3F2B6F0C1D2E", "018f6d2e-5b5c-7e1a-9a55-3f2b6f0c1d2e")]
    [TestCase("email", "ada@clinic.example", "ada@clinic.example")]
    [TestCase("url", "https://clinic.example/?a=b", "https://clinic.example/?a=b")]
    [TestCase("bytes", "aGk=", "aGk=")]
    [TestCase("text", "no", "no")]
    [TestCase("text", "\"12\"", "12")]
    [TestCase("json", "{ b: [1, true, null, \"x\\\"y\"], a: no }", "{\"b\":[1,true,null,\"x\\\"y\"],\"a\":\"no\"}")]
    public void A_default_has_one_text(string type, string written, string canonical) =>
        Assert.That(GenomeCheck.Field($"it: {{ type: {type}, default: {written} }}").Default, Is.EqualTo(canonical));

    [TestCase("int", "2147483648")]
    [TestCase("int", "1.0")]
    [TestCase("int", "0x1F")]
    [TestCase("\"decimal(5,2)\"", "1000")]
    [TestCase("\"decimal(5,2)\"", "0.001")]
    [TestCase("date", "2026-02-29")]
    [TestCase("time", "\"24:00\"")]
    [TestCase("duration", "P1M")]
    [TestCase("duration", "PT")]
    [TestCase("duration", "P1H")]
    [TestCase("duration", "PT1M1H")]
    [TestCase("bool", "yes")]
    [TestCase("text", "12")]
    [TestCase("text", "[a]")]
    [TestCase("uuid", "018f6d2e")]
    public void What_is_no_value_of_the_type_is_no_default(string type, string written) =>
        GenomeCheck.Findings($"entities:\n  Order:\n    fields:\n      it: {{ type: {type}, default: {{|ARC0065:{written}|}} }}\n");

    [Test]
    public void The_narrower_limit_of_field_and_type_holds()
    {
        var genome = GenomeCheck.Bind("""
            types:
              Percent: { base: int, min: 0, max: 100, example: 5 }
              Code: { base: string, min: 2, max: 8 }
            entities:
              Order:
                fields:
                  discount: { type: Percent, min: -5, max: 20 }
                  code: { type: Code, min: 4, max: 80 }
            """);
        var fields = genome.Entities[0].Fields;

        Assert.That(fields[0].Constraints, Is.EqualTo(new Genome.Binding.FieldConstraints(Minimum: "0", Maximum: "20")));
        Assert.That(fields[0].Example, Is.EqualTo("5"));
        Assert.That(fields[1].Constraints, Is.EqualTo(new Genome.Binding.FieldConstraints(MinLength: 4, MaxLength: 8)));
    }

    [Test]
    public void Email_and_url_have_the_length_of_their_columns()
    {
        Assert.That(GenomeCheck.Field("it: { type: email }").Constraints.MaxLength, Is.EqualTo(254));
        Assert.That(GenomeCheck.Field("it: { type: url }").Constraints.MaxLength, Is.EqualTo(2048));
    }
}
