using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>All that PostgreSQL says of the schema in public and its partitions, a line a thing; the order of columns does not matter. Extensions are not of it: one that was needed once stays, as others may use it.</summary>
internal static class CatalogText
{
    private const string Here = "IN (SELECT oid FROM pg_namespace WHERE nspname ~ '^(public|partition_[0-9]+)$')";

    // What Entity Framework can say too: columns, constraints, indexes, sequences.
    private const string Shared = $"""
        SELECT 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') || ' ' || a.attidentity::text || a.attgenerated::text || coalesce(' ' || nullif(l.collname, 'default'), '')
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE c.relnamespace {Here} AND c.relkind IN ('r', 'p')
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || CASE WHEN convalidated THEN '' ELSE ' not validated' END
        FROM pg_constraint WHERE connamespace {Here} AND contype <> 't'
        UNION ALL
        SELECT 'index ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END
        FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace {Here}
        UNION ALL
        SELECT 'sequence ' || relname FROM pg_class WHERE relnamespace {Here} AND relkind = 'S'
        """;

    private const string Rest = $"""
         UNION ALL
        SELECT 'table ' || oid::regclass || ' ' || relkind::text || ' ' || relrowsecurity || ' ' || relforcerowsecurity || ' ' || pg_get_userbyid(relowner) || coalesce(' ' || array_to_string(reloptions, ','), '')
            || coalesce(' ' || array_to_string(relacl, ','), '')
        FROM pg_class WHERE relnamespace {Here} AND relkind IN ('r', 'p', 'v', 'm')
        UNION ALL
        SELECT 'policy ' || schemaname || '.' || tablename || ' ' || policyname || ' ' || permissive || ' ' || array_to_string(roles, ',') || ' ' || cmd || coalesce(' using ' || qual, '') || coalesce(' check ' || with_check, '')
        FROM pg_policies WHERE schemaname ~ '^(public|partition_[0-9]+)$'
        UNION ALL
        SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace {Here} AND NOT t.tgisinternal
        UNION ALL
        SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace {Here} AND p.prokind = 'f'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        """;

    /// <summary>All of it.</summary>
    public static IReadOnlyList<string> Of(NpgsqlConnection connection) => [.. connection.Query(Shared + Rest).Order(StringComparer.Ordinal)];

    /// <summary>What Entity Framework can say too.</summary>
    public static IReadOnlyList<string> SharedOf(NpgsqlConnection connection) => [.. connection.Query(Shared).Where(HasWords).Select(AsEntityFrameworkSays).Order(StringComparer.Ordinal)];

    // An exclusion with its index; that a set is unique when a statement ends, which is an index to Entity Framework.
    private static bool HasWords(string line) => !line.Contains(" USING gist (", StringComparison.Ordinal) && !line.EndsWith(" DEFERRABLE", StringComparison.Ordinal);

    // The one thing that Entity Framework cannot say, and is told to leave to the database.
    private static string AsEntityFrameworkSays(string line) => line.IndexOf(" ON DELETE SET NULL (", StringComparison.Ordinal) is var at and >= 0 ? line[..at] : line;
}
