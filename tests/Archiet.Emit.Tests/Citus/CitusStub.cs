using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>
/// A database that answers to <c>create_distributed_table</c> and refuses, as Citus 14 does by its source, what tables may not have that are distributed. It distributes nothing:
/// what it proves is that the statements are PostgreSQL's and in an order in which Citus's rules hold behind each of them.
/// </summary>
internal sealed class CitusStub
{
    public CitusStub(RoleNames roles)
    {
        ConnectionString = Postgres.CreateDatabase(roles);
        using (var connection = new NpgsqlConnection(ConnectionString))
        {
            connection.Open();
            using var role = new NpgsqlCommand($"SET ROLE \"{roles.Owner}\"", connection);
            role.ExecuteNonQuery();
            RuntimeSchema.ApplyAsync(connection, roles, CancellationToken.None).GetAwaiter().GetResult();
        }
        Postgres.Execute(ConnectionString, Rules);
    }

    /// <summary>The database as the cluster's superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>The calls, in their order, each as <c>table beside</c>.</summary>
    public IReadOnlyList<string> Calls => Postgres.Query(ConnectionString, "SELECT concat_ws(' ', relation, beside) FROM citus.distributed ORDER BY at");

    /// <summary>Runs scripts one behind another, up to the first that stops.</summary>
    public (bool Done, string Output) Run(IEnumerable<MigrationScript> scripts)
    {
        var all = "";
        foreach (var script in scripts)
        {
            var (done, output) = Postgres.Psql(ConnectionString, script.Text);
            all += output;
            if (!done)
            {
                return (false, all);
            }
        }
        return (true, all);
    }

    /// <summary>Writes as the superuser, to whom no fence is: <c>$T</c> is the tenant, <c>$1</c> and <c>$2</c> are rows.</summary>
    public void Write(string sql) => Postgres.Execute(
        ConnectionString,
        sql.Replace("$T", $"'{CitusHistory.Tenant}'", StringComparison.Ordinal).Replace("$1", $"'{new Guid(1, 0, 0, new byte[8])}'", StringComparison.Ordinal).Replace("$2", $"'{new Guid(2, 0, 0, new byte[8])}'", StringComparison.Ordinal));

    /// <summary>The one value of an answer.</summary>
    public string Read(string sql) => Postgres.Query(ConnectionString, sql).Single();

    // foreign_constraint.c, policy.c, trigger.c, table.c and create_distributed_table.c of Citus 14.0 say these.
    private const string Rules = """
        CREATE SCHEMA citus;
        GRANT USAGE ON SCHEMA citus TO public;
        CREATE TABLE citus.distributed (at serial, relation regclass UNIQUE, beside regclass);
        CREATE FUNCTION citus.refuse(of regclass, why text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'citus: % of %', why, of; END $$;

        CREATE FUNCTION citus.ask(of regclass) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            tenant smallint := (SELECT attnum FROM pg_attribute WHERE attrelid = of AND attname = 'tenant_id' AND attnotnull);
        BEGIN
            PERFORM citus.refuse(of, 'no distribution column') WHERE tenant IS NULL;
            PERFORM citus.refuse(of, 'unique ' || indexrelid::regclass) FROM pg_index
            WHERE indrelid = of AND (indisunique OR indisexclusion) AND tenant <> ALL (indkey::smallint[]);
            PERFORM citus.refuse(of, 'exclusion ' || conname) FROM pg_constraint
            WHERE conrelid = of AND contype = 'x' AND NOT EXISTS (
                SELECT FROM unnest(conkey, conexclop) AS part (key, operator) WHERE key = tenant AND operator = '=(uuid,uuid)'::regoperator);
            PERFORM citus.refuse(of, 'reference to what is not distributed, ' || conname) FROM pg_constraint
            WHERE conrelid = of AND contype = 'f' AND confrelid <> of AND confrelid NOT IN (SELECT relation FROM citus.distributed);
            PERFORM citus.refuse(of, 'reference ' || conname) FROM pg_constraint
            WHERE conrelid = of AND contype = 'f' AND NOT EXISTS (
                SELECT FROM unnest(conkey, confkey) AS part (here, there) JOIN pg_attribute ON attrelid = confrelid AND attnum = there
                WHERE here = tenant AND attname = 'tenant_id');
            PERFORM citus.refuse(of, 'action ' || conname) FROM pg_constraint
            WHERE conrelid = of AND contype = 'f' AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd', 'c'));
            PERFORM citus.refuse(of, 'policy ' || polname) FROM pg_policy
            WHERE polrelid = of AND concat(polqual::text, polwithcheck::text) LIKE '%{SUBLINK %';
            PERFORM citus.refuse(of, 'trigger ' || tgname) FROM pg_trigger
            WHERE tgrelid = of AND NOT tgisinternal AND current_setting('citus.enable_unsafe_triggers', true) IS DISTINCT FROM 'on';
        END $$;

        CREATE FUNCTION public.create_distributed_table(of regclass, by text, colocate_with text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
        DECLARE
            is_empty boolean;
        BEGIN
            PERFORM citus.refuse(of, 'distribution by another column') WHERE by <> 'tenant_id';
            PERFORM citus.refuse(of, 'partitions') FROM pg_class WHERE oid = of AND relkind <> 'r';
            EXECUTE format('SELECT NOT EXISTS (SELECT FROM %s)', of) INTO is_empty;
            PERFORM citus.refuse(of, 'rows') WHERE NOT is_empty;
            PERFORM citus.refuse(of, 'another place than that of the others') WHERE (colocate_with = 'none') = EXISTS (SELECT FROM citus.distributed);
            PERFORM citus.refuse(of, 'a reference that was there before') FROM pg_constraint WHERE contype = 'f' AND of IN (conrelid, confrelid);
            INSERT INTO citus.distributed (relation, beside) VALUES (of, nullif(colocate_with, 'none')::regclass);
            PERFORM citus.refuse(of, 'a neighbour that is not distributed') WHERE colocate_with <> 'none' AND colocate_with::regclass NOT IN (SELECT relation FROM citus.distributed);
            PERFORM citus.ask(of);
        END $$;

        CREATE FUNCTION citus.after() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
            PERFORM citus.refuse(conrelid, 'a reference from a table of one node, ' || conname) FROM pg_constraint
            WHERE contype = 'f' AND confrelid IN (SELECT relation FROM citus.distributed) AND conrelid NOT IN (SELECT relation FROM citus.distributed);
            PERFORM citus.ask(relation) FROM citus.distributed WHERE relation IN (SELECT objid FROM pg_event_trigger_ddl_commands())
               OR relation IN (SELECT indrelid FROM pg_index JOIN pg_event_trigger_ddl_commands() ON objid = indexrelid)
               OR relation IN (SELECT polrelid FROM pg_policy JOIN pg_event_trigger_ddl_commands() ON objid = pg_policy.oid)
               OR relation IN (SELECT tgrelid FROM pg_trigger JOIN pg_event_trigger_ddl_commands() ON objid = pg_trigger.oid);
        END $$;
        CREATE FUNCTION citus.dropped() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
        BEGIN
            DELETE FROM citus.distributed WHERE relation NOT IN (SELECT oid FROM pg_class);
        END $$;
        CREATE EVENT TRIGGER citus_after ON ddl_command_end EXECUTE FUNCTION citus.after();
        CREATE EVENT TRIGGER citus_dropped ON sql_drop EXECUTE FUNCTION citus.dropped();
        """;
}
