using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>The document is true in itself: every reference leads somewhere, nothing is there that nobody may do, the app has the same bytes.</summary>
[TestFixtureSource(nameof(Subjects))]
public sealed partial class OpenApiTests(string name)
{
    private EmittedApp app = null!;
    private JsonElement document;

    private static string[] Subjects { get; } = ["Clinic", "Everything", "Graph"];

    private IEnumerable<(string Path, string Verb, JsonElement Operation)> Operations =>
        from path in document.GetProperty("paths").EnumerateObject()
        from verb in path.Value.EnumerateObject()
        select (path.Name, verb.Name, verb.Value);

    [OneTimeSetUp]
    public void Emit()
    {
        var genome = Genomes.Named(name);
        app = EmittedApp.Of(genome);
        document = JsonDocument.Parse(OpenApiDocument.Write(app.Model)).RootElement;
    }

    [Test]
    public void The_app_joins_the_same_bytes()
    {
        var type = app.Load().GetType(app.Model.App.Namespace + "." + app.Model.App.Name + "App", throwOnError: true)!;
        var parts = new OpenApiParts();
        type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(method => method.Name.EndsWith(".DescribeApi", StringComparison.Ordinal)).Invoke(null, [parts]);
        var joined = (byte[])typeof(OpenApiParts).GetMethod("Join", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(parts, null)!;

        Assert.That(joined, Is.EqualTo(OpenApiDocument.Write(app.Model)));
    }

    [Test]
    public void Every_reference_leads_to_a_component()
    {
        foreach (Match match in References().Matches(document.GetRawText()))
        {
            Assert.That(document.GetProperty("components").GetProperty(match.Groups[1].Value).TryGetProperty(match.Groups[2].Value, out _), Is.True, match.Value);
        }
    }

    [Test]
    public void Every_operation_has_an_id_of_its_own() => Assert.That(Operations.Select(operation => operation.Operation.GetProperty("operationId").GetString()), Is.Unique);

    [Test]
    public void Every_operation_on_rows_names_the_roles_that_may()
    {
        var granted = app.Model.Entities.SelectMany(entity => entity.Resource.Operations.Select(operation => (entity.Resource.Route, string.Join(",", operation.Roles))))
            .Concat(app.Model.Entities.SelectMany(entity => entity.Links.SelectMany(link => LinkOperations(entity.Resource.Route + link.Route, link))));
        var listed = Operations.Where(operation => operation.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(operation => (
            operation.Path.Replace("/api", "", StringComparison.Ordinal).Replace("/{id}", "", StringComparison.Ordinal),
            string.Join(",", operation.Operation.GetProperty("x-archiet-roles").EnumerateArray().Select(role => role.GetString()))));

        Assert.That(listed, Is.EquivalentTo(granted));
    }

    private static IEnumerable<(string Path, string Roles)> LinkOperations(string path, LinkModel link)
    {
        if (link.Readers.Count > 0)
        {
            yield return (path, string.Join(",", link.Readers));
        }
        foreach (var _ in new[] { "put", "delete" })
        {
            yield return (path + "/{target}", string.Join(",", link.Writers));
        }
    }

    [Test]
    public void Every_required_member_is_a_property()
    {
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (schema.Value.TryGetProperty("required", out var required))
            {
                var properties = schema.Value.GetProperty("properties").EnumerateObject().Select(property => property.Name);
                Assert.That(required.EnumerateArray().Select(member => member.GetString()), Is.SubsetOf(properties), schema.Name);
            }
        }
    }

    [Test]
    public void What_the_server_sets_is_in_rows_only()
    {
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var property in app.Model.Entities.SelectMany(entity => entity.Resource.Properties.Where(property => property.IsServerSet).Select(property => (entity.Name, property))))
        {
            Assert.That(schemas.GetProperty(property.Name).GetProperty("properties").GetProperty(property.property.Name).GetProperty("readOnly").GetBoolean(), Is.True);
            Assert.That(schemas.GetProperty(property.Name + ".Create").GetProperty("properties").TryGetProperty(property.property.Name, out _), Is.False);
        }
    }

    [GeneratedRegex("\"#/components/([a-zA-Z]+)/([^\"]+)\"")]
    private static partial Regex References();
}
