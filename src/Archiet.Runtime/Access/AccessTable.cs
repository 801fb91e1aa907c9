using System.Collections.Concurrent;

namespace Archiet;

/// <summary>The operations that entities have by themselves.</summary>
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

    /// <summary>Bring a row back that was removed; entities with soft delete have it.</summary>
    Restore = 32,
}

/// <summary>What one capability lets one role do with one entity.</summary>
/// <param name="Role">The role's stored name.</param>
/// <param name="Entity">The entity's ordinal.</param>
/// <param name="Verbs">The operations.</param>
public sealed record Grant(string Role, int Entity, Verbs Verbs)
{
    /// <summary>The transitions of the entity's lifecycle, by the bit of their position.</summary>
    public ulong Transitions { get; init; }

    /// <summary>The rows that are meant: the name of one of <see cref="EntityTable.Conditions"/>; null for every row.</summary>
    public string? Where { get; init; }

    /// <summary>The fields that are read.</summary>
    public FieldSet See { get; init; } = FieldSet.All;

    /// <summary>The fields that are written.</summary>
    public FieldSet Set { get; init; } = FieldSet.All;
}

/// <summary>
/// Who may do what. Roles are names outside and bits inside; a name that the genome does not know grants nothing. What a caller's roles are granted together is
/// worked out once for each set of roles and entity, as an <see cref="AccessPlan"/>.
/// </summary>
public sealed class AccessTable
{
    /// <summary>An entity's plans beyond this are made anew each time: so many sets of roles that differ in their grants no app hands out.</summary>
    private const int MostPlans = 1024;

    private readonly Grant[][] byEntity;
    private readonly Concern?[] concerns;
    private readonly ConcurrentDictionary<ulong, AccessPlan>[] plans;

    /// <summary>Makes the table. At most 64 roles.</summary>
    public AccessTable(IReadOnlyList<string> roles, int entities, IReadOnlyList<Grant> grants)
    {
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(grants);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(roles.Count, 64);
        Roles = roles;
        Grants = grants;
        byEntity = [.. Enumerable.Range(0, entities).Select(entity => grants.Where(grant => grant.Entity == entity).ToArray())];
        concerns = new Concern?[entities];
        plans = [.. byEntity.Select(_ => new ConcurrentDictionary<ulong, AccessPlan>())];
    }

    /// <summary>The roles in order of declaration.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>Every grant; a role may have several of an entity.</summary>
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

    /// <summary>What a caller with these roles may do with an entity, on some row at least.</summary>
    public Verbs For(ulong roles, int entity)
    {
        var verbs = Verbs.None;
        foreach (var grant in byEntity[entity])
        {
            verbs |= (roles & BitOf(grant)) != 0 ? grant.Verbs : Verbs.None;
        }
        return verbs;
    }

    /// <summary>What these roles are granted together on an entity.</summary>
    internal AccessPlan PlanOf(ulong roles, EntityTable table)
    {
        // Roles that have nothing to do with the entity make no plan of their own.
        roles &= (concerns[table.Ordinal] ??= ConcernOf(table)).Roles;
        var known = plans[table.Ordinal];
        return known.TryGetValue(roles, out var plan) ? plan
            : known.Count < MostPlans ? known.GetOrAdd(roles, static (roles, at) => at.Access.MakePlan(roles, at.Table), (Access: this, Table: table))
            : MakePlan(roles, table);
    }

    private AccessPlan MakePlan(ulong roles, EntityTable table) => new(table, GrantsOf(roles, table), other => GrantsOf(roles, other));

    private Grant[] GrantsOf(ulong roles, EntityTable table) => [.. byEntity[table.Ordinal].Where(grant => (roles & BitOf(grant)) != 0)];

    /// <summary>Those with a grant on the entity, and those with one to see rows that a request may name, where some role sees a part of them only.</summary>
    private Concern ConcernOf(EntityTable table) => new(table.Targets
        .Select(target => byEntity[target.Ordinal].Where(ReferenceFence.IsToSee).ToList())
        .Where(seen => seen.Exists(grant => grant.Where is not null))
        .SelectMany(seen => seen)
        .Concat(byEntity[table.Ordinal])
        .Aggregate(0UL, (bits, grant) => bits | BitOf(grant)));

    private ulong BitOf(Grant grant) => 1UL << IndexOf(grant.Role);

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

    /// <summary>The roles that a plan of an entity depends on; an object, so that threads that work it out at once cannot tear it.</summary>
    private sealed record Concern(ulong Roles);
}
