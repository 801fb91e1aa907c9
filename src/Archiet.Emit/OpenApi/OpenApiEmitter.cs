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
        Literal(source, OpenApiFrameText.Paths(app), ",");
        Literal(source, OpenApiFrameText.Components(), ",");
        Literal(source, OpenApiFrameText.Schemas(app), ");");
        source.Unindent().Close().Close();
        return source.ToFile("OpenApi.Frame.g.cs");
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
            Literal(source, entity, entity.Resource.IsServed, Paths, ",");
            Literal(source, entity, HasSchemas(entity), Schemas, ");");
            source.Unindent();
        }
        source.Close().Close();
        return source.ToFile("OpenApi." + Sharding.Number(shard) + ".g.cs");
    }

    internal static OpenApiFrame FrameOf(AppModel app) => new(
        OpenApiFrameText.BeforePaths(app), OpenApiFrameText.Paths(app), OpenApiFrameText.Components(), OpenApiFrameText.Schemas(app));

    internal static OpenApiPart PartOf(EntityModel entity)
    {
        var paths = new JsonWriter();
        Paths(paths, entity);
        var schemas = new JsonWriter();
        if (HasSchemas(entity))
        {
            Schemas(schemas, entity);
        }
        return new(entity.Name, paths.ToString(), schemas.ToString());
    }

    private static void Paths(JsonWriter json, EntityModel entity)
    {
        OpenApiPaths.Write(json, entity.Resource);
        OpenApiLinks.Write(json, entity);
    }

    private static void Schemas(JsonWriter json, EntityModel entity)
    {
        if (entity.Owner is not null)
        {
            OpenApiSchemas.Owned(json, entity);
            return;
        }
        OpenApiSchemas.Entity(json, entity, Has(Operations.Create), Has(Operations.Update), Has(Operations.List));

        bool Has(Operations operation) => entity.Resource.Operations.Any(granted => granted.Operation == operation);
    }

    /// <summary>An owned entity has no operations, and stands in the schemas of its owner.</summary>
    private static bool HasSchemas(EntityModel entity) => entity.Owner is not null || entity.Resource.IsServed;

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

    /// <summary>A part of an entity, written where it will stand: the document is the larger half of all that is emitted. An entity without operations has no part.</summary>
    private static void Literal(SourceWriter source, EntityModel entity, bool isThere, Action<JsonWriter, EntityModel> write, string after)
    {
        if (!isThere)
        {
            source.Line("\"\"u8" + after);
            return;
        }
        source.Line("\"\"\"");
        write(new JsonWriter(source.Text), entity);
        source.Line().Verbatim("\"\"\"u8" + after);
    }
}
