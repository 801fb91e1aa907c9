using System.Text;
using Archiet.OpenApi;

namespace Archiet;

/// <summary>Collects the parts of the OpenAPI document that the shards of an app hand in; joined once, at start, in ordinal order of names.</summary>
public sealed class OpenApiParts
{
    private readonly List<OpenApiPart> parts = [];
    private OpenApiFrame? frame;

    /// <summary>Everything that is not about one entity. Each text is members of a JSON object, in the shorthand that the join expands: comma between, none at the ends.</summary>
    /// <param name="beforePaths">The document's members before <c>paths</c>.</param>
    /// <param name="paths">The app's own paths.</param>
    /// <param name="components">The members of <c>components</c> but <c>schemas</c>.</param>
    /// <param name="schemas">The app's own schemas.</param>
    public void Frame(ReadOnlySpan<byte> beforePaths, ReadOnlySpan<byte> paths, ReadOnlySpan<byte> components, ReadOnlySpan<byte> schemas) =>
        frame = new(Encoding.UTF8.GetString(beforePaths), Encoding.UTF8.GetString(paths), Encoding.UTF8.GetString(components), Encoding.UTF8.GetString(schemas));

    /// <summary>The paths and the schemas of an entity: members of the two objects in the shorthand, comma between, none at the ends.</summary>
    public void Entity(string name, ReadOnlySpan<byte> paths, ReadOnlySpan<byte> schemas) =>
        parts.Add(new(name, Encoding.UTF8.GetString(paths), Encoding.UTF8.GetString(schemas)));

    /// <summary>The document; null for an app that was built without one.</summary>
    internal byte[]? Join() => frame is null ? null : OpenApiJoin.Join(frame, parts);
}
