namespace Archiet;

/// <summary>Collects the parts of the OpenAPI document that the shards of an app hand in; joined once, at start, in ordinal order of names.</summary>
public sealed class OpenApiParts
{
    /// <summary>Everything that is not about one entity: the document's frame (see the join in Archiet.Emit).</summary>
    public void Frame(ReadOnlySpan<byte> beforePaths, ReadOnlySpan<byte> paths, ReadOnlySpan<byte> components, ReadOnlySpan<byte> schemas) => throw new NotImplementedException();

    /// <summary>The paths and the schemas of an entity: members of the two objects, comma between, none at the ends.</summary>
    public void Entity(string name, ReadOnlySpan<byte> paths, ReadOnlySpan<byte> schemas) => throw new NotImplementedException();
}
