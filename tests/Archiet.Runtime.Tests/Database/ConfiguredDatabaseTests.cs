using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database;

/// <summary>Starts over a database that someone else runs.</summary>
public sealed class ConfiguredDatabaseTests
{
    [Test]
    public async Task An_empty_database_is_migrated_and_the_next_start_needs_no_migrator()
    {
        var database = await ClubDatabase.CreateAsync();
        await using (var first = await ClubHost.StartAsync(database))
        {
            Assert.That(first.Log.All, Has.Some.Contains("[Migrated]"));
        }

        await using var second = await ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:ArchietMigrator"] = "" });

        Assert.That(second.Log.All, Has.None.Contains("[Migrating]"));
        Assert.That(await second.StatusAsync("/health/ready", null), Is.EqualTo(200));
    }

    [Test]
    public async Task An_empty_database_without_a_migrator_is_refused_with_the_remedy()
    {
        var database = await ClubDatabase.CreateAsync();

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(
            () => ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:ArchietMigrator"] = "" }));

        Assert.That(refusal!.Message, Does.Contain("ConnectionStrings:ArchietMigrator").And.Contain(ClubSchema.Migrator));
    }

    [Test]
    public async Task Another_builds_schema_is_refused_and_left_as_it_is()
    {
        var database = await ClubDatabase.CreateAsync();
        await using (await ClubHost.StartAsync(database))
        {
        }

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<EditedClubApp>(database));

        Assert.That(refusal!.Message, Does.Contain("not sealed").And.Contain("ArchietSealMigration").And.Contain("Nothing was changed"));
        Assert.That(await database.ScalarAsync<string>("SELECT content_hash FROM archiet.history"), Is.EqualTo(ClubSchema.Hash));
        await using var unharmed = await ClubHost.StartAsync(database);
    }

    [Test]
    public async Task Four_that_start_at_once_on_an_empty_database_migrate_it_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var database = await ClubDatabase.CreateAsync();

            // Each a little later than the one before, so that it meets the migration in another place.
            var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(async place =>
            {
                await Task.Delay(10 * place * round);
                return await ClubHost.StartAsync(database);
            }));

            Assert.That(hosts.Count(host => host.Log.All.Any(line => line.Contains("[Migrated]", StringComparison.Ordinal))), Is.EqualTo(1));
            foreach (var host in hosts)
            {
                Assert.That(await host.StatusAsync("/health/ready", null), Is.EqualTo(200));
                await host.DisposeAsync();
            }
        }
    }

    [Test]
    public async Task A_role_that_row_level_security_does_not_hold_serves_nobody()
    {
        var database = await ClubDatabase.CreateAsync();
        await PostgresFixture.ExecuteAsync(database.Superuser, "DO $$ BEGIN CREATE ROLE club_seer LOGIN BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        await PostgresFixture.ExecuteAsync(
            database.Superuser, $"DO $$ BEGIN CREATE ROLE club_doorman LOGIN IN ROLE {ClubSchema.Login}; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        foreach (var (connection, fault) in new[]
        {
            (database.Superuser, "is a superuser"), (PostgresFixture.As(database.Superuser, "club_seer"), "bypasses row-level security"), (database.Migrator, "can act as"), (database.Provisioner, "could make memberships"),
            (PostgresFixture.As(database.Superuser, "club_doorman"), "could sign in as anybody"),
        })
        {
            var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:Archiet"] = connection }));
            Assert.That(refusal!.Message, Does.Contain(fault).And.Contain(ClubSchema.App));
        }
    }

    [Test]
    public async Task An_app_by_which_nobody_can_sign_in_or_whose_login_could_do_more_does_not_listen()
    {
        var database = await ClubDatabase.CreateAsync();
        await PostgresFixture.ExecuteAsync(database.Superuser, "DO $$ BEGIN CREATE ROLE club_stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        foreach (var (connection, fault) in new[]
        {
            ("", $"CREATE ROLE \"{ClubSchema.Login}\" LOGIN;"), (database.Superuser, "is a superuser"), (database.App, $"can act as \"{ClubSchema.App}\""), (database.Auditor, "can act as"),
            (PostgresFixture.As(database.Superuser, "club_stranger"), "may sign nobody in"),
            (new NpgsqlConnectionStringBuilder(database.Login) { Database = "postgres" }.ConnectionString, "another database"),
            (new NpgsqlConnectionStringBuilder(database.Login) { Host = "/nowhere", Password = "very secret" }.ConnectionString, "does not answer"),
        })
        {
            var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:ArchietLogin"] = connection }));
            Assert.That(refusal!.Message, Does.Contain("ConnectionStrings:ArchietLogin").And.Contain(fault).And.Not.Contain("very secret"));
        }
    }

    [Test]
    public async Task A_server_of_an_older_runtime_is_told_which_role_it_lacks_and_goes_on_once_that_is_there()
    {
        var database = await ClubDatabase.CreateAsync();
        var older = Enumerable.Range(1, 6).Select(version => $"{RuntimeScripts.Text(version, new(ClubApp.Name))}\nINSERT INTO archiet.runtime (version) VALUES ({version});");
        await PostgresFixture.ExecuteAsync(database.Migrator, $"SET ROLE {ClubSchema.Owner};\n{RuntimeScripts.Beginning}\n{string.Join('\n', older)}");
        await PostgresFixture.ExecuteAsync(database.Superuser, $"ALTER ROLE {ClubSchema.Login} RENAME TO club_away");
        try
        {
            var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync(database));
            Assert.That(refusal!.Message, Does.Contain($"CREATE ROLE \"{ClubSchema.Login}\" LOGIN;"));
        }
        finally
        {
            await PostgresFixture.ExecuteAsync(database.Superuser, $"ALTER ROLE club_away RENAME TO {ClubSchema.Login}");
        }

        await using var host = await ClubHost.StartAsync(database);
        var rovers = await host.CreateClubAsync("rovers");
        Assert.That(await host.CookieAsync(rovers.ManagerEmail), Is.Not.Empty);
    }

    [Test]
    public async Task A_migrator_that_is_no_member_of_the_owner_is_told_what_an_administrator_runs()
    {
        var database = await ClubDatabase.CreateAsync();

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:ArchietMigrator"] = database.App }));

        Assert.That(refusal!.Message, Does.Contain($"CREATE ROLE \"{ClubSchema.Migrator}\" LOGIN NOINHERIT IN ROLE \"{ClubSchema.Owner}\""));
    }

    [Test]
    public async Task A_database_that_does_not_answer_is_named_and_its_password_is_not()
    {
        var database = await ClubDatabase.CreateAsync();
        var nowhere = new NpgsqlConnectionStringBuilder(database.App) { Host = "/nowhere", Password = "very secret" }.ConnectionString;

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:Archiet"] = nowhere }));

        Assert.That(refusal!.ToString(), Does.Contain("ConnectionStrings:Archiet does not answer").And.Not.Contain("very secret"));
    }

    [Test]
    public async Task Nothing_is_made_up_in_a_configured_database_even_in_development()
    {
        await using var host = await ClubHost.StartAsync(await ClubDatabase.CreateAsync(), environment: "Development");

        Assert.That(await host.ScalarAsSuperuserAsync<long>("SELECT count(*) FROM archiet.accounts"), Is.Zero);
    }
}
