using Archiet.Genome.Binding;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Meaning;

/// <summary>A grant, as it is bound and as it is written.</summary>
internal sealed record PlacedGrant(BoundCapability Capability, BoundGrant Grant, GrantSyntax Syntax, int Section)
{
    /// <summary>Whether rows are read by it.</summary>
    public bool Reads => (Grant.Operations & (Operations.List | Operations.Read)) != 0;

    /// <summary>Whether a request that it allows may set a field.</summary>
    public bool Sets(string field) =>
        (Grant.Operations & (Operations.Create | Operations.Update)) != 0 && (Grant.Fields is null || Grant.Fields.Set.Contains(field));

    /// <summary>Whether it shows a field.</summary>
    public bool Sees(string field) => Reads && (Grant.Fields is null || Grant.Fields.See.Contains(field));
}

/// <summary>All grants of a genome, by entity.</summary>
internal sealed class GrantTable
{
    private readonly Dictionary<string, List<PlacedGrant>> byEntity = new(StringComparer.Ordinal);

    public GrantTable(GenomeOutline outline, GenomePlaces places)
    {
        var bound = new Dictionary<string, BoundCapability>(StringComparer.Ordinal);
        foreach (var capability in outline.Capabilities)
        {
            bound[capability.Name] = capability;
        }
        for (var i = 0; i < places.Sections.Count; i++)
        {
            foreach (var written in places.Sections[i].Declarations.Capabilities)
            {
                if (bound.TryGetValue(written.Name.Text, out var capability))
                {
                    Add(capability, written, i);
                }
            }
        }
    }

    /// <summary>Every grant, entity by entity, in the order in which they are first granted.</summary>
    public IEnumerable<List<PlacedGrant>> ByEntity => byEntity.Values;

    /// <summary>The grants of an entity.</summary>
    public IReadOnlyList<PlacedGrant> Of(string entity) => byEntity.TryGetValue(entity, out var grants) ? grants : [];

    private void Add(BoundCapability capability, CapabilitySyntax written, int section)
    {
        for (var i = 0; i < Math.Min(written.Grants.Count, capability.Grants.Count); i++)
        {
            var grant = capability.Grants[i];
            if (!byEntity.TryGetValue(grant.Entity, out var grants))
            {
                byEntity.Add(grant.Entity, grants = []);
            }
            grants.Add(new(capability, grant, written.Grants[i], section));
        }
    }
}
