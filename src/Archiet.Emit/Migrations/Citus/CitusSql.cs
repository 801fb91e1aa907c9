using Archiet.Sql;

namespace Archiet.Emit;

/// <summary>What is said in another way to a Citus cluster, or to it alone.</summary>
internal static class CitusSql
{
    /// <summary>
    /// What a session begins with: triggers are wanted, statements go to the nodes one behind another so that references find what the same transaction made, and
    /// <c>SET LOCAL</c> reaches them.
    /// </summary>
    public const string Session = """
        SET citus.enable_unsafe_triggers = on;
        SET citus.multi_shard_modify_mode = 'sequential';
        SET citus.propagate_set_commands = 'local';

        """;

    /// <summary>What each transaction begins with: the migrator's policy is asked on the nodes, which know nothing of the session.</summary>
    public const string Begin = "SET LOCAL app.migrating = 'on';\n";

    /// <summary>The fence of a table, as <see cref="TableSql.Policies"/> has it, but without the subqueries that make PostgreSQL ask once a statement: Citus takes none.</summary>
    public static string Policies(string table, string owner) => $"""
        ALTER TABLE {SqlText.Quote(table)} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {SqlText.Quote(table)} FORCE ROW LEVEL SECURITY;
        CREATE POLICY "tenant_isolation" ON {SqlText.Quote(table)} USING ("tenant_id" = nullif(current_setting('app.tenant', true), '')::uuid);
        CREATE POLICY "migrator" ON {SqlText.Quote(table)} TO {SqlText.Quote(owner)} USING (current_setting('app.migrating', true) = 'on')
          WITH CHECK (current_setting('app.migrating', true) = 'on');
        """;

    /// <summary>Distributes a table by its tenants.</summary>
    /// <param name="table">The table; it has no rows yet.</param>
    /// <param name="beside">A table that is distributed, with which it shares the places of its tenants; null for the app's first.</param>
    public static string Distribute(string table, string? beside) =>
        $"SELECT create_distributed_table({Regclass(table)}, 'tenant_id', colocate_with => {(beside is null ? "'none'" : Regclass(beside))});";

    /// <summary>
    /// Empties a column when the row goes that it refers to: what <c>ON DELETE SET NULL</c> does, which Citus takes of no reference that has the tenant in it. The trigger
    /// sorts before those of PostgreSQL's own references, and so comes before the reference is looked at.
    /// </summary>
    public static string Empty(EmptiedReference reference)
    {
        var name = TriggerName(reference);
        return $"""
            CREATE OR REPLACE FUNCTION public.{name}() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                UPDATE public.{SqlText.Quote(reference.Table)} SET {SqlText.Quote(reference.Column)} = NULL
                WHERE "tenant_id" = OLD."tenant_id" AND {SqlText.Quote(reference.Column)} = OLD."id";
                RETURN NULL;
            END
            $$;
            CREATE OR REPLACE TRIGGER {name} AFTER DELETE ON {SqlText.Quote(reference.Principal)} FOR EACH ROW EXECUTE FUNCTION public.{name}();
            """;
    }

    /// <summary>Takes that away.</summary>
    public static string EmptyNoMore(EmptiedReference reference) => $"""
        DROP TRIGGER IF EXISTS {TriggerName(reference)} ON {SqlText.Quote(reference.Principal)};
        DROP FUNCTION IF EXISTS public.{TriggerName(reference)}();
        """;

    private static string TriggerName(EmptiedReference reference) => SqlText.Quote("-" + reference.Name.Substring("fk".Length));

    private static string Regclass(string table) => SqlText.Literal("public." + SqlText.Quote(table));
}
