using Npgsql;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Database;

/// <summary>How far the app's own role reaches: to the tables of the model, behind their fence, and to nothing else. The catalogue is asked, so that no table can be forgotten.</summary>
[TestFixtureSource(typeof(Stage), nameof(Stage.Samples))]
public sealed class DatabaseReachTests(string sample)
{
    private const string Mine = "tenant_isolation (tenant_id = ( SELECT (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid AS \"nullif\"))";

    private AppDatabase database = null!;
    private IReadOnlyList<OwnedTable> tables = null!;
    private string tenant = "";

    [OneTimeSetUp]
    public async Task ConnectAsync()
    {
        var stage = await Stage.OfAsync(sample);
        tenant = stage.World.Here.Id;
        database = AppDatabase.OfTheApp(stage.DevelopmentFolder, sample);
        tables = await database.OwnedTablesAsync();
    }

    [OneTimeTearDown]
    public ValueTask DisconnectAsync() => database.DisposeAsync();

    [Test]
    public void Every_table_of_the_model_belongs_to_tenants_and_forces_its_policies()
    {
        Assert.That(tables, Is.Not.Empty);
        Assert.That(tables.Where(table => !table.HasTenant || !table.IsEnabled || !table.IsForced).Select(table => table.Name), Is.Empty);
    }

    [Test]
    public async Task Every_table_has_one_policy_for_the_app_and_it_asks_for_the_tenant()
    {
        await using var connection = await database.OpenAsync();

        var policies = await connection.ReadAsync("""
            SELECT c.relname || ': ' || p.polname || ' ' || pg_get_expr(p.polqual, p.polrelid) || coalesce(' ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
            FROM pg_class AS c LEFT JOIN pg_policy AS p ON p.polrelid = c.oid AND p.polcmd = '*'
                AND (p.polroles = '{0}' OR EXISTS (SELECT FROM unnest(p.polroles) AS role WHERE pg_has_role(role, 'MEMBER')))
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname, p.polname
            """);

        Assert.That(policies, Is.EqualTo(tables.Select(table => $"{table.Name}: {Mine}")));
    }

    [Test]
    public async Task What_the_apps_role_can_read_or_write_are_the_tables_of_the_model_and_nothing_else()
    {
        await using var connection = await database.OpenAsync();

        var reached = await connection.ReadAsync("""
            SELECT relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
            WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND relkind IN ('r', 'p', 'v', 'm', 'f') AND has_any_column_privilege(c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
               OR nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND relkind IN ('r', 'p', 'v', 'm', 'f') AND has_table_privilege(c.oid, 'DELETE, TRUNCATE, TRIGGER')
            ORDER BY relname
            """);

        Assert.That(reached, Is.EqualTo(tables.Select(table => table.Name)));
    }

    [Test]
    public async Task The_tables_of_the_runtime_and_of_histories_are_there_and_out_of_reach()
    {
        await using var connection = await database.OpenAsync(tenant);
        var own = await connection.ReadAsync("SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = 'archiet'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname");

        Assert.That(own, Is.SupersetOf((string[])["accounts", "history", "keys", "memberships", "migrations", "runtime", "sessions", "tenants"]));
        Assert.Multiple(() =>
        {
            foreach (var table in own)
            {
                foreach (var statement in (string[])[$"SELECT FROM archiet.{table}", $"INSERT INTO archiet.{table} SELECT * FROM archiet.{table}", $"DELETE FROM archiet.{table}", $"TRUNCATE archiet.{table}"])
                {
                    Assert.That(() => connection.RunAsync(statement), Refused(), statement);
                }
            }
        });
    }

    [Test]
    public async Task The_apps_role_owns_nothing_and_passes_no_policy()
    {
        await using var connection = await database.OpenAsync();

        var owned = await connection.ReadAsync("SELECT relname FROM pg_class WHERE relowner = current_user::regrole");
        var powers = await connection.ReadAsync(
            "SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)");
        var memberships = await connection.ReadAsync("SELECT roleid::regrole::text FROM pg_auth_members WHERE member = current_user::regrole");

        Assert.Multiple(() =>
        {
            Assert.That(owned, Is.Empty);
            Assert.That(powers, Is.Empty);
            Assert.That(memberships, Is.Empty);
        });
    }

    [TestCase("COMMIT", true)]
    [TestCase("ROLLBACK", true)]
    [TestCase("COMMIT", false)]
    public async Task A_pooled_connection_forgets_the_tenant(string ending, bool ofTransaction)
    {
        var stocked = await StockedTableAsync();
        var count = $"SELECT concat(pg_backend_pid(), ' ', (SELECT count(*) FROM {stocked}))";

        await using var source = database.Pool(size: 1);
        var first = await AskAsync(source, $"BEGIN; SELECT set_config('app.tenant', '{tenant}', {(ofTransaction ? "true" : "false")})", count, ending);
        var second = await AskAsync(source, "BEGIN", count, "COMMIT");

        Assert.Multiple(() =>
        {
            Assert.That(second.Split(' ')[0], Is.EqualTo(first.Split(' ')[0]), "It is the same connection.");
            Assert.That(first.Split(' ')[1], Is.Not.EqualTo("0"));
            Assert.That(second.Split(' ')[1], Is.EqualTo("0"));
        });
    }

    [Test]
    public async Task The_next_transaction_of_a_connection_has_no_tenant()
    {
        var stocked = await StockedTableAsync();

        await using var source = database.Pool(size: 1);
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, $"BEGIN; SELECT set_config('app.tenant', '{tenant}', true)");
        var within = await ExecuteAsync(connection, $"SELECT count(*) FROM {stocked}");
        await ExecuteAsync(connection, "COMMIT");

        Assert.Multiple(async () =>
        {
            Assert.That(within, Is.GreaterThan(0L));
            Assert.That(await ExecuteAsync(connection, $"SELECT count(*) FROM {stocked}"), Is.Zero);
            Assert.That(await ExecuteAsync(connection, $"UPDATE {stocked} SET id = id RETURNING 1"), Is.Null);
        });
    }

    [TestCase("ALTER TABLE {0} DISABLE ROW LEVEL SECURITY")]
    [TestCase("ALTER TABLE {0} NO FORCE ROW LEVEL SECURITY")]
    [TestCase("DROP POLICY tenant_isolation ON {0}")]
    [TestCase("TRUNCATE {0}")]
    [TestCase("DROP TABLE {0}")]
    [TestCase("ALTER TABLE {0} OWNER TO CURRENT_USER")]
    [TestCase("CREATE POLICY open ON {0} USING (true)")]
    [TestCase("CREATE TABLE public.copied AS SELECT * FROM {0}")]
    public async Task The_apps_role_cannot_take_the_fence_down(string statement)
    {
        await using var connection = await database.OpenAsync(tenant);
#pragma warning disable CA1863 // Once a test: nothing is gained by keeping the format parsed.
        var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, tables[0]);
#pragma warning restore CA1863

        Assert.That(async () => await connection.RunAsync(sql), Refused());
    }

    private async Task<OwnedTable> StockedTableAsync()
    {
        await using var connection = await database.OpenAsync(tenant);
        foreach (var table in tables)
        {
            if (await connection.CountAsync(table) > 0)
            {
                return table;
            }
        }
        throw new InvalidOperationException($"{sample} has no rows.");
    }

    private static async Task<string> AskAsync(NpgsqlDataSource source, string before, string question, string after)
    {
        await using var connection = await source.OpenConnectionAsync();
        await ExecuteAsync(connection, before);
        var answer = (string)(await ExecuteAsync(connection, question))!;
        await ExecuteAsync(connection, after);
        return answer;
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // The texts are the test's own, and names from the catalogue.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused() =>
        Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.InsufficientPrivilege);
}
