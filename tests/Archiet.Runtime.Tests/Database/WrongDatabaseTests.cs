using Archiet.Runtime.Tests.Database.History;
using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database;

/// <summary>Starts over databases that are not the app's, or not yet.</summary>
public sealed class WrongDatabaseTests
{
    private const string Relations =
        "SELECT coalesce(string_agg(format('%s.%s', n.nspname, c.relname), ' ' ORDER BY c.oid), '') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'archiet')";

    [Test]
    public async Task Another_apps_database_is_named_as_such_and_left_as_it_is()
    {
        var harbour = await HarbourAsync();
        var before = await harbour.ScalarAsync<string>(Relations);

        Assert.That(
            Refused(harbour).Message,
            Does.Contain("harbour_owner").And.Contain(ClubSchema.Owner).And.Contain("another app").And.Contain("Nothing was changed"));
        Assert.That(await harbour.ScalarAsync<string>(Relations), Is.EqualTo(before));
    }

    [Test]
    public async Task So_is_one_that_only_the_migrator_is_led_to()
    {
        var (own, harbour) = (await ClubDatabase.CreateAsync(), await HarbourAsync());

        Assert.That(Refused(own, new() { ["ConnectionStrings:ArchietMigrator"] = harbour.Migrator }).Message, Does.Contain("ConnectionStrings:ArchietMigrator").And.Contain("another database").And.Contain("Nothing was changed"));
        Assert.That(await harbour.ScalarAsync<string>("SELECT count(*)::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"), Is.EqualTo("0"));
    }

    [Test]
    public async Task A_migrator_that_is_led_to_another_database_of_the_same_app_changes_neither()
    {
        var (own, other) = (await ClubDatabase.CreateAsync(), await ClubDatabase.CreateAsync());

        Assert.That(Refused(own, new() { ["ConnectionStrings:ArchietMigrator"] = other.Migrator }).Message, Does.Contain("ConnectionStrings:ArchietMigrator").And.Contain("another database").And.Contain("Nothing was changed"));
        foreach (var database in new[] { own, other })
        {
            Assert.That(await database.ScalarAsync<string>(Relations), Is.Empty);
        }
    }

    [Test]
    public async Task Where_nobody_may_ask_which_database_it_is_it_is_migrated_all_the_same()
    {
        var database = await ClubDatabase.CreateAsync();
        await PostgresFixture.ExecuteAsync(database.Superuser, "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");

        await using var host = await ClubHost.StartAsync(database);

        Assert.That(host.Log.All, Has.Some.Contains("[Migrated]"));
    }

    [Test]
    public async Task A_role_that_is_none_of_the_apps_is_told_whom_requests_are_served_as()
    {
        var database = await ClubDatabase.CreateAsync();
        await using (await ClubHost.StartAsync(database))
        {
        }
        await PostgresFixture.ExecuteAsync(database.Superuser, "DO $$ BEGIN CREATE ROLE club_stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");

        Assert.That(
            Refused(database, new() { ["ConnectionStrings:Archiet"] = PostgresFixture.As(database.Superuser, "club_stranger") }).Message,
            Does.Contain("\"club_stranger\"").And.Contain($"\"{ClubSchema.App}\"").And.Not.Contain("another app"));
    }

    [Test]
    public async Task A_database_in_which_the_owner_may_make_nothing_gets_nothing_and_an_administrator_is_told_what_to_run()
    {
        var database = await ClubDatabase.CreateAsync();
        await PostgresFixture.ExecuteAsync(database.Superuser, "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO postgres', current_database()); END $$");
        Assert.That(Refused(database).Message, Does.Contain("ALTER DATABASE").And.Contain($"OWNER TO \"{ClubSchema.Owner}\"").And.Contain("Nothing was changed"));

        // It may make schemas, but no table where tables are made.
        await PostgresFixture.ExecuteAsync(database.Superuser, $"DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO {ClubSchema.Owner}', current_database()); END $$");
        Assert.That(Refused(database).Message, Does.Contain($"GRANT USAGE, CREATE ON SCHEMA public TO \"{ClubSchema.Owner}\"").And.Contain("Nothing was changed"));
        Assert.That(await database.ScalarAsync<bool>("SELECT to_regnamespace('archiet') IS NULL"), Is.True);

        await PostgresFixture.ExecuteAsync(database.Superuser, $"GRANT USAGE, CREATE ON SCHEMA public TO \"{ClubSchema.Owner}\"");
        await using var host = await ClubHost.StartAsync(database);
    }

    [TestCase("Production")]
    [TestCase("Development")]
    public async Task A_build_that_knows_nothing_of_what_is_there_is_refused_also_where_nothing_of_its_own_is_sealed(string environment)
    {
        var database = await ClubDatabase.CreateAsync();
        Assert.That(await MigrationWorker.MigrateAsync("start", database.Migrator), Is.EqualTo("done"));
        var before = await ClubCatalog.ReadAsync(database);

        Assert.That(Refused(database, environment: environment).Message, Does.Contain(ClubHistories.Start).And.Contain("does not know").And.Contain("Nothing was changed"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));
    }

    private static ArchietStartupException Refused(ClubDatabase database, Dictionary<string, string?>? settings = null, string environment = "Production") =>
        Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<ClubApp>(database, environment, settings: settings))!;

    /// <summary>The database of another app on the same server.</summary>
    private static async Task<ClubDatabase> HarbourAsync()
    {
        var database = await ClubDatabase.CreateAsync();
        var roles = new RoleNames("Harbour");
        foreach (var role in roles.RoleStatements())
        {
            await PostgresFixture.ExecuteAsync(database.Superuser, $"DO $$ BEGIN {role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        await PostgresFixture.ExecuteAsync(database.Superuser, $"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO {roles.Owner}', current_database()); END $$");
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using (var become = new NpgsqlCommand($"SET ROLE {roles.Owner}", connection))
        {
            await become.ExecuteNonQueryAsync();
        }
        await RuntimeSchema.ApplyAsync(connection, roles, CancellationToken.None);
        return database;
    }
}
