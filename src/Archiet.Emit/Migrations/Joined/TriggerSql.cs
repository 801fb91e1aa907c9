namespace Archiet.Sql;

/// <summary>What holds the rules of a genome in the database: triggers, each with a function of its own.</summary>
internal static class TriggerSql
{
    /// <summary>Makes a function; what it refuses, it refuses with the rights of whoever writes, so that row-level security is in force within it.</summary>
    /// <remarks>
    /// Names are looked up in the catalog first and in a session's own temporary tables last: nobody who writes a row can put another function or table in the way.
    /// </remarks>
    public static string Function(string name, IEnumerable<string> rules)
    {
        var body = string.Join("\n", rules);
        var mark = SqlText.Mark(body);
        return $"""
            CREATE FUNCTION public.{SqlText.Quote(name)}() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS {mark}
            BEGIN
            {body}
                RETURN NULL;
            END
            {mark};
            """;
    }

    /// <summary>Makes the trigger of a function: behind every row that is inserted or updated, or when the transaction ends.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The function and the trigger.</param>
    /// <param name="deferred">What is answered to when the transaction ends; null for at once.</param>
    public static string Trigger(string table, string name, string? deferred) => deferred is null
        ? $"CREATE TRIGGER {SqlText.Quote(name)} AFTER INSERT OR UPDATE ON {SqlText.Quote(table)} FOR EACH ROW EXECUTE FUNCTION public.{SqlText.Quote(name)}();"
        : $"CREATE CONSTRAINT TRIGGER {SqlText.Quote(name)} AFTER {deferred} ON {SqlText.Quote(table)} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.{SqlText.Quote(name)}();";

    /// <summary>Removes both.</summary>
    public static string Drop(string table, string name) => $"""
        DROP TRIGGER {SqlText.Quote(name)} ON {SqlText.Quote(table)};
        DROP FUNCTION public.{SqlText.Quote(name)}();
        """;

    /// <summary>A column that holds a state: a row begins in one, and goes from one to another along the ways that there are.</summary>
    public static string Ways(string constraint, string column, string initial, IReadOnlyCollection<(string From, string To)> ways)
    {
        var (was, now) = ("OLD." + SqlText.Quote(column), "NEW." + SqlText.Quote(column));
        var edges = ways.Count == 0
            ? ""
            : $" AND ({was}, {now}) NOT IN ({string.Join(", ", ways.Select(way => $"({SqlText.Literal(way.From)}, {SqlText.Literal(way.To)})"))})";
        return $"""
                IF TG_OP = 'INSERT' THEN
                    IF {now} <> {SqlText.Literal(initial)} THEN
                        {Raise(constraint)}
                    END IF;
                ELSIF {now} <> {was}{edges} THEN
                    {Raise(constraint)}
                END IF;
            """;
    }

    /// <summary>Columns that keep what they were given when the row was made.</summary>
    public static string Once(string constraint, IEnumerable<string> columns) => $"""
            IF TG_OP = 'UPDATE' AND ({Changed(columns)}) THEN
                {Raise(constraint)}
            END IF;
        """;

    /// <summary>A condition over <c>NEW</c> that is not false of any row as it is written.</summary>
    public static string Holds(string constraint, string condition, IReadOnlyCollection<string> columns)
    {
        var asked = columns.Count == 0 ? "" : $"(TG_OP = 'INSERT' OR {Changed(columns)}) AND ";
        return $"""
                IF {asked}({condition}) IS FALSE THEN
                    {Raise(constraint)}
                END IF;
            """;
    }

    /// <summary>A condition that is not false, when the transaction ends, of the row of a table that the written row names; of one that is gone nothing is asked.</summary>
    public static string HoldsOf(string constraint, string table, string column, string condition) => $"""
            IF EXISTS (
                SELECT FROM {SqlText.Quote(table)}
                WHERE {Within(SqlText.Quote(table) + ".", column)} AND ({condition}) IS FALSE)
            THEN
                {Raise(constraint)}
            END IF;
        """;

    /// <summary>
    /// Gives the owner of the written row another version, unless the transaction has written the owner itself: what is read with the owner has changed. An owner that
    /// a later transaction has written meanwhile has one already.
    /// </summary>
    public static string Touch(string table, string column) => $"""
            UPDATE {SqlText.Quote(table)} SET "id" = "id"
            WHERE {Within("", column)} AND age("xmin") > 0;
        """;

    /// <summary>
    /// A reference that leads to no row that is marked as deleted when it is made, refused as if the row were gone. The row that it leads to is locked against a mark
    /// until the transaction ends, as the foreign key locks it against removal.
    /// </summary>
    public static string Live(string foreignKey, string column, string principal)
    {
        var reference = "NEW." + SqlText.Quote(column);
        return $"""
                IF {reference} IS NOT NULL AND (TG_OP = 'INSERT' OR {Changed([column])}) THEN
                    PERFORM FROM {SqlText.Quote(principal)} WHERE "tenant_id" = NEW."tenant_id" AND "id" = {reference} AND "deleted_at" IS NULL FOR SHARE;
                    IF NOT FOUND THEN
                        RAISE EXCEPTION 'a row of "%" refers to a deleted row', TG_TABLE_NAME
                            USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = {SqlText.Literal(foreignKey)};
                    END IF;
                END IF;
            """;
    }

    private static string Within(string qualifier, string column) =>
        $"""{qualifier}"tenant_id" IN (NEW."tenant_id", OLD."tenant_id") AND {qualifier}"id" IN (NEW.{SqlText.Quote(column)}, OLD.{SqlText.Quote(column)})""";

    private static string Changed(IEnumerable<string> columns) =>
        string.Join(" OR ", columns.Select(column => $"NEW.{SqlText.Quote(column)} IS DISTINCT FROM OLD.{SqlText.Quote(column)}"));

    // The message says which table and which rule, never what is in the row.
    private static string Raise(string constraint) =>
        $"RAISE EXCEPTION 'a row of \"%\" breaks \"%\"', TG_TABLE_NAME, {SqlText.Literal(constraint)} "
        + $"USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA, CONSTRAINT = {SqlText.Literal(constraint)};";
}
