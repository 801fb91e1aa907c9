using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Capabilities to grants: what several capabilities give a role is given once.</summary>
internal static class AccessLowering
{
    public static AccessModel Lower(GenomeOutline outline, Dictionary<string, int> ordinals)
    {
        var given = new Dictionary<(string Role, string Entity), Operations>();
        foreach (var capability in outline.Capabilities)
        {
            foreach (var role in capability.Roles)
            {
                foreach (var grant in capability.Grants)
                {
                    given.TryGetValue((role, grant.Entity), out var before);
                    given[(role, grant.Entity)] = before | grant.Operations;
                }
            }
        }
        var grants = new List<GrantModel>(given.Count);
        foreach (var role in outline.App.Roles)
        {
            grants.AddRange(given
                .Where(pair => pair.Key.Role == role.Name && pair.Value != Operations.None)
                .Select(pair => new GrantModel(role.Name, pair.Key.Entity, ordinals[pair.Key.Entity], pair.Value))
                .OrderBy(grant => grant.Ordinal));
        }
        return new AccessModel(grants.ToEquatableArray());
    }
}
