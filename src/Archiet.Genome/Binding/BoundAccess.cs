namespace Archiet.Genome.Binding;

/// <summary>A capability: what it lets which roles do.</summary>
public sealed record BoundCapability(string Name, string Description, EquatableArray<string> Roles, EquatableArray<BoundGrant> Grants)
{
    /// <summary>The names of the operations that it lets them call, in ordinal order.</summary>
    public EquatableArray<string> Run { get; init; }

    /// <summary>The members of the app's C# that work across tenants for it, in ordinal order: <c>Billing.CountAll</c>.</summary>
    public EquatableArray<string> CrossTenant { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>What a capability allows on one entity.</summary>
public sealed record BoundGrant(string Entity, Operations Operations)
{
    /// <summary>The names of transitions of its lifecycle, in ordinal order.</summary>
    public EquatableArray<string> Transitions { get; init; }

    /// <summary>The rows that are meant; null for all.</summary>
    public BoundCheck? Where { get; init; }

    /// <summary>The fields that are meant; null for all.</summary>
    public BoundFieldList? Fields { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>The fields of a grant by name, in the entity's order; <c>except</c> is resolved.</summary>
/// <param name="See">Fields that are read.</param>
/// <param name="Set">Fields that are written; all of them are seen too, but secrets, which nobody sees.</param>
public sealed record BoundFieldList(EquatableArray<string> See, EquatableArray<string> Set);

/// <summary>The operations that entities have by themselves.</summary>
[Flags]
public enum Operations
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
