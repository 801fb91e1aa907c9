using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Archiet;

/// <summary>What holds the rules of a genome in the database: for Entity Framework's own writes, and for whoever comes with SQL.</summary>
public abstract partial class GenomeMigration
{
    /// <summary>The SQLSTATE of a migration that lacks what only an administrator of the database can give; its message says what.</summary>
    internal const string AdministratorNeeded = "ARADM";

    /// <summary>
    /// Adds an extension, unless an administrator has. Those that are trusted (PostgreSQL 13 and later) need no superuser: the owner of the database may add them.
    /// </summary>
    protected static void Extension(MigrationBuilder migration, string name)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql($"""
            DO $$ BEGIN
                CREATE EXTENSION IF NOT EXISTS "{name}" WITH SCHEMA public;
            EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
                RAISE EXCEPTION 'The database needs the extension {name}, and its migrator may not add it: %. An administrator of the database runs once: CREATE EXTENSION "{name}" WITH SCHEMA public;', SQLERRM
                    USING ERRCODE = '{AdministratorNeeded}';
            END $$;
            """);
    }

    /// <summary>Makes an index over some of the rows.</summary>
    protected static void PartialIndex(MigrationBuilder migration, string table, string name, bool unique, string where, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Operations.Add(new CreateIndexOperation { Name = name, Table = table, Columns = columns, IsUnique = unique, Filter = where });
    }

    /// <summary>Keeps the ranges of rows apart that have the same key: one constraint behind an index, whatever writes come at once.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="range">A range over columns of the row, as SQL.</param>
    /// <param name="where">Which rows count, as SQL; empty for all.</param>
    /// <param name="key">The columns, beside the tenant, whose values must be equal for two rows to be in each other's way.</param>
    protected static void NoOverlap(MigrationBuilder migration, string table, string name, string range, string where, params string[] key)
    {
        ArgumentNullException.ThrowIfNull(migration);
        var equal = string.Concat(key.Prepend("tenant_id").Select(column => $"\"{column}\" WITH =, "));
        migration.Sql($"""
            ALTER TABLE "{table}" ADD CONSTRAINT "{name}" EXCLUDE USING gist ({equal}({range}) WITH &&){(where.Length > 0 ? $" WHERE ({where})" : "")};
            """);
    }

    /// <summary>
    /// Holds of a table what no check can: a function of the table's own, run behind every row that is inserted or updated, with the rights of whoever writes, so
    /// that row-level security is in force within it.
    /// </summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The function and the trigger.</param>
    /// <param name="rules">What <see cref="Ways"/>, <see cref="Once"/> and <see cref="Holds"/> say.</param>
    protected static void RowTrigger(MigrationBuilder migration, string table, string name, params string[] rules)
    {
        ArgumentNullException.ThrowIfNull(migration);
        Function(migration, name, rules);
        migration.Sql($"""
            CREATE TRIGGER "{name}" AFTER INSERT OR UPDATE ON "{table}" FOR EACH ROW EXECUTE FUNCTION public."{name}"();
            """);
    }

    /// <summary>The same when the transaction ends: for what is only right when several rows are written.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table.</param>
    /// <param name="name">The function and the trigger.</param>
    /// <param name="events">What is answered to, as in <c>INSERT OR UPDATE OR DELETE</c>.</param>
    /// <param name="rules">What <see cref="HoldsOf"/> and <see cref="Holds"/> say.</param>
    protected static void DeferredTrigger(MigrationBuilder migration, string table, string name, string events, params string[] rules)
    {
        ArgumentNullException.ThrowIfNull(migration);
        Function(migration, name, rules);
        migration.Sql($"""
            CREATE CONSTRAINT TRIGGER "{name}" AFTER {events} ON "{table}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public."{name}"();
            """);
    }

    /// <summary>A column that holds a state: a row begins in one, and goes from one to another along the ways that there are.</summary>
    /// <param name="constraint">The name that a refusal carries.</param>
    /// <param name="column">The column.</param>
    /// <param name="initial">The state of a new row.</param>
    /// <param name="ways">From where to where.</param>
    protected static string Ways(string constraint, string column, string initial, params (string From, string To)[] ways)
    {
        ArgumentNullException.ThrowIfNull(ways);
        var (was, now) = ($"OLD.\"{column}\"", $"NEW.\"{column}\"");
        var edges = ways.Length == 0 ? "" : $" AND ({was}, {now}) NOT IN ({string.Join(", ", ways.Select(way => $"({SqlName.Literal(way.From)}, {SqlName.Literal(way.To)})"))})";
        return $"""
                IF TG_OP = 'INSERT' THEN
                    IF {now} <> {SqlName.Literal(initial)} THEN
                        {Raise(constraint)}
                    END IF;
                ELSIF {now} <> {was}{edges} THEN
                    {Raise(constraint)}
                END IF;
            """;
    }

    /// <summary>Columns that keep what they were given when the row was made.</summary>
    protected static string Once(string constraint, params string[] columns) => $"""
            IF TG_OP = 'UPDATE' AND ({Changed(columns)}) THEN
                {Raise(constraint)}
            END IF;
        """;

    /// <summary>A condition that is not false of any row as it is written.</summary>
    /// <param name="constraint">The name that a refusal carries.</param>
    /// <param name="condition">The condition, as SQL over <c>NEW</c>.</param>
    /// <param name="columns">The columns whose change asks for it; none for every write.</param>
    protected static string Holds(string constraint, string condition, params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var asked = columns.Length == 0 ? "" : $"(TG_OP = 'INSERT' OR {Changed(columns)}) AND ";
        return $"""
                IF {asked}({condition}) IS FALSE THEN
                    {Raise(constraint)}
                END IF;
            """;
    }

    /// <summary>A condition that is not false, when the transaction ends, of the row of a table that the written row names; of one that is gone nothing is asked.</summary>
    /// <param name="constraint">The name that a refusal carries.</param>
    /// <param name="table">The table of the row.</param>
    /// <param name="column">The column of the written row that names it: <c>id</c> for the row itself.</param>
    /// <param name="condition">The condition, as SQL over the table's columns.</param>
    protected static string HoldsOf(string constraint, string table, string column, string condition) => $"""
            IF EXISTS (
                SELECT FROM "{table}"
                WHERE "{table}"."tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "{table}"."id" IN (NEW."{column}", OLD."{column}") AND ({condition}) IS FALSE)
            THEN
                {Raise(constraint)}
            END IF;
        """;

    /// <summary>
    /// Gives the owner of the written row another version, unless the transaction has written the owner itself: what is read with the owner has changed. An owner that
    /// a later transaction has written meanwhile has one already.
    /// </summary>
    /// <param name="table">The table of the owner.</param>
    /// <param name="column">The column of the written row that names it.</param>
    protected static string Touch(string table, string column) => $"""
            UPDATE "{table}" SET "id" = "id"
            WHERE "tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND "id" IN (NEW."{column}", OLD."{column}") AND age("xmin") > 0;
        """;

    /// <summary>Removes a trigger's function, once its table is gone.</summary>
    protected static void DropFunction(MigrationBuilder migration, string name)
    {
        ArgumentNullException.ThrowIfNull(migration);
        migration.Sql($"""
            DROP FUNCTION public."{name}"();
            """);
    }

    // Names are looked up in the catalog first and in a session's own temporary tables last: nobody who writes a row can put another function or table in the way.
    private static void Function(MigrationBuilder migration, string name, string[] rules)
    {
        var body = string.Join('\n', rules);
        var mark = "$archiet$";
        while (body.Contains(mark, StringComparison.Ordinal))
        {
            mark = $"{mark[..^1]}_$";
        }
        migration.Sql($"""
            CREATE FUNCTION public."{name}"() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS {mark}
            BEGIN
            {body}
                RETURN NULL;
            END
            {mark};
            """);
    }

    private static string Changed(string[] columns) => string.Join(" OR ", columns.Select(column => $"NEW.\"{column}\" IS DISTINCT FROM OLD.\"{column}\""));

    // The message says which table and which rule, never what is in the row.
    private static string Raise(string constraint) =>
        $"RAISE EXCEPTION 'a row of \"%\" breaks \"%\"', TG_TABLE_NAME, {SqlName.Literal(constraint)} "
        + $"USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = {SqlName.Literal(constraint)};";
}
