namespace Archiet.Evolution.Databases;

/// <summary>What PostgreSQL itself says of everything in the schema public, a line a thing, in no order of columns.</summary>
internal static class Catalog
{
    /// <summary>Columns, constraints, indexes, policies, triggers and functions, ordinally sorted.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(Database database) =>
        [.. (await database.QueryAsync("""
            SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || CASE WHEN convalidated THEN '' ELSE ' not validated' END
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 't'
            UNION ALL
            SELECT pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' not valid' END
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'table ' || c.relname || ' owner ' || pg_get_userbyid(c.relowner) || ' rls ' || c.relrowsecurity || ' forced ' || c.relforcerowsecurity || ' ' || coalesce(c.relacl::text, '')
            FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT 'policy ' || tablename || ' ' || policyname || ' ' || permissive || ' ' || cmd || ' to ' || array_to_string(roles, ',') || coalesce(' using ' || qual, '') || coalesce(' check ' || with_check, '')
            FROM pg_policies WHERE schemaname = 'public'
            UNION ALL
            SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
            UNION ALL
            SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
            """)).Select(row => row[0]!).Order(StringComparer.Ordinal)];

    /// <summary>The lines that only one of two has, each with a sign; empty for equal catalogs.</summary>
    public static IReadOnlyList<string> Differences(IReadOnlyList<string> migrated, IReadOnlyList<string> made) =>
        [.. migrated.Except(made, StringComparer.Ordinal).Select(line => "+ " + line), .. made.Except(migrated, StringComparer.Ordinal).Select(line => "- " + line)];
}
