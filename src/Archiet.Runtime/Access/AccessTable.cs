namespace Archiet;

/// <summary>The operations that every entity has.</summary>
[Flags]
public enum Verbs
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See the rows, page by page.</summary>
    List = 1,

    /// <summary>See one row.</summary>
    Read = 2,

    /// <summary>Make a row.</summary>
    Create = 4,

    /// <summary>Change a row.</summary>
    Update = 8,

    /// <summary>Remove a row.</summary>
    Delete = 16,
}

/// <summary>What one role may do with one entity.</summary>
/// <param name="Role">The role's stored name.</param>
/// <param name="Entity">The entity's ordinal.</param>
/// <param name="Verbs">The operations, of all capabilities together.</param>
public sealed record Grant(string Role, int Entity, Verbs Verbs)
{
    /// <summary>The transitions of the entity's lifecycle, by the bit of their position.</summary>
    public ulong Transitions { get; init; }
}

/// <summary>Who may do what. Roles are names outside and bits inside; a name that the genome does not know grants nothing.</summary>
public sealed class AccessTable
{
    private readonly Verbs[][] byRole;

    /// <summary>Makes the table. At most 64 roles.</summary>
    public AccessTable(IReadOnlyList<string> roles, int entities, IReadOnlyList<Grant> grants)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(grants);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(roles.Count, 64);
        Roles = roles;
        Grants = grants;
        byRole = [.. roles.Select(_ => new Verbs[entities])];
        foreach (var grant in grants)
        {
            byRole[IndexOf(grant.Role)][grant.Entity] |= grant.Verbs;
        }
    }

    /// <summary>The roles in order of declaration.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Every grant, one a role and entity.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>The bits of the roles that the genome knows.</summary>
    public ulong BitsOf(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var bits = 0UL;
        foreach (var name in names)
        {
            if (IndexOf(name) is var at and >= 0)
            {
                bits |= 1UL << at;
            }
        }
        return bits;
    }

    /// <summary>What a caller with these roles may do with an entity.</summary>
    public Verbs For(ulong roles, int entity)
    {
        var verbs = Verbs.None;
        for (var at = 0; roles != 0; at++, roles >>= 1)
        {
            if ((roles & 1) != 0)
            {
                verbs |= byRole[at][entity];
            }
        }
        return verbs;
    }

    /// <summary>The bits of the roles that may take a transition of an entity, by its position.</summary>
    internal ulong RolesOf(int entity, int transition) =>
        BitsOf(Grants.Where(grant => grant.Entity == entity && (grant.Transitions & (1UL << transition)) != 0).Select(grant => grant.Role));

    private int IndexOf(string role)
    {
        for (var at = 0; at < Roles.Count; at++)
        {
            if (string.Equals(Roles[at], role, StringComparison.Ordinal))
            {
                return at;
            }
        }
        return -1;
    }
}
