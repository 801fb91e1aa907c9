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
