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
    /// <summary>Whose session it is.</summary>
    public enum Caller
    {
        /// <summary>One tenant.</summary>
        Here,

        /// <summary>Another.</summary>
        There,

        /// <summary>A connection that was never given a tenant.</summary>
        Nobody,
    }

    private static readonly Caller[] Tenants = [Caller.Here, Caller.There];

    private AppDatabase database = null!;
    private AppDatabase server = null!;
    private IReadOnlyList<OwnedTable> tables = null!;
    private World world = null!;

    [OneTimeSetUp]
    public async Task ConnectAsync()
    {
        var stage = await Stage.OfAsync(sample);
        world = stage.World;
        database = AppDatabase.OfTheApp(stage.DevelopmentFolder, sample);
        server = AppDatabase.OfTheServer(stage.DevelopmentFolder, sample);
        tables = await database.OwnedTablesAsync();
    }

    [OneTimeTearDown]
    public async Task DisconnectAsync()
    {
        await database.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task A_session_sees_all_rows_of_its_tenant_and_no_others([Values] Caller caller)
    {
        var stocked = 0;
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(TenantOf(caller));
                var seen = await connection.CountAsync(table);
                Assert.That(seen, Is.EqualTo(await OwnedRowsAsync(table, caller)), table.Name);
                stocked += seen > 0 ? 1 : 0;
            }
        });
        if (caller != Caller.Nobody)
        {
            Assert.That(stocked, Is.GreaterThan(tables.Count / 3), "Hardly a table has rows: the test would show nothing.");
        }
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
    public async Task A_session_changes_the_rows_of_its_tenant_and_no_others([Values] Caller caller)
    {
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(TenantOf(caller));
                Assert.That(await connection.RunAsync($"UPDATE {table} SET tenant_id = tenant_id"), Is.EqualTo(await OwnedRowsAsync(table, caller)), table.Name);
            }
        });
    }

    [Test]
    public async Task A_session_removes_no_rows_but_those_of_its_tenant([Values] Caller caller)
    {
        var removed = 0;
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(TenantOf(caller));
                var owned = await OwnedRowsAsync(table, caller);
                try
                {
                    Assert.That(await connection.RunAsync($"DELETE FROM {table}"), Is.EqualTo(owned), table.Name);
                    removed += owned > 0 ? 1 : 0;
                }
                catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.ForeignKeyViolation && owned > 0)
                {
                    // The tenant's own rows, which others of its rows refer to.
                }
            }
        });
        Assert.That(removed > 0, Is.EqualTo(caller != Caller.Nobody));
    }

    [Test]
    public async Task A_session_writes_no_row_for_another_tenant([Values] Caller caller)
    {
        var tried = 0;
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                foreach (var other in Tenants.Where(tenant => tenant != caller))
                {
                    if (await CopyAsync(table, other) is { } copy)
                    {
                        tried++;
                        await using var connection = await database.OpenAsync(TenantOf(caller));
                        Assert.That(() => InsertAsync(connection, table, copy), Refused(PostgresErrorCodes.InsufficientPrivilege), $"insert of {other} into {table}");
                    }
                }
            }
        });
        Assert.That(tried, Is.Positive);
    }

    [Test]
    public async Task A_session_writes_rows_for_its_tenant()
    {
        var written = 0;
        foreach (var table in tables)
        {
            if (await CopyAsync(table, Caller.Here) is { } copy)
            {
                await using var connection = await database.OpenAsync(TenantOf(Caller.Here));
                try
                {
                    written += await InsertAsync(connection, table, copy);
                }
                catch (PostgresException refusal) when (refusal.SqlState != PostgresErrorCodes.InsufficientPrivilege)
                {
                    // A copy may be in the way of the row it is of: the fence let it through.
                }
            }
        }
        Assert.That(written, Is.Positive);
    }

    [Test]
    public async Task A_row_cannot_be_handed_to_another_tenant([Values(Caller.Here, Caller.There)] Caller caller)
    {
        var other = Tenants.Single(tenant => tenant != caller);
        await Assert.MultipleAsync(async () =>
        {
            foreach (var table in tables)
            {
                await using var connection = await database.OpenAsync(TenantOf(caller));
                if (await connection.CountAsync(table) > 0)
                {
                    Assert.That(
                        async () => await connection.RunAsync($"UPDATE {table} SET tenant_id = '{TenantOf(other)}'"),
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

    private static EqualStringConstraint Refused(string state) =>
        Throws.InstanceOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(state);

    private string? TenantOf(Caller caller) => caller switch
    {
        Caller.Here => world.Here.Id,
        Caller.There => world.There.Id,
        _ => null,
    };

    /// <summary>How many rows of a table there are for a caller to see, as the server knows it.</summary>
    private async Task<long> OwnedRowsAsync(OwnedTable table, Caller caller)
    {
        await using var connection = await server.OpenAsync();
        return TenantOf(caller) is { } tenant ? await connection.CountAsync(table, $"tenant_id = '{tenant}'") : 0;
    }

    /// <summary>A row of a tenant under a new id, as JSON; null where there is none.</summary>
    private async Task<string?> CopyAsync(OwnedTable table, Caller tenant)
    {
        await using var connection = await database.OpenAsync(TenantOf(tenant));
        var rows = await connection.ReadAsync($"SELECT (to_jsonb(t) || jsonb_build_object('id', gen_random_uuid()))::text FROM {table} t LIMIT 1");
        return rows.SingleOrDefault();
    }

    private static async Task<int> InsertAsync(AppConnection connection, OwnedTable table, string row)
    {
        var columns = (await connection.ReadAsync(
            $"SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''")).Single();
        return await connection.RunAsync($"INSERT INTO {table} ({columns}) SELECT {columns} FROM json_populate_record(NULL::{table}, $1::json)", row);
    }

    private async Task<string?> OneAsync(string column, string table, TenantWorld tenant)
    {
        await using var connection = await database.OpenAsync(tenant.Id);
        return (await connection.ReadAsync($"SELECT {column}::text FROM {table} LIMIT 1")).SingleOrDefault();
    }
}
