using Archiet.Genome;

namespace Archiet.Model;

/// <summary>
/// All that a database is made of, as the genome or a chain of sealed migrations says it: what a migration leads from, and what it leads to. Everything in it is final
/// (names, PostgreSQL types, SQL), so that a sealed migration means the same for ever. Equality is by value; everything in it has one order, whatever it was made from:
/// within a table the columns of the key come first, then the others in ordinal order of origins, and what has a name stands in ordinal order of names.
/// </summary>
/// <param name="Owner">The role that owns the tables.</param>
/// <param name="Tables">In ordinal order of <see cref="TableModel.Origin"/>.</param>
/// <param name="Enums">The enums that columns take their values from, in ordinal order of names.</param>
/// <param name="Seeds">The rows that every tenant has, in order of entity and key.</param>
public sealed record SchemaState(
    string Owner, EquatableArray<TableModel> Tables, EquatableArray<EnumState> Enums, EquatableArray<SeedState> Seeds)
{
    /// <summary>The extensions of PostgreSQL that something in it needs, in ordinal order.</summary>
    public EquatableArray<string> Extensions { get; init; }

    /// <summary>The database before the first migration.</summary>
    public static SchemaState Empty { get; } = new("", EquatableArray<TableModel>.Empty, EquatableArray<EnumState>.Empty, EquatableArray<SeedState>.Empty);
}

/// <summary>An enum as columns hold it.</summary>
/// <param name="Name">Its name in the genome.</param>
/// <param name="Members">In ordinal order of names.</param>
public sealed record EnumState(string Name, EquatableArray<EnumMemberState> Members);

/// <summary>A member of an enum.</summary>
/// <param name="Name">Its name in the genome.</param>
/// <param name="Stored">What a column holds for it.</param>
public sealed record EnumMemberState(string Name, string Stored);

/// <summary>A row that every tenant has.</summary>
/// <param name="Entity">Its entity.</param>
/// <param name="Key">Its key in the genome.</param>
/// <param name="Rank">Rows of a rank refer to rows of lower ranks only.</param>
/// <param name="Values">Each column with its value as SQL, where <c>$1</c> is the tenant; <c>tenant_id</c> and <c>id</c> first.</param>
public sealed record SeedState(string Entity, string Key, int Rank, EquatableArray<SeedValue> Values);

/// <summary>A value of a seed row.</summary>
public sealed record SeedValue(string Column, string Sql);
