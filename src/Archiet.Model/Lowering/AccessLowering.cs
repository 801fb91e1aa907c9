using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Capabilities to grants: what several capabilities give a role is given once.</summary>
internal static class AccessLowering
{
    public static AccessModel Lower(GenomeOutline outline, Dictionary<string, int> ordinals)
    {
        var given = new Dictionary<(string Role, string Entity), (Operations Operations, ulong Transitions)>();
        foreach (var capability in outline.Capabilities)
        {
            foreach (var role in capability.Roles)
            {
                foreach (var grant in capability.Grants)
                {
                    given.TryGetValue((role, grant.Entity), out var before);
                    given[(role, grant.Entity)] = (before.Operations | grant.Operations, before.Transitions | Bits(grant, outline.Entities[ordinals[grant.Entity]]));
                }
            }
        }
        var grants = new List<GrantModel>(given.Count);
        foreach (var role in outline.App.Roles)
        {
            grants.AddRange(given
                .Where(pair => pair.Key.Role == role.Name && pair.Value != default)
                .Select(pair => new GrantModel(role.Name, pair.Key.Entity, ordinals[pair.Key.Entity], pair.Value.Operations) { Transitions = pair.Value.Transitions })
                .OrderBy(grant => grant.Ordinal));
        }
        return new AccessModel(grants.ToEquatableArray());
    }

    private static ulong Bits(BoundGrant grant, EntityOutline entity)
    {
        var bits = 0UL;
        for (var at = 0; at < entity.Transitions.Count; at++)
        {
            bits |= grant.Transitions.Contains(entity.Transitions[at]) ? 1UL << at : 0;
        }
        return bits;
    }
}
