namespace Archiet.Model;

/// <summary>What rows get in a column that takes no NULL and comes back when a migration is undone: what was in it is gone.</summary>
internal static class ZeroValue
{
    /// <summary>A value of a column's type, as SQL; null where the column needs none.</summary>
    public static string? Of(ColumnModel column) => column.Nullable || column.Default is not null || column.Computed is not null ? null : TypeChanges.Base(column.StoreType) switch
    {
        "boolean" => "FALSE",
        "integer" or "bigint" or "numeric" => "0",
        "date" => "DATE '1970-01-01'",
        "time without time zone" => "TIME '00:00'",
        "timestamp with time zone" => "TIMESTAMPTZ '1970-01-01 00:00:00+00'",
        "interval" => "INTERVAL '0'",
        "uuid" => "UUID '00000000-0000-0000-0000-000000000000'",
        "jsonb" => "JSONB '{}'",
        "bytea" => "BYTEA ''",
        _ => "''",
    };
}
