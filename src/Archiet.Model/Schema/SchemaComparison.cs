using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A thing before and after; one of the two is null where it is new or gone.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Before">As it was, under its new origin; null for what is new.</param>
/// <param name="After">As it is; null for what is gone.</param>
public sealed record Compared<T>(T? Before, T? After)
    where T : class, IEquatable<T>
{
    /// <summary>Whether it is new.</summary>
    public bool IsNew => Before is null;

    /// <summary>Whether it is gone.</summary>
    public bool IsGone => After is null;

    internal static EquatableArray<Compared<T>> Between(EquatableArray<T>? before, EquatableArray<T>? after, Func<T, string> name) => Pairs
        .Of(before ?? default, after ?? default, name)
        .Where(pair => pair.Before is null || pair.After is null || !pair.Before.Equals(pair.After))
        .Select(pair => new Compared<T>(pair.Before, pair.After)).ToEquatableArray();
}

/// <summary>A table that differs, and what of it does. Columns are the same by origin, so that one whose name alone differs is renamed; what else there is, by name.</summary>
/// <param name="Before">As it was, under its new origin and with those of its columns; null for a new one.</param>
/// <param name="After">As it is; null for one that is gone.</param>
public sealed record ComparedTable(TableModel? Before, TableModel? After)
{
    /// <summary>What the table is of.</summary>
    public string Origin => (After ?? Before!).Origin;

    /// <summary>Columns that differ.</summary>
    public EquatableArray<Compared<ColumnModel>> Columns => Compared<ColumnModel>.Between(Before?.Columns, After?.Columns, column => column.Origin);

    /// <summary>Indexes that differ.</summary>
    public EquatableArray<Compared<IndexModel>> Indexes => Compared<IndexModel>.Between(Before?.Indexes, After?.Indexes, index => index.Name);

    /// <summary>Checks that differ.</summary>
    public EquatableArray<Compared<CheckModel>> Checks => Compared<CheckModel>.Between(Before?.Checks, After?.Checks, check => check.Name);

    /// <summary>References that differ.</summary>
    public EquatableArray<Compared<ForeignKeyModel>> References => Compared<ForeignKeyModel>.Between(Before?.ForeignKeys, After?.ForeignKeys, key => key.Name);

    /// <summary>Exclusions that differ.</summary>
    public EquatableArray<Compared<ExclusionModel>> Exclusions => Compared<ExclusionModel>.Between(Before?.Exclusions, After?.Exclusions, exclusion => exclusion.Name);

    /// <summary>Triggers that differ, in themselves or in their rules.</summary>
    public EquatableArray<Compared<TriggerModel>> Triggers => Compared<TriggerModel>.Between(Before?.Triggers, After?.Triggers, trigger => trigger.Name);
}

/// <summary>Two schemas side by side: all that differs, as values. A <see cref="SchemaDelta"/> says the same in lines.</summary>
/// <param name="Before">The schema before, under the origins that renames give it: names in the database are as they were.</param>
/// <param name="After">The schema after.</param>
public sealed record SchemaComparison(SchemaState Before, SchemaState After)
{
    /// <summary>Sets side by side what a delta leads from, and to.</summary>
    public static SchemaComparison Of(SchemaState before, SchemaState after, EquatableArray<SchemaRename> renames)
    {
        var named = SchemaRenames.Apply(before, renames, out var faults);
        return faults.Count == 0 ? new(named, after) : throw new ArgumentException(RenameText.Of(faults[0].Rename) + ": " + faults[0].Message, nameof(renames));
    }

    /// <summary>Tables that differ, in ordinal order of origins.</summary>
    public EquatableArray<ComparedTable> Tables => Compared<TableModel>.Between(Before.Tables, After.Tables, table => table.Origin)
        .Select(pair => new ComparedTable(pair.Before, pair.After)).OrderBy(table => table.Origin, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Extensions that are new.</summary>
    public EquatableArray<string> NewExtensions => After.Extensions.Except(Before.Extensions, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Enums of which a member differs.</summary>
    public EquatableArray<Compared<EnumState>> Enums => Compared<EnumState>.Between(Before.Enums, After.Enums, members => members.Name);

    /// <summary>Seed rows that differ.</summary>
    public EquatableArray<Compared<SeedState>> Seeds => Compared<SeedState>.Between(Before.Seeds, After.Seeds, row => row.Entity + "." + row.Key);
}
