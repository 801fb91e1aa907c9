using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.OpenApi;

namespace Archiet.Runtime.Tests.OpenApi;

/// <summary>The shorthand of the parts, spelled out: what an app serves is plain JSON, laid out for people.</summary>
public sealed class OpenApiJoinTests
{
    [Test]
    public void A_word_is_a_reference_and_a_text_like_one_is_a_text()
    {
        var schemas = Schemas("\"Note\":{\"properties\":{\"kind\":{@schemas/Kind,\"description\":\"As in {@schemas/Kind*}, \\\"so\\\".\"}}}");

        Assert.That(
            schemas["Note"]!["properties"]!["kind"]!.ToJsonString(Plain),
            Is.EqualTo("{\"$ref\":\"#/components/schemas/Kind\",\"description\":\"As in {@schemas/Kind*}, \\\"so\\\".\"}"));
    }

    [Test]
    public void An_entity_has_a_schema_for_each_form()
    {
        var schemas = Schemas(
            """
            @entity/Visit/Create/Patch/Page{
             "description":"A visit.",
             "required":["room"],
             "properties":{
              "room":{"type":"string"},
              "state":{@schemas/State,"default":"planned"},
              "place":{"anyOf":[{@schemas/Place*},{"type":"null"}]},
              "madeAt":{"type":"string","readOnly":true}}}
            """);

        Assert.Multiple(() =>
        {
            Assert.That(schemas.Select(schema => schema.Key), Is.EqualTo(new[] { "Visit", "Visit.Create", "Visit.Patch", "Visit.Page" }));
            Assert.That(Text(schemas["Visit"]!["required"]), Is.EqualTo("""["id","version","room","state","place","madeAt"]"""));
            Assert.That(Text(schemas["Visit"]!["properties"]!["state"]), Is.EqualTo("""{"$ref":"#/components/schemas/State"}"""));
            Assert.That(Text(schemas["Visit"]!["properties"]!["place"]), Does.Contain("\"#/components/schemas/Place\""));
            Assert.That(Text(schemas["Visit.Create"]), Is.EqualTo(
                """{"type":"object","required":["room"],"properties":{"room":{"type":"string"},"state":{"$ref":"#/components/schemas/State","default":"planned"},"place":{"anyOf":[{"$ref":"#/components/schemas/Place.Create"},{"type":"null"}]}},"additionalProperties":false}"""));
            Assert.That(Text(schemas["Visit.Patch"]), Does.Not.Contain("planned").And.Not.Contain("required").And.Contain("Place.Patch").And.Not.Contain("madeAt"));
            Assert.That(Text(schemas["Visit.Page"]!["properties"]!["items"]), Is.EqualTo("""{"type":"array","items":{"$ref":"#/components/schemas/Visit"}}"""));
        });
    }

    [Test]
    public void A_value_has_its_description_in_every_form_and_no_id()
    {
        var schemas = Schemas("""@value/Place/Create/Patch{"description":"A place.","required":["city"],"properties":{"city":{"type":"string"}}}""");

        Assert.Multiple(() =>
        {
            Assert.That(Text(schemas["Place"]), Is.EqualTo("""{"type":"object","description":"A place.","required":["city"],"properties":{"city":{"type":"string"}}}"""));
            Assert.That(Text(schemas["Place.Create"]), Is.EqualTo(
                """{"type":"object","description":"A place.","required":["city"],"properties":{"city":{"type":"string"}},"additionalProperties":false}"""));
            Assert.That(Text(schemas["Place.Patch"]), Is.EqualTo(
                """{"type":"object","description":"A place.","properties":{"city":{"type":"string"}},"additionalProperties":false}"""));
        });
    }

    [Test]
    public void What_is_long_stands_on_lines_of_its_own()
    {
        var prose = new string('x', 150);
        var document = Document("\"Note\":{\"short\":{\"a\":[1,{}],\"b\":\"}\"},\"long\":{\"c\":\"" + prose + "\"}}");

        Assert.That(document, Does.Contain(
            "      \"Note\": {\n        \"short\": { \"a\": [1, {}], \"b\": \"}\" },\n        \"long\": {\n          \"c\": \"" + prose + "\"\n        }\n      }\n    }\n  }\n}\n"));
    }

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(JsonNode? node) => node!.ToJsonString(Plain);

    private static JsonObject Schemas(string part) => JsonNode.Parse(Document(part))!["components"]!["schemas"]!.AsObject();

    private static string Document(string part) => Encoding.UTF8.GetString(
        OpenApiJoin.Join(new OpenApiFrame("\"openapi\":\"3.1.0\"", "", "\"responses\":{}", ""), [new OpenApiPart("Any", "", part)]));
}
