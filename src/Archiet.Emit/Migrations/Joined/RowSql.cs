using System.Text;

namespace Archiet.Sql;

/// <summary>What a migration does to rows.</summary>
internal static class RowSql
{
    /// <summary>The SQLSTATE of a step that reads rows in a session that sees none of them.</summary>
    public const string NotMigrating = "ARMIG";

    /// <summary>The SQLSTATE of a migration against which rows stand that are there.</summary>
    public const string RowsInTheWay = "ARROW";

    private const string Guard = $"""
        IF current_setting('app.migrating', true) IS DISTINCT FROM 'on' THEN
            RAISE EXCEPTION 'This step reads rows, and row-level security shows none of them to this session: it begins with SET app.migrating = ''on''.' USING ERRCODE = '{NotMigrating}';
        END IF;
        """;

    /// <summary>What a transaction begins with whose steps read rows: it refuses to see none, and takes the time that they take.</summary>
    public const string Begin = $"""
        DO $archiet$ BEGIN
        {Guard}
        END $archiet$;
        SET LOCAL statement_timeout = 0;
        """;

    /// <summary>What a step outside of a transaction begins with, so that it takes the time that it takes.</summary>
    public const string TakeTime = "SELECT set_config('archiet.statement_timeout', current_setting('statement_timeout'), false), set_config('statement_timeout', '0', false);";

    /// <summary>What it ends with.</summary>
    public const string GiveTimeBack = "SELECT set_config('statement_timeout', current_setting('archiet.statement_timeout'), false);";

    /// <summary>
    /// Stops where a query finds something, and says how much and by which query: no value of a row is told. It takes the time that it takes; what comes behind it in the
    /// transaction does not.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="asks">What stands against it.</param>
    /// <param name="broken">The query.</param>
    public static string Look(string table, string asks, string broken)
    {
        var message = $" in the table {SqlText.Quote(table)} against {SqlText.Quote(asks)}: this migration would be refused, and has changed nothing. Put them right first. "
            + "The owner of the tables finds them, after SET app.migrating = 'on', by: " + broken;
        var body = $"""
            DECLARE
                found bigint;
            BEGIN
                {Guard}
                SELECT count(*) INTO found FROM ({broken}) AS broken;
                IF found > 0 THEN
                    RAISE EXCEPTION USING MESSAGE = found || CASE found WHEN 1 THEN ' stands' ELSE ' stand' END || {SqlText.Literal(message)}, ERRCODE = '{RowsInTheWay}';
                END IF;
            END
            """;
        var mark = SqlText.Mark(body);
        return $"""
            SELECT set_config('archiet.look_timeout', current_setting('statement_timeout'), true), set_config('statement_timeout', '0', true);
            DO {mark}
            {body}
            {mark};
            SELECT set_config('statement_timeout', current_setting('archiet.look_timeout'), true);
            """;
    }

    /// <summary>Gives rows another value at once. What waits for the end of the transaction is asked now: until then the table could not be changed.</summary>
    public static string Fill(string table, string column, string value, string where) =>
        $"""
        UPDATE {SqlText.Quote(table)} SET {SqlText.Quote(column)} = {value} WHERE {where};
        SET CONSTRAINTS ALL IMMEDIATE;
        """;

    /// <summary>Gives rows another value, ten thousand keys at a time, each in a transaction of its own; every ten seconds it says how many were changed.</summary>
    public static string FillInBatches(string table, string column, string value, string where)
    {
        var quoted = SqlText.Quote(table);
        var update = $"UPDATE {quoted} SET {SqlText.Quote(column)} = {value} WHERE (\"tenant_id\", \"id\") >= (first_tenant, first_id)";
        var body = $"""
            DECLARE
                first_tenant uuid := '00000000-0000-0000-0000-000000000000';
                first_id uuid := '00000000-0000-0000-0000-000000000000';
                next_tenant uuid;
                next_id uuid;
                changed bigint;
                done bigint := 0;
                said timestamptz := clock_timestamp();
            BEGIN
                {Guard}
                LOOP
                    SELECT "tenant_id", "id" INTO next_tenant, next_id FROM {quoted}
                    WHERE ("tenant_id", "id") >= (first_tenant, first_id) ORDER BY "tenant_id", "id" OFFSET 10000 LIMIT 1;
                    IF NOT FOUND THEN
                        {update} AND ({where});
                        EXIT;
                    END IF;
                    {update} AND ("tenant_id", "id") < (next_tenant, next_id) AND ({where});
                    GET DIAGNOSTICS changed = ROW_COUNT;
                    done := done + changed;
                    COMMIT;
                    IF clock_timestamp() >= said + coalesce(current_setting('archiet.say_every', true), '10s')::interval THEN
                        RAISE INFO '% rows are filled in %', done, {SqlText.Literal(table + "." + column)};
                        said := clock_timestamp();
                    END IF;
                    first_tenant := next_tenant;
                    first_id := next_id;
                END LOOP;
            END
            """;
        var mark = SqlText.Mark(body);
        return "DO " + mark + "\n" + body + "\n" + mark + ";";
    }

    /// <summary>Gives every tenant a row, and in those that are there some columns its values.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns: tenant and id first.</param>
    /// <param name="values">Their values as SQL, where <c>$1</c> is the tenant.</param>
    /// <param name="renewed">The columns that a row that is there gets anew.</param>
    public static string Seed(string table, IEnumerable<string> columns, IEnumerable<string> values, IReadOnlyCollection<string> renewed)
    {
        var quoted = SqlText.Quote(table);
        var conflict = renewed.Count == 0
            ? "DO NOTHING"
            : "DO UPDATE SET " + string.Join(", ", renewed.Select(column => SqlText.Quote(column) + " = EXCLUDED." + SqlText.Quote(column)))
                + "\nWHERE (" + string.Join(", ", renewed.Select(column => quoted + "." + SqlText.Quote(column)))
                + ") IS DISTINCT FROM (" + string.Join(", ", renewed.Select(column => "EXCLUDED." + SqlText.Quote(column))) + ")";
        return $"""
            INSERT INTO {quoted} ({SqlText.List(columns)})
            SELECT {string.Join(", ", values.Select(OfTenant))} FROM archiet.tenants AS tenants ORDER BY tenants.id
            ON CONFLICT ("tenant_id", "id") {conflict};
            """;
    }

    // The tenant is a parameter where a row is made for one of them. A literal may have the same two signs in it.
    private static string OfTenant(string value)
    {
        var sql = new StringBuilder(value.Length + 8);
        var isLiteral = false;
        for (var at = 0; at < value.Length; at++)
        {
            isLiteral ^= value[at] == '\'';
            if (!isLiteral && value[at] == '$' && at + 1 < value.Length && value[at + 1] == '1')
            {
                sql.Append("tenants.id");
                at++;
                continue;
            }
            sql.Append(value[at]);
        }
        return sql.ToString();
    }
}
