namespace Archiet.Genome.Binding;

/// <summary>An entity: a table, a C# class and a resource of the API.</summary>
/// <param name="Name">PascalCase, as in the genome.</param>
/// <param name="ClassName">The C# class: <paramref name="Name"/> unless <c>class:</c> says otherwise.</param>
/// <param name="Plural">PascalCase plural by the rule table of the specification, or from <c>plural:</c>; tables and routes derive from it.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="Role">Whether the entity is the tenant, the member or an ordinary one.</param>
/// <param name="Fields">In order of declaration.</param>
/// <param name="Uniques">Unique sets within the tenant, field-level ones included, in ordinal order of names.</param>
/// <param name="Indexes">Declared indexes, in ordinal order of names.</param>
public sealed record BoundEntity(
    string Name, string ClassName, string Plural, string Description, EntityRole Role,
    EquatableArray<BoundField> Fields, EquatableArray<BoundIndex> Uniques, EquatableArray<BoundIndex> Indexes)
{
    /// <summary>Owned children, in order of declaration.</summary>
    public EquatableArray<BoundChildren> Children { get; init; }

    /// <summary>Many-to-many references, in order of declaration.</summary>
    public EquatableArray<BoundLink> Links { get; init; }

    /// <summary>Rules, in ordinal order of names.</summary>
    public EquatableArray<BoundRule> Rules { get; init; }

    /// <summary>Rules of the kind <c>noOverlap</c>, in ordinal order of names.</summary>
    public EquatableArray<BoundOverlap> Overlaps { get; init; }

    /// <summary>The lifecycle, or null.</summary>
    public BoundLifecycle? Lifecycle { get; init; }

    /// <summary>What lists can be sorted and filtered by.</summary>
    public BoundList List { get; init; } = BoundList.None;

    /// <summary>The order of lists that ask for none; empty for the newest first.</summary>
    public EquatableArray<BoundSort> Order { get; init; }

    /// <summary>The field that names a row for people, or null.</summary>
    public string? Display { get; init; }

    /// <summary>Whether a delete marks the row.</summary>
    public bool SoftDelete { get; init; }

    /// <summary>The entity that owns this one as its child, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The name that it had before, or null: its table and rows go on under the new one.</summary>
    public string? Was { get; init; }

    /// <summary>Whether only its table is left, for the release before: no class, no route, nothing that refers to it.</summary>
    public bool IsRetired { get; init; }

    /// <summary>Whether its table stays so small that a lock on it while all its rows are read is no harm.</summary>
    public bool IsSmall { get; init; }

    /// <summary>
    /// Fields of which only the columns are left, for the release before, in order of declaration; not among <see cref="Fields"/>, so that nothing but the table knows them.
    /// </summary>
    public EquatableArray<BoundField> Retired { get; init; }

    /// <summary>The unique sets of <see cref="Retired"/> fields by themselves, whose indexes stay, in ordinal order of names; not among <see cref="Uniques"/>.</summary>
    public EquatableArray<BoundIndex> RetiredUniques { get; init; }

    /// <summary>Rows that every tenant has, in order of declaration.</summary>
    public EquatableArray<BoundSeedRow> Seed { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>What an entity is to tenancy.</summary>
public enum EntityRole
{
    /// <summary>Rows belong to a tenant.</summary>
    Ordinary,

    /// <summary>Rows are the tenants.</summary>
    Tenant,

    /// <summary>Rows are the people of a tenant, each linked to an account.</summary>
    Member,
}

/// <summary>Fields that are unique together, or indexed together, always behind the tenant.</summary>
/// <param name="Name">camelCase name from the genome; for <c>unique: true</c> on a field, the field's name.</param>
/// <param name="Fields">Names of scalar, enum or reference fields of the entity, in order.</param>
/// <param name="Where">The rows that are meant, unique sets only; null for all.</param>
/// <param name="Message">What a request that breaks it is told; null for the message that every unique set has.</param>
public sealed record BoundIndex(string Name, EquatableArray<string> Fields, BoundCheck? Where = null, string? Message = null)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>Rows of another entity that live and die with a row of this one, and are written and read with it.</summary>
/// <param name="Name">camelCase; the JSON array.</param>
/// <param name="Entity">The entity of the children.</param>
/// <param name="Min">The least number of rows, or null.</param>
/// <param name="Max">The greatest number of rows, or null.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record BoundChildren(string Name, string Entity, int? Min, int? Max, string Description)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>Rows of another entity that any number of rows of this one refer to.</summary>
/// <param name="Name">camelCase; the sub-resource.</param>
/// <param name="Entity">The entity that is referred to.</param>
/// <param name="Description">Prose, or empty.</param>
public sealed record BoundLink(string Name, string Entity, string Description)
{
    /// <summary>The name that it had before, or null.</summary>
    public string? Was { get; init; }

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>What a list can be sorted and filtered by: names of fields, in ordinal order.</summary>
public sealed record BoundList(EquatableArray<string> Sorts, EquatableArray<string> Filters)
{
    /// <summary>A list that is sorted as the entity is, and never filtered.</summary>
    public static BoundList None { get; } = new(EquatableArray<string>.Empty, EquatableArray<string>.Empty);

    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A field that rows are ordered by.</summary>
public sealed record BoundSort(string Field, bool Descending);

/// <summary>A row that every tenant has.</summary>
/// <param name="Key">Its name within the entity, from which its id follows.</param>
/// <param name="Values">What the genome gives, in the order of fields; defaults are not repeated.</param>
/// <param name="Rank">0 for a row that refers to no other, else one more than the greatest of those that it refers to: rows of all entities are made in this order.</param>
public sealed record BoundSeedRow(string Key, EquatableArray<BoundSeedValue> Values, int Rank);

/// <summary>A value of a seed row.</summary>
/// <param name="Field">The field; one within a value as <c>address.street</c>.</param>
/// <param name="Text">The value in canonical text; null for a reference, and for null.</param>
/// <param name="Key">The key of the seed row that a reference names; null for any other.</param>
public sealed record BoundSeedValue(string Field, string? Text, string? Key);
