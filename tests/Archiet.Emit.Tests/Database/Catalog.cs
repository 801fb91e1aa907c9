namespace Archiet.Emit.Tests;

/// <summary>What PostgreSQL itself says of the tables in public, a line a thing, in no order of columns.</summary>
internal static class Catalog
{
    /// <summary>Columns, constraints and indexes: what Entity Framework can say too.</summary>
    public static IReadOnlyList<string> Shape(string connectionString) => [.. Postgres.Query(connectionString, """
        SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || CASE WHEN convalidated THEN '' ELSE ' not validated' END
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'index ' || pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
        """).Order(StringComparer.Ordinal)];

    /// <summary>Row-level security of every table: whether it is on, whether it binds the owner, its policies.</summary>
    public static IReadOnlyList<string> Fences(string connectionString) => Postgres.Query(connectionString, """
        SELECT c.relname || ' ' || c.relrowsecurity || ' ' || c.relforcerowsecurity || ' ' || pg_get_userbyid(c.relowner)
            || coalesce((SELECT string_agg(' ' || p.policyname || ' to ' || array_to_string(p.roles, ',') || ' using ' || p.qual
                || coalesce(' check ' || p.with_check, ''), '' ORDER BY p.policyname) FROM pg_policies p WHERE p.tablename = c.relname), '')
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname COLLATE "C"
        """);
}
