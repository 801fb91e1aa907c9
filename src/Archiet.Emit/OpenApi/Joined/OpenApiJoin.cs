// This folder is linked into Archiet.Runtime: one join, so that the document an app serves and the one on disk are the same bytes.
using System.Text;

namespace Archiet.OpenApi;

/// <summary>What an entity contributes to an OpenAPI document: members of two objects in the shorthand of <see cref="OpenApiShorthand"/>, a comma between, none at the ends.</summary>
internal sealed class OpenApiPart(string name, string paths, string schemas)
{
    /// <summary>The entity.</summary>
    public string Name { get; } = name;

    /// <summary>Members of <c>paths</c>; empty when nobody may do anything with the entity.</summary>
    public string Paths { get; } = paths;

    /// <summary>Members of <c>components/schemas</c>.</summary>
    public string Schemas { get; } = schemas;
}

/// <summary>Everything about the document that is not about one entity, in the same shorthand.</summary>
internal sealed class OpenApiFrame(string beforePaths, string paths, string components, string schemas)
{
    /// <summary>The document's first members.</summary>
    public string BeforePaths { get; } = beforePaths;

    /// <summary>The paths of the runtime's own endpoints.</summary>
    public string Paths { get; } = paths;

    /// <summary>The members of <c>components</c> but its schemas.</summary>
    public string Components { get; } = components;

    /// <summary>The schemas that entities share.</summary>
    public string Schemas { get; } = schemas;
}

/// <summary>Joins the parts of an OpenAPI document in ordinal order of entity names.</summary>
internal static class OpenApiJoin
{
    /// <summary>The document as UTF-8, indented by two spaces, ending in a line break.</summary>
    public static byte[] Join(OpenApiFrame frame, IEnumerable<OpenApiPart> entities)
    {
        var ordered = entities.OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        var listings = new OpenApiListings(ordered);
        var json = new StringBuilder("{");
        OpenApiShorthand.Expand(frame.BeforePaths, json);
        Members(json.Append(",\"paths\":{"), ordered.Select(part => listings.Fill(part.Paths)).Prepend(frame.Paths));
        OpenApiShorthand.Expand(frame.Components, json.Append("},\"components\":{"));
        Members(json.Append(",\"schemas\":{"), ordered.Select(part => part.Schemas).Prepend(frame.Schemas));
        return Encoding.UTF8.GetBytes(OpenApiLayout.Indent(json.Append("}}}").ToString()));
    }

    private static void Members(StringBuilder json, IEnumerable<string> parts)
    {
        var separator = "";
        foreach (var part in parts.Where(part => part.Length > 0))
        {
            OpenApiShorthand.Expand(part, json.Append(separator));
            separator = ",";
        }
    }
}
