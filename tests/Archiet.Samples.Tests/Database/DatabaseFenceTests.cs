using Archiet.Conformance.Worlds;
using Npgsql;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace Archiet.Samples.Tests.Database;

/// <summary>
/// The last fence, with all others switched off: whoever speaks SQL as the app's own role, past the endpoints and past Entity Framework's filters, sees and
/// writes the rows of the tenant that is set, and none where none is set.
/// </summary>
[TestFixtureSource(typeof(Stage), nameof(Stage.Samples))]
public sealed class DatabaseFenceTests(string sample)
{
    private AppDatabase database = null!;
    private IReadOnlyList<OwnedTable> tables = null!;
    private World world = null!;

    [OneTimeSetUp]
    public async Task ConnectAsync()
    {
        var stage = await Stage.OfAsync(sample);
        world = stage.World;
        database = AppDatabase.OfTheApp(stage.DevelopmentFolder, sample);
        tables = await database.OwnedTablesAsync();
    }

    [OneTimeTearDown]
    public ValueTask DisconnectAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Test]
    public void Every_table_of_the_model_belongs_to_tenants_and_forces_its_policies()
    {
        Assert.That(tables, Is.Not.Empty);
        Assert.That(tables.Where(table => !table.HasTenant || !table.IsEnabled || !table.IsForced).Select(table => table.Name), Is.Empty);
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

    [Test]
    public async Task Without_a_tenant_there_are_no_rows()
    {
        await using var connection = await database.OpenAsync();

        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                Assert.That(await connection.CountAsync(table), Is.Zero, table.Name);
            }
        });
    }

    [Test]
    public async Task With_a_tenant_there_are_its_rows_and_no_others()
    {
        var stocked = 0;
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(world.Here.Id);
                Assert.That(await connection.CountAsync(table, $"tenant_id <> '{world.Here.Id}'"), Is.Zero, table.Name);
                stocked += await connection.CountAsync(table) > 0 ? 1 : 0;
            }
        });
        Assert.That(stocked, Is.GreaterThan(tables.Count / 3), "Hardly a table has rows: the test would show nothing.");
    }

    [Test]
    public async Task The_setting_of_migrations_opens_nothing_to_the_app()
    {
        await using var connection = await database.OpenAsync();
        await connection.RunAsync("SELECT set_config('app.migrating', 'on', true), set_config('app.tenant', '', true)");

        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                Assert.That(await connection.CountAsync(table), Is.Zero, table.Name);
            }
        });
    }

    [Test]
    public async Task Another_tenants_rows_are_neither_changed_nor_removed()
    {
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(world.Here.Id);
                var theirs = $"tenant_id = '{world.There.Id}'";
                Assert.That(await connection.RunAsync($"UPDATE {table} SET tenant_id = tenant_id WHERE {theirs}"), Is.Zero, $"update of {table}");
                Assert.That(await connection.RunAsync($"DELETE FROM {table} WHERE {theirs}"), Is.Zero, $"delete from {table}");
            }
        });
    }

    [Test]
    public async Task A_row_cannot_be_written_for_another_tenant()
    {
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                if (await CopyOfTheirsAsync(table) is { } copy)
                {
                    await using var connection = await database.OpenAsync(world.Here.Id);
                    var columns = (await connection.ReadAsync(
                        $"SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''")).Single();
                    Assert.That(
                        async () => await connection.RunAsync(
                            $"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_record(NULL::{table}, $1::json)", copy),
                        Refused(PostgresErrorCodes.InsufficientPrivilege), $"insert into {table}");
                }
            }
        });
    }

    [Test]
    public async Task A_row_cannot_be_handed_to_another_tenant()
    {
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(world.Here.Id);
                if (await connection.CountAsync(table) > 0)
                {
                    Assert.That(
                        async () => await connection.RunAsync($"UPDATE {table} SET tenant_id = '{world.There.Id}'"),
                        Refused(PostgresErrorCodes.InsufficientPrivilege), $"update of {table}");
                }
            }
        });
    }

    [Test]
    public async Task A_row_cannot_refer_to_another_tenants_row()
    {
        var tried = 0;
        await Assert.MultipleAsync(async () =>
        {
            foreach (var reference in await database.ReferencesAsync())
            {
                var (own, theirs) = (await OneAsync("ctid", reference.Table, world.Here), await OneAsync("id", reference.Target, world.There));
                if (own is null || theirs is null)
                {
                    continue;
                }
                tried++;
                await using var connection = await database.OpenAsync(world.Here.Id);

                // A field that is written once refuses any other value before its key is asked.
                Assert.That(
                    async () => await connection.RunAsync($"UPDATE {reference.Table} SET {reference.Column} = '{theirs}' WHERE ctid = '{own}'"),
                    Refused(PostgresErrorCodes.ForeignKeyViolation).Or.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.CheckViolation), $"{reference.Table}.{reference.Column}");
            }
        });
        Assert.That(tried, Is.Positive);
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
        await using var connection = await database.OpenAsync(world.Here.Id);
#pragma warning disable CA1863 // Once a test: nothing is gained by keeping the format parsed.
        var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, tables[0]);
#pragma warning restore CA1863

        Assert.That(async () => await connection.RunAsync(sql), Refused(PostgresErrorCodes.InsufficientPrivilege));
    }

    private static EqualStringConstraint Refused(string state) =>
        Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(state);

    /// <summary>A row of the other tenant under a new id, as JSON; null where there is none.</summary>
    private async Task<string?> CopyOfTheirsAsync(OwnedTable table)
    {
        await using var connection = await database.OpenAsync(world.There.Id);
        var rows = await connection.ReadAsync($"SELECT (to_jsonb(t) || jsonb_build_object('id', gen_random_uuid()))::text FROM {table} t LIMIT 1");
        return rows.SingleOrDefault();
    }

    private async Task<string?> OneAsync(string column, string table, TenantWorld tenant)
    {
        await using var connection = await database.OpenAsync(tenant.Id);
        return (await connection.ReadAsync($"SELECT {column}::text FROM {table} LIMIT 1")).SingleOrDefault();
    }
}
