using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>An app that is killed, and a server that is stopped, at every place between the statements of a migration of several phases, and within one.</summary>
[NonParallelizable]
public sealed class InterruptionTests : IDisposable
{
    private const string Build = "start,email";
    private const int AtOnce = 3;

    private readonly SemaphoreSlim copying = new(1);
    private ClubDatabase started = null!;
    private string whole = "";
    private int places;

    [OneTimeSetUp]
    public async Task MigrateWithoutInterruption()
    {
        started = await ClubDatabase.CreateAsync();
        Assert.That(await MigrationWorker.MigrateAsync("start", started.Migrator), Is.EqualTo("done"));
        var control = await ClubCatalog.CopyAsync(started);
        using (var count = new StatementCount(_ => { }))
        {
            Assert.That(await MigrationWorker.MigrateAsync(Build, control.Migrator), Is.EqualTo("done"));
            places = count.Places;
        }
        whole = await ClubCatalog.ReadAsync(control);
        Assert.That(places, Is.GreaterThan(15));
        Assert.That(whole, Does.Contain("ix_players_email").And.Contain("ck_players_email CHECK ((email ~~ '%@%'::text)) valid t"));
    }

    [Test]
    public async Task An_app_that_is_killed_at_any_place_leaves_what_the_next_start_completes()
    {
        await Parallel.ForEachAsync(Enumerable.Range(1, places), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (place, _) =>
        {
            var database = await CopyAsync();
            using var worker = MigrationWorker.Start(dieAt: place);
            Assert.That(await worker.AskAsync(Build, database.Migrator), Is.Null, $"The process dies at place {place}.");

            Assert.That(await MigrationWorker.MigrateAsync(Build, database.Migrator), Is.EqualTo("done"), $"After place {place}.");
            Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(whole), $"After place {place}.");
        });
    }

    [Test]
    public async Task A_server_that_is_stopped_at_any_place_leaves_what_the_next_start_completes()
    {
        using var server = PostgresCluster.Start("synchronous_commit=on");
        var template = await ServerDatabaseAsync(server, "club", "template1");
        Assert.That(await MigrationWorker.MigrateAsync("start", template.Migrator), Is.EqualTo("done"));
        for (var place = 1; place <= places; place++)
        {
            NpgsqlConnection.ClearAllPools();
            var database = await ServerDatabaseAsync(server, $"club{place}", "club");
            var stop = place;
            using (new StatementCount(reached =>
            {
                if (reached == stop)
                {
                    server.StopAtOnce();
                }
            }))
            {
                Assert.That(await MigrationWorker.MigrateAsync(Build, database.Migrator), Does.StartWith("failed: "), $"The server goes at place {place}.");
            }
            server.StartAgain();
            NpgsqlConnection.ClearAllPools();

            Assert.That(await MigrationWorker.MigrateAsync(Build, database.Migrator), Is.EqualTo("done"), $"After place {place}.");
            Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(whole), $"After place {place}.");
        }
    }

    [Test]
    public async Task An_app_that_is_killed_while_an_index_is_made_leaves_what_the_next_start_completes()
    {
        var database = await CopyAsync();
        using var worker = MigrationWorker.Start();
        await using (await StopperAsync(database))
        {
            _ = worker.AskAsync(Build, database.Migrator);
            await IndexBegunAsync(database);
            worker.Kill();
        }

        // The server process goes on without its app, and with its lock.
        Assert.That(await MigrationWorker.MigrateAsync(Build, database.Migrator), Is.EqualTo("done"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(whole));
    }

    [Test]
    public async Task A_server_that_is_stopped_while_an_index_is_made_leaves_no_invalid_one_behind_the_next_start()
    {
        using var server = PostgresCluster.Start("synchronous_commit=on");
        var database = await ServerDatabaseAsync(server, "club", "template1");
        Assert.That(await MigrationWorker.MigrateAsync("start", database.Migrator), Is.EqualTo("done"));
        await using (await StopperAsync(database))
        {
            var interrupted = MigrationWorker.MigrateAsync(Build, database.Migrator);
            await IndexBegunAsync(database);
            server.StopAtOnce();
            Assert.That(await interrupted, Does.Contain("the next start goes on with it"));
        }
        server.StartAgain();
        NpgsqlConnection.ClearAllPools();
        Assert.That(await database.ScalarAsync<long>("SELECT count(*) FROM pg_index WHERE NOT indisvalid"), Is.EqualTo(1), "There is something to mend.");

        Assert.That(await MigrationWorker.MigrateAsync(Build, database.Migrator), Is.EqualTo("done"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(whole));
    }

    public void Dispose() => copying.Dispose();

    /// <summary>Templates are copied one at a time.</summary>
    private async Task<ClubDatabase> CopyAsync()
    {
        await copying.WaitAsync();
        try
        {
            return await ClubCatalog.CopyAsync(started);
        }
        finally
        {
            copying.Release();
        }
    }

    /// <summary>A transaction that an index which is made concurrently waits for.</summary>
    private static async Task<NpgsqlConnection> StopperAsync(ClubDatabase database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Superuser) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM clubs", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task IndexBegunAsync(ClubDatabase database)
    {
        while (await database.ScalarAsync<long>("SELECT count(*) FROM pg_index WHERE NOT indisvalid") == 0)
        {
            await Task.Delay(20);
        }
    }

    private static async Task<ClubDatabase> ServerDatabaseAsync(PostgresCluster server, string name, string template)
    {
        string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder { Host = server.SocketFolder, Database = database, Username = PostgresCluster.Superuser }.ConnectionString;
        var superuser = ConnectionTo("postgres");
        if (template == "template1")
        {
            foreach (var role in new RoleNames(ClubApp.Name).RoleStatements())
            {
                await PostgresFixture.ExecuteAsync(superuser, role);
            }
        }
        await PostgresFixture.ExecuteAsync(superuser, $"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" OWNER \"{ClubSchema.Owner}\"");
        return new(ConnectionTo(name));
    }
}
