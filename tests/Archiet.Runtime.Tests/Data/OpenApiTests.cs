using System.Net;

namespace Archiet.Runtime.Tests.Data;

public sealed class OpenApiTests : ApiTests
{
    [Test]
    public async Task The_document_is_joined_in_order_of_names_and_has_a_strong_tag()
    {
        var document = await Api.GetAsync("/openapi.json");
        var again = await Api.GetAsync("/openapi.json", ifNoneMatch: document.Tag);

        Assert.Multiple(() =>
        {
            Assert.That(document.Json.GetProperty("paths").EnumerateObject().Select(path => path.Name), Is.EqualTo(new[] { "/auth", "/api/clinicians", "/api/patients" }));
            Assert.That(document.Json.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(path => path.Name), Is.EqualTo(new[] { "Problem", "Clinician", "Patient" }));
            Assert.That(document.Tag, Does.Match("^\"[0-9a-f]{64}\"$"));
            Assert.That((again.Status, again.Body), Is.EqualTo((HttpStatusCode.NotModified, "")));
        });
    }
}
