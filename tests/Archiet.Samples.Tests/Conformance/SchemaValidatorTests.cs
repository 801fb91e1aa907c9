using Archiet.Conformance.OpenApi;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Conformance;

public sealed class SchemaValidatorTests
{
    private const string Car = """{"plate":"AB-1234","fuel":"diesel","mechanic":"01936f5e-9a5b-7a6e-8b1c-0242ac120002"}""";

    [Test]
    public void A_value_that_fits_has_no_findings() => Assert.That(Check(Car), Is.Empty);

    [TestCase("""{"plate":"AB-1234","fuel":"diesel"}""", "'mechanic' is missing")]
    [TestCase("""{"plate":"ab-1234"}""", "/plate: 'ab-1234' does not match")]
    [TestCase("""{"plate":"AB-12345"}""", "/plate: 8 characters, at most 7")]
    [TestCase("""{"plate":7}""", "/plate: Number where string is due")]
    [TestCase("""{"fuel":"steam"}""", "/fuel: \"steam\" is not in the list")]
    [TestCase("""{"mechanic":"me"}""", "/mechanic: 'me' is not of the format uuid")]
    [TestCase("""{"seats":10}""", "/seats: 10 against maximum 9")]
    [TestCase("""{"seats":1.5}""", "/seats: Number where integer or null is due")]
    [TestCase("""{"price":0.001}""", "/price: 0.001 against multipleOf 0.01")]
    [TestCase("""{"owner":{}}""", "/owner: 0 alternatives of oneOf fit")]
    [TestCase("""{"inspectedOn":"2026-02-30"}""", "/inspectedOn: '2026-02-30' is not of the format date")]
    [TestCase("""{"wheels":4}""", "/wheels: nothing is allowed here")]
    public void A_value_that_does_not_fit_is_found_at_its_place(string json, string finding) =>
        Assert.That(Check(json), Has.Some.Contains(finding));

    [TestCase("""{"seats":null,"owner":null,"notes":{"any":["thing"]}}""")]
    [TestCase("""{"owner":{"name":"Žofie","town":null}}""")]
    public void What_may_be_null_or_anything_may(string json) =>
        Assert.That(Check(json).Where(finding => !finding.Contains("is missing", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void A_keyword_that_the_validator_does_not_know_is_a_finding()
    {
        var document = ApiDocument.Parse("""
            {"openapi":"3.1.0","paths":{"/api/x":{"get":{"responses":{"200":{"content":{"application/json":{"schema":{"dependentRequired":{}}}}}}}}}}
            """u8);

        var findings = SchemaValidator.Check(document.Operations[0].ResultSchema!, Garage.Json("{}"));

        Assert.That(findings, Has.One.Contains("'dependentRequired'"));
    }

    private static IReadOnlyList<string> Check(string json) => SchemaValidator.Check(Garage.Cars.Create!.RequestSchema!, Garage.Json(json));
}
