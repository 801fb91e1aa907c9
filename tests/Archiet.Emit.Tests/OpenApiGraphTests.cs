using System.Text.Json.Nodes;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>Owned rows and links in the document.</summary>
public sealed class OpenApiGraphTests
{
    private static readonly JsonNode Document = JsonNode.Parse(OpenApiDocument.Write(Lowering.Lower(Graph.Genome)))!;

    [Test]
    public void An_owner_holds_its_rows_in_the_form_of_the_object_they_stand_in()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Lines("Order"), Is.EqualTo(Array("OrderLine")));
            Assert.That(Lines("Order.Create"), Is.EqualTo(Array("OrderLine.Create")));
            Assert.That(Lines("Order.Patch"), Is.EqualTo(Array("OrderLine.Patch")));
            Assert.That(Required("Order"), Does.Contain("lines").And.Contain("notes"));
            Assert.That(Required("Order.Create"), Is.EqualTo(new[] { "number", "lines" }), "an array without a least number of rows may be left out");
        });

        static string Array(string schema) =>
            $$"""{"type":"array","items":{"$ref":"#/components/schemas/{{schema}}"},"minItems":1,"maxItems":100,"description":"What is wanted of it."}""";
    }

    [Test]
    public void An_owned_row_has_an_id_and_no_version_and_is_given_as_a_whole()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Properties("OrderLine"), Does.Contain("id").And.Contain("changedAt").And.Not.Contain("version").And.Not.Contain("order"));
            Assert.That(Properties("OrderLine.Create"), Does.Not.Contain("id").And.Not.Contain("changedAt"));
            Assert.That(Properties("OrderLine.Patch"), Does.Contain("id").And.Not.Contain("changedAt"));
            Assert.That(Required("OrderLine.Patch"), Is.EqualTo(Required("OrderLine.Create")).And.Not.Empty);
        });
    }

    [Test]
    public void An_owned_entity_has_no_paths() =>
        Assert.That(Paths.Where(path => path.Contains("order-lines", StringComparison.Ordinal) || path.Contains("/lists", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Links_are_sub_resources_for_those_who_may()
    {
        var tags = Document["paths"]!["/api/orders/{id}/tags"]!["get"]!;

        Assert.Multiple(() =>
        {
            Assert.That(Paths, Does.Contain("/api/orders/{id}/tags/{target}").And.Contain("/api/links/{id}/related").And.Not.Contain("/api/orders/{id}/watchers"), "nobody lists people");
            Assert.That(tags["x-archiet-roles"]!.ToJsonString(), Is.EqualTo("""["owner","guest"]"""));
            Assert.That(tags["responses"]!["200"]!.ToJsonString(), Does.Contain("#/components/schemas/Tag.Page"));
            Assert.That(Document["paths"]!["/api/orders/{id}/tags/{target}"]!.AsObject().Select(operation => operation.Key), Is.EqualTo(new[] { "put", "delete" }));
        });
    }

    [Test]
    public void A_list_of_linked_rows_can_be_asked_for_what_the_list_of_all_can()
    {
        var all = Document["paths"]!["/api/tags"]!["get"]!["parameters"]!.AsArray();
        var linked = Document["paths"]!["/api/orders/{id}/tags"]!["get"]!["parameters"]!.AsArray();

        Assert.That(all.Select(parameter => parameter!["name"]?.GetValue<string>()), Does.Contain("sort").And.Contain("name"));
        Assert.That(linked[0]!.ToJsonString(), Does.EndWith("/id\"}"));
        Assert.That(linked.Skip(1).Select(parameter => parameter!.ToJsonString()), Is.EqualTo(all.Select(parameter => parameter!.ToJsonString())));
    }

    private static IEnumerable<string> Paths => Document["paths"]!.AsObject().Select(path => path.Key);

    private static JsonNode Schema(string name) => Document["components"]!["schemas"]![name]!;

    private static string Lines(string schema) => Schema(schema)["properties"]!["lines"]!.ToJsonString();

    private static IEnumerable<string> Properties(string schema) => Schema(schema)["properties"]!.AsObject().Select(property => property.Key);

    private static IEnumerable<string> Required(string schema) => Schema(schema)["required"]!.AsArray().Select(name => (string)name!);
}
