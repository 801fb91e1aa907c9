namespace Archiet.Sql;

/// <summary>Tables whose rows are spread over partitions by their tenants.</summary>
/// <remarks>
/// Each partition is in a schema of its remainder, <c>partition_0</c> and so on, and there it has its table's name, and so have its indexes and keys: what PostgreSQL
/// refuses it calls by the names of the partition, and those are then the ones that the app knows. No role but the owner may use these schemas: row-level security
/// is in force where rows are asked for by their table, and nobody else asks for them in another way.
/// </remarks>
internal static class PartitionSql
{
    /// <summary>What stands behind the columns of a table that is spread.</summary>
    public const string ByTenant = "PARTITION BY HASH (\"tenant_id\")";

    /// <summary>Makes the partitions of a table; <see cref="Names"/> names them.</summary>
    /// <remarks>
    /// A column comes and goes, so that rows are laid out otherwise than in the table: only then does PostgreSQL answer INSERT ... RETURNING xmin, the version of the row.
    /// </remarks>
    public static string Partitions(string table, int count) => $"""
        DO $$
        DECLARE
            parent regclass := {SqlText.Literal("public." + SqlText.Quote(table))}::regclass;
            part text;
        BEGIN
            FOR at IN 0..{count - 1} LOOP
                part := format('partition_%s.%I', at, 'of ' || parent::oid);
                IF to_regnamespace('partition_' || at) IS NULL THEN
                    EXECUTE format('CREATE SCHEMA partition_%s', at);
                END IF;
                EXECUTE format('CREATE TABLE %s ("-" boolean, LIKE %s INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS)', part, parent);
                EXECUTE format('ALTER TABLE %s DROP COLUMN "-"', part);
                EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES WITH (MODULUS {count}, REMAINDER %s)', parent, part, at);
            END LOOP;
        END $$;
        """;

    /// <summary>
    /// Makes an index while writes go on, which PostgreSQL does in a partition only: first that of the table, which has no rows itself and is of no use until each partition's is a
    /// part of it; then those, one after another; and then they become its parts. What an earlier try left behind is removed first.
    /// </summary>
    /// <param name="count">How many partitions.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The index.</param>
    /// <param name="unique">Whether no two rows may be equal in it.</param>
    /// <param name="where">The rows that are meant, as SQL; null for all.</param>
    /// <param name="descending">The direction of each column; empty for all going up.</param>
    /// <param name="columns">The columns.</param>
    public static string[] IndexConcurrently(
        int count, string table, string name, bool unique, string? where, IReadOnlyList<bool> descending, IReadOnlyList<string> columns)
    {
        var (quoted, places) = (SqlText.Quote(name), Enumerable.Range(0, count).Select(at => "partition_" + at.ToString(System.Globalization.CultureInfo.InvariantCulture) + "."));
        return
        [
            "DROP INDEX IF EXISTS " + quoted + ";",
            .. places.Select(place => "DROP INDEX CONCURRENTLY IF EXISTS " + place + quoted + ";"),
            TableSql.IndexOn("ONLY " + SqlText.Quote(table), name, unique, where, descending, columns, concurrently: false),
            .. places.Select(place => TableSql.IndexOn(place + SqlText.Quote(table), name, unique, where, descending, columns, concurrently: true)),
            Attach(count, name),
        ];
    }

    // Who asks for rows of a partition holds a lock on its indexes: it is waited for briefly and often, as others would wait behind.
    private static string Attach(int count, string name) => $"""
        DO $$
        DECLARE
            part int := 0;
            tries int := 0;
        BEGIN
            WHILE part < {count} LOOP
                BEGIN
                    EXECUTE format('ALTER INDEX public.%I ATTACH PARTITION partition_%s.%I', {SqlText.Literal(name)}, part, {SqlText.Literal(name)});
                    part := part + 1;
                    tries := 0;
                EXCEPTION WHEN lock_not_available THEN
                    tries := tries + 1;
                    IF tries > 100 THEN
                        RAISE;
                    END IF;
                END;
                COMMIT;
                IF tries > 0 THEN
                    PERFORM pg_sleep(0.5);
                END IF;
            END LOOP;
        END $$;
        """;

    /// <summary>Gives all partitions the names of their tables, and their keys, references and indexes those of what they are parts of: in two turns, since two may have changed theirs.</summary>
    public static string Names => """
        DO $$
        DECLARE
            part record;
        BEGIN
            FOR turn IN 1..2 LOOP
                FOR part IN
                    SELECT c.oid, c.conrelid::regclass AS relation, c.conname AS was, p.conname AS now
                    FROM pg_constraint AS c JOIN pg_constraint AS p ON p.oid = c.conparentid
                    WHERE c.connamespace::regnamespace::text ~ '^partition_[0-9]+$' AND c.conname <> p.conname
                LOOP
                    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', part.relation, part.was, CASE turn WHEN 1 THEN 'of ' || part.oid ELSE part.now END);
                END LOOP;
                FOR part IN
                    SELECT c.oid, c.relkind, p.relname AS now
                    FROM pg_inherits JOIN pg_class AS c ON c.oid = inhrelid JOIN pg_class AS p ON p.oid = inhparent
                    WHERE c.relnamespace::regnamespace::text ~ '^partition_[0-9]+$' AND c.relname <> p.relname
                LOOP
                    EXECUTE format('ALTER %s %s RENAME TO %I', CASE part.relkind WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END, part.oid::regclass,
                        CASE turn WHEN 1 THEN 'of ' || part.oid ELSE part.now END);
                END LOOP;
            END LOOP;
        END $$;
        """;
}
