namespace Archiet.Model;

/// <summary>Whether the release that wrote to a schema can go on writing to the next one.</summary>
internal static class PreviousRelease
{
    /// <summary>Whether something that it names is gone, called otherwise or of another type, or whether rows now need what it does not give.</summary>
    public static bool Breaks(SchemaMatch schema) =>
        schema.Dropped.Any(table => !table.Columns.All(IsUnknown))
        || schema.Kept.Any(Breaks)
        || schema.Members.Any(members => members.Stored.Count > 0 || members.Removed.Count > 0)
        || schema.Kept.Any(table => table.Columns.Any(column => !column.Before.IsRetired && schema.Unheld(column).Any()));

    private static bool Breaks(TableMatch table) =>
        table.Before.Name != table.After.Name
        || table.Dropped.Any(column => !column.IsRetired)
        || table.Added.Any(column => !column.Nullable && column.Default is null && column.Computed is null)
        || table.Columns.Any(column => !column.Before.IsRetired && Breaks(column));

    private static bool Breaks(ColumnMatch column) =>
        column.Before.Name != column.After.Name
        || column.Type is TypeChange.Narrow or TypeChange.Retype
        || (column.Before.Nullable && !column.After.Nullable)
        || (column.After.Computed is not null && column.Before.Computed is null);

    // A release has not known a retired field since it was retired; the key goes with the fields.
    private static bool IsUnknown(ColumnModel column) => column.IsRetired || column.Name is "tenant_id" or "id";
}
