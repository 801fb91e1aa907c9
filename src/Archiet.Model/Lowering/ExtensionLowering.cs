using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The user's own keys: carried as they are, each name once.</summary>
internal static class ExtensionLowering
{
    /// <summary>The keys of two mappings as those of one object: of two with the same name the later counts.</summary>
    public static EquatableArray<BoundExtension> Join(EquatableArray<BoundExtension> earlier, EquatableArray<BoundExtension> later) =>
        earlier.Count == 0 ? later
        : later.Count == 0 ? earlier
        : earlier.Where(extension => !later.Any(other => other.Name == extension.Name)).Concat(later).OrderBy(extension => extension.Name, StringComparer.Ordinal).ToEquatableArray();

    public static IEnumerable<ExtensionNote> Uniques(BoundEntity entity) =>
        entity.Uniques.Where(unique => unique.Extensions.Count > 0).Select(unique => new ExtensionNote(unique.Name, unique.Extensions));

    public static IEnumerable<CapabilityNote> Capabilities(GenomeOutline outline)
    {
        foreach (var capability in outline.Capabilities)
        {
            var grants = capability.Grants.Where(grant => grant.Extensions.Count > 0).Select(grant => new ExtensionNote(grant.Entity, grant.Extensions)).ToEquatableArray();
            if (capability.Extensions.Count > 0 || grants.Count > 0)
            {
                yield return new CapabilityNote(capability.Name, capability.Extensions, grants);
            }
        }
    }
}
