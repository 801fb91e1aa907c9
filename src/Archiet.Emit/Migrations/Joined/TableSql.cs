namespace Archiet.Sql;

/// <summary>What is said of tables in SQL, as Entity Framework has no words for it.</summary>
internal static class TableSql
{
    /// <summary>The SQLSTATE of a migration that lacks what only an administrator of the database can give; its message says what.</summary>
    public const string AdministratorNeeded = "ARADM";

    /// <summary>
    /// Adds an extension, unless an administrator has. Those that are trusted (PostgreSQL 13 and later) need no superuser: the owner of the database may add them.
    /// </summary>
    public static string Extension(string name) => $"""
        DO $$ BEGIN
            CREATE EXTENSION IF NOT EXISTS "{name}" WITH SCHEMA public;
        EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
            RAISE EXCEPTION 'The database needs the extension {name}, and its migrator may not add it: %. An administrator of the database runs once: CREATE EXTENSION "{name}" WITH SCHEMA public;', SQLERRM
                USING ERRCODE = '{AdministratorNeeded}';
        END $$;
        """;

    /// <summary>
    /// Fences a table: row-level security, forced on its owner too. A session sees the rows of the tenant it has set, none without one; only the owner's
    /// session that says it migrates sees all of them, as it must to validate references and to fill columns.
    /// </summary>
    public static string Policies(string table, string owner) => $"""
        ALTER TABLE {SqlText.Quote(table)} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {SqlText.Quote(table)} FORCE ROW LEVEL SECURITY;
        CREATE POLICY "tenant_isolation" ON {SqlText.Quote(table)} USING ("tenant_id" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
        CREATE POLICY "migrator" ON {SqlText.Quote(table)} TO {SqlText.Quote(owner)} USING ((SELECT current_setting('app.migrating', true)) = 'on')
          WITH CHECK ((SELECT current_setting('app.migrating', true)) = 'on');
        """;

    /// <summary>Ties a column to the rows of the same tenant in another table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="column">The column.</param>
    /// <param name="principal">The table that it leads to.</param>
    /// <param name="action"><c>RESTRICT</c>, <c>CASCADE</c>, or <c>SET NULL</c>: of the two columns only the reference may become null then.</param>
    /// <param name="valid">Whether it is asked of the rows that there are.</param>
    public static string Reference(string table, string name, string column, string principal, string action, bool valid) =>
        Add(table, name)
        + $"""FOREIGN KEY ("tenant_id", {SqlText.Quote(column)}) REFERENCES {SqlText.Quote(principal)} ("tenant_id", "id") ON DELETE {action}"""
        + (action == "SET NULL" ? " (" + SqlText.Quote(column) + ")" : "") + Ending(valid);

    /// <summary>Adds a check.</summary>
    public static string Check(string table, string name, string sql, bool valid) => Add(table, name) + "CHECK (" + sql + ")" + Ending(valid);

    /// <summary>
    /// Keeps rows apart that have the same values, once a statement has written all of its rows: two of them may exchange theirs. To Entity Framework it is a unique
    /// index, and an index of that name is behind it.
    /// </summary>
    public static string Unique(string table, string name, IEnumerable<string> columns) => Add(table, name) + "UNIQUE (" + SqlText.List(columns) + ") DEFERRABLE INITIALLY IMMEDIATE;";

    /// <summary>The same of a unique index that is there.</summary>
    public static string UseIndex(string table, string name) => Add(table, name) + "UNIQUE USING INDEX " + SqlText.Quote(name) + " DEFERRABLE INITIALLY IMMEDIATE;";

    /// <summary>Keeps the ranges of rows apart that have the same key: one constraint behind an index, whatever writes come at once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The constraint.</param>
    /// <param name="range">A range over columns of the row, as SQL.</param>
    /// <param name="where">Which rows count, as SQL; empty for all.</param>
    /// <param name="key">The columns, beside the tenant, whose values must be equal for two rows to be in each other's way.</param>
    public static string Exclusion(string table, string name, string range, string where, IEnumerable<string> key)
    {
        var equal = string.Concat(key.Prepend("tenant_id").Select(column => SqlText.Quote(column) + " WITH =, "));
        return Add(table, name) + "EXCLUDE USING gist (" + equal + "(" + range + ") WITH &&)" + (where.Length > 0 ? " WHERE (" + where + ");" : ";");
    }

    /// <summary>Holds all rows to a check or a reference.</summary>
    public static string Validate(string table, string name) => $"ALTER TABLE {SqlText.Quote(table)} VALIDATE CONSTRAINT {SqlText.Quote(name)};";

    /// <summary>Removes a constraint.</summary>
    public static string Drop(string table, string name, bool ifThere) =>
        $"ALTER TABLE {SqlText.Quote(table)} DROP CONSTRAINT {(ifThere ? "IF EXISTS " : "")}{SqlText.Quote(name)};";

    /// <summary>Renames a constraint, and the index that is behind it.</summary>
    public static string Rename(string table, string from, string to) =>
        $"ALTER TABLE {SqlText.Quote(table)} RENAME CONSTRAINT {SqlText.Quote(from)} TO {SqlText.Quote(to)};";

    /// <summary>Changes a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="actions">As in <c>TYPE text</c>, <c>DROP NOT NULL</c>, <c>SET DEFAULT 0</c>.</param>
    public static string Alter(string table, string column, IEnumerable<string> actions) =>
        "ALTER TABLE " + SqlText.Quote(table) + " " + string.Join(", ", actions.Select(action => "ALTER COLUMN " + SqlText.Quote(column) + " " + action)) + ";";

    /// <summary>Makes an index.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The index.</param>
    /// <param name="unique">Whether no two rows may be equal in it.</param>
    /// <param name="where">The rows that are meant, as SQL; null for all.</param>
    /// <param name="descending">The direction of each column; empty for all going up.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="concurrently">Whether writes go on meanwhile.</param>
    public static string Index(
        string table, string name, bool unique, string? where, IReadOnlyList<bool> descending, IReadOnlyList<string> columns, bool concurrently) =>
        IndexOn(SqlText.Quote(table), name, unique, where, descending, columns, concurrently);

    /// <summary>The same of a table as it is named in SQL.</summary>
    public static string IndexOn(
        string place, string name, bool unique, string? where, IReadOnlyList<bool> descending, IReadOnlyList<string> columns, bool concurrently) =>
        "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + (concurrently ? "CONCURRENTLY " : "") + SqlText.Quote(name) + " ON " + place + " ("
        + string.Join(", ", columns.Select((column, at) => SqlText.Quote(column) + (descending.Count > 0 && descending[at] ? " DESC" : ""))) + ")"
        + (where is null ? ";" : " WHERE " + where + ";");

    /// <summary>Removes an index while writes go on, if it is there: one that an earlier try began may be left behind, and is of no use.</summary>
    public static string DropIndexConcurrently(string name) => "DROP INDEX CONCURRENTLY IF EXISTS " + SqlText.Quote(name) + ";";

    private static string Add(string table, string name) => $"ALTER TABLE {SqlText.Quote(table)} ADD CONSTRAINT {SqlText.Quote(name)} ";

    private static string Ending(bool valid) => valid ? ";" : " NOT VALID;";
}
