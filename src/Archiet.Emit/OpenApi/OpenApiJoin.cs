// Linked into Archiet.Runtime: one join, so that the document an app serves and the one on disk are the same bytes.
using System.Text;

namespace Archiet.OpenApi;

/// <summary>The parts of an OpenAPI document that an entity contributes: members of two objects, a comma and a line break between, none at the ends.</summary>
internal sealed class OpenApiPart(string name, byte[] paths, byte[] schemas)
{
    /// <summary>The entity.</summary>
    public string Name { get; } = name;

    /// <summary>Members of <c>paths</c>; empty when nobody may do anything with the entity.</summary>
    public byte[] Paths { get; } = paths;

    /// <summary>Members of <c>components/schemas</c>.</summary>
    public byte[] Schemas { get; } = schemas;
}

/// <summary>Everything about the document that is not about one entity.</summary>
internal sealed class OpenApiFrame(byte[] beforePaths, byte[] paths, byte[] components, byte[] schemas)
{
    /// <summary>The document's first members.</summary>
    public byte[] BeforePaths { get; } = beforePaths;

    /// <summary>The paths of the runtime's own endpoints.</summary>
    public byte[] Paths { get; } = paths;

    /// <summary>The members of <c>components</c> but its schemas.</summary>
    public byte[] Components { get; } = components;

    /// <summary>The schemas that entities share.</summary>
    public byte[] Schemas { get; } = schemas;
}

/// <summary>Joins the parts of an OpenAPI document in ordinal order of entity names.</summary>
internal static class OpenApiJoin
{
    /// <summary>The document as UTF-8, indented by two spaces, ending in a line break.</summary>
    public static byte[] Join(OpenApiFrame frame, IEnumerable<OpenApiPart> entities)
    {
        var ordered = entities.OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        var pieces = new List<byte[]> { Utf8("{\n"), frame.BeforePaths, Utf8(",\n  \"paths\": {\n") };
        Members(pieces, ordered.Select(part => part.Paths).Prepend(frame.Paths));
        pieces.Add(Utf8("\n  },\n  \"components\": {\n"));
        pieces.Add(frame.Components);
        pieces.Add(Utf8(",\n    \"schemas\": {\n"));
        Members(pieces, ordered.Select(part => part.Schemas).Prepend(frame.Schemas));
        pieces.Add(Utf8("\n    }\n  }\n}\n"));
        return Concatenate(pieces);
    }

    private static void Members(List<byte[]> pieces, IEnumerable<byte[]> members)
    {
        var separator = Array.Empty<byte>();
        foreach (var member in members.Where(member => member.Length > 0))
        {
            pieces.Add(separator);
            pieces.Add(member);
            separator = Utf8(",\n");
        }
    }

    private static byte[] Concatenate(List<byte[]> pieces)
    {
        var joined = new byte[pieces.Sum(piece => piece.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(joined, at);
            at += piece.Length;
        }
        return joined;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
