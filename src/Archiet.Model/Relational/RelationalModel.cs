using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The tables of an app, in ordinal order of entity names: what its database must be. Equality is by value; no position of a file is kept.</summary>
/// <param name="Owner">The role that owns the tables.</param>
/// <param name="Tables">One an entity, those of its links behind it.</param>
public sealed record RelationalModel(string Owner, EquatableArray<TableModel> Tables);

/// <summary>A table, its key (tenant_id, id) but for links. Every name is final: unquoted and within 63 bytes.</summary>
/// <param name="Name">The table.</param>
/// <param name="PrimaryKey">The name of the key.</param>
/// <param name="Columns">In order: tenant_id, id, account_id for the member entity, then the fields.</param>
/// <param name="Indexes">Unique ones, declared ones and those behind foreign keys.</param>
/// <param name="Checks">The checks.</param>
/// <param name="ForeignKeys">The references, each composite with tenant_id.</param>
public sealed record TableModel(
    string Name, string PrimaryKey, EquatableArray<ColumnModel> Columns, EquatableArray<IndexModel> Indexes,
    EquatableArray<CheckModel> Checks, EquatableArray<ForeignKeyModel> ForeignKeys)
{
    /// <summary>The columns of the key where <see cref="Key"/> says no others.</summary>
    internal static EquatableArray<string> UsualKey { get; } = EquatableArray.Of("tenant_id", "id");

    /// <summary>What the table is of: the name of an entity, or of an entity and its many-to-many reference, as in <c>Patient.allergies</c>. It outlives the table's name.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether the table is expected to stay so small that a lock on it while all its rows are read is no harm.</summary>
    public bool IsSmall { get; init; }

    /// <summary>How many partitions its rows are spread over by their tenants; 0 for a table in one piece.</summary>
    public int Partitions { get; init; }

    /// <summary>The columns of the key where they are not (tenant_id, id); else empty.</summary>
    public EquatableArray<string> Key { get; init; }

    /// <summary>Ranges of rows that are kept apart.</summary>
    public EquatableArray<ExclusionModel> Exclusions { get; init; }

    /// <summary>What is held behind every written row, or at the end of the transaction.</summary>
    public EquatableArray<TriggerModel> Triggers { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Name">The column.</param>
/// <param name="StoreType">The PostgreSQL type in its long spelling.</param>
/// <param name="Nullable">Whether it takes NULL.</param>
/// <param name="MaxLength">The length of <c>character varying</c>, or 0.</param>
/// <param name="Precision">Digits in all, numeric only.</param>
/// <param name="Scale">Digits after the point, numeric only.</param>
/// <param name="Computed">For a generated column its value as SQL over the columns of the row; else null.</param>
public sealed record ColumnModel(
    string Name, string StoreType, bool Nullable, int MaxLength = 0, int Precision = 0, int Scale = 0, string? Computed = null)
{
    /// <summary>What the column is of: the path of a field within its entity, as in <c>address.street</c>; of a column that no field asks for, its own name.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The value of rows that are written without it, as SQL; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>The enum whose members it holds, or null.</summary>
    public string? Enum { get; init; }

    /// <summary>Whether it is there for the release before only: no code of this one names it.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>An index; its columns begin with tenant_id.</summary>
/// <param name="Name">The index.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Unique">Whether no two rows may be equal in them.</param>
/// <param name="Where">The rows that are meant, as SQL; null for all.</param>
public sealed record IndexModel(string Name, EquatableArray<string> Columns, bool Unique, string? Where = null)
{
    /// <summary>The direction of each column where they differ; empty for all going up.</summary>
    public EquatableArray<bool> Descending { get; init; }

    /// <summary>Whether uniqueness is looked at when a statement ends and not at each of its rows, so that rows may exchange values.</summary>
    public bool AtStatementEnd { get; init; }
}

/// <summary>A check; <paramref name="Sql"/> quotes every identifier.</summary>
public sealed record CheckModel(string Name, string Sql);

/// <summary>A reference (tenant_id, <paramref name="Column"/>) to (tenant_id, id) of <paramref name="PrincipalTable"/>.</summary>
public sealed record ForeignKeyModel(string Name, string Column, string PrincipalTable, DeleteAction OnDelete);
