using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Archiet.Cases.Tests;

/// <summary>
/// The OpenAPI document of a genome, as <c>spec/cases/README.md</c> says that cases hold it: without what the document of every app has.
/// </summary>
internal static class ApiText
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole document as UTF-8.</summary>
    public static byte[] Whole(Model.GenomeModel genome) => Emit.OpenApiDocument.Write(genome);

    /// <summary>What cases hold of it.</summary>
    public static string Of(Subject subject)
    {
        var document = JsonNode.Parse(Whole(subject.Model))!.AsObject();
        var paths = document["paths"]!.AsObject();
        var components = document["components"]!.AsObject();
        Keep(paths, static path => path.StartsWith("/api/", StringComparison.Ordinal));
        Keep(components, static component => component == "schemas");
        Keep(components["schemas"]!.AsObject(), static schema => !schema.StartsWith("archiet.", StringComparison.Ordinal));
        foreach (var operation in paths.SelectMany(static path => path.Value!.AsObject()).Select(static verb => verb.Value!.AsObject()))
        {
            Keep(operation["responses"]!.AsObject(), static status => status[0] == '2');
        }
        return document.ToJsonString(Layout) + "\n";
    }

    private static void Keep(JsonObject json, Func<string, bool> isKept)
    {
        foreach (var name in json.Select(static member => member.Key).Where(name => !isKept(name)).ToList())
        {
            json.Remove(name);
        }
    }
}
