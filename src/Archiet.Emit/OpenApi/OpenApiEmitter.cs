using System.Text;
using Archiet.Genome.Binding;
using Archiet.Model;
using Archiet.OpenApi;

namespace Archiet.Emit;

/// <summary>The OpenAPI document inside the app: a frame and a part for each shard of entities, as UTF-8 literals that the runtime joins.</summary>
public static class OpenApiEmitter
{
    /// <summary>The source <c>OpenApi.Frame.g.cs</c>.</summary>
    public static GeneratedFile Frame(AppModel app)
    {
        var source = Begin(app.Name, app.Namespace);
        source.Open("static partial void DescribeApiFrame(OpenApiParts parts)").Line("parts.Frame(").Indent();
        Literal(source, OpenApiFrameText.BeforePaths(app), ",");
        Literal(source, OpenApiFrameText.Paths(), ",");
        Literal(source, OpenApiFrameText.Components(), ",");
        Literal(source, OpenApiFrameText.Schemas(app.Vocabulary), ");");
        source.Unindent().Close().Close();
        return new GeneratedFile("OpenApi.Frame.g.cs", source.ToString());
    }

    /// <summary>The source <c>OpenApi.NN.g.cs</c> of a shard; a shard without entities has none.</summary>
    public static GeneratedFile? Shard(int shard, IReadOnlyList<EntityModel> entities)
    {
        if (entities.Count == 0)
        {
            return null;
        }
        var first = entities[0];
        var source = Begin(first.AppName, first.Namespace.Substring(0, first.Namespace.Length - ".Model".Length));
        source.Open("static partial void DescribeApi" + Sharding.Number(shard) + "(OpenApiParts parts)");
        foreach (var entity in entities)
        {
            source.Line("parts.Entity(").Indent().Line(CSharpText.Literal(entity.Name) + ",");
            Literal(source, Paths(entity), ",");
            Literal(source, Schemas(entity), ");");
            source.Unindent();
        }
        source.Close().Close();
        return new GeneratedFile("OpenApi." + Sharding.Number(shard) + ".g.cs", source.ToString());
    }

    internal static OpenApiFrame FrameOf(AppModel app) => new(
        Utf8(OpenApiFrameText.BeforePaths(app)), Utf8(OpenApiFrameText.Paths()), Utf8(OpenApiFrameText.Components()), Utf8(OpenApiFrameText.Schemas(app.Vocabulary)));

    internal static OpenApiPart PartOf(EntityModel entity) => new(entity.Name, Utf8(Paths(entity)), Utf8(Schemas(entity)));

    private static string Paths(EntityModel entity)
    {
        var json = new JsonWriter(2);
        OpenApiPaths.Write(json, entity.Resource);
        return json.ToString();
    }

    private static string Schemas(EntityModel entity)
    {
        var operations = entity.Resource.Operations;
        if (operations.Count == 0)
        {
            return "";
        }
        var json = new JsonWriter(3);
        OpenApiSchemas.Entity(json, entity.Resource, Has(Operations.Create), Has(Operations.Update), Has(Operations.List));
        return json.ToString();

        bool Has(Operations operation) => operations.Any(granted => granted.Operation == operation);
    }

    private static SourceWriter Begin(string app, string ns) =>
        FileHeader.Begin(app, ns, "Archiet").Open("internal sealed partial class " + app + "App");

    // At the margin: the literal's own indent is part of the document.
    private static void Literal(SourceWriter source, string json, string after)
    {
        if (json.Length == 0)
        {
            source.Line("\"\"u8" + after);
            return;
        }
        source.Line("\"\"\"").Verbatim(json).Verbatim("\"\"\"u8" + after);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
