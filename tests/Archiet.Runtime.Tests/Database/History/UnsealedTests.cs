using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>Starts of builds with changes that nobody sealed, over a database that someone else runs.</summary>
public sealed class UnsealedTests
{
    private const string Production = "Production", Development = "Development";

    [TestCase(true)]
    [TestCase(false)]
    public async Task Outside_of_development_the_process_ends_with_the_remedy_and_the_database_stays_empty(bool migrator)
    {
        var database = await ClubDatabase.CreateAsync();
        string[] connections = [$"--ConnectionStrings:Archiet={database.App}", $"--ConnectionStrings:ArchietLogin={database.Login}"];

        using var club = ClubProcess.Start(null, "Staging", [.. connections, .. migrator ? [$"--ConnectionStrings:ArchietMigrator={database.Migrator}"] : Array.Empty<string>()]);

        Assert.That((await club.ExitAsync(), club.HasStack), Is.EqualTo((1, false)), club.Output);
        Assert.That(
            club.Output,
            Does.Contain($"This build of {ClubApp.Name} has changes of the schema that are not sealed").And.Contain("dotnet build -t:ArchietSealMigration").And.Contain("Archiet:Migrations:AllowPending")
                .And.Contain("Nothing was changed").And.Not.Contain("Now listening").And.Not.Contain("ConnectionStrings:ArchietMigrator is missing"));
        Assert.That(await database.ScalarAsync<bool>("SELECT to_regnamespace('archiet') IS NULL"), Is.True);
        Assert.That(await database.ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"), Is.Zero);
    }

    [Test]
    public async Task What_was_sealed_before_is_left_as_it_is_and_rows_too()
    {
        var database = await MigratedAsync("start");
        var before = await ClubCatalog.ReadAsync(database);

        Assert.That(Refused(database, "start,pendingCity").Message, Does.Contain("are not sealed").And.Contain("ArchietSealMigration").And.Contain(MigrationOptions.AllowPendingSetting));
        Assert.That(Refused(database, "start,email,pendingCity").Message, Does.Contain("are not sealed"), "Nor is what comes before it applied.");
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));
    }

    [Test]
    public async Task What_the_database_knows_as_pending_is_not_even_renamed_where_more_is_pending()
    {
        var database = await MigratedAsync("start,pendingCity");
        var before = await ClubCatalog.ReadAsync(database);

        Assert.That(Refused(database, "start,city,pendingTown").Message, Does.Contain("are not sealed"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));
    }

    [Test]
    public async Task Where_the_setting_says_so_it_is_applied_but_nothing_of_another_build_undone()
    {
        var database = await ClubDatabase.CreateAsync();

        await using (var host = await StartAsync(database, "start,pendingCity", allow: "true"))
        {
            Assert.That(host.Log.All, Has.Some.Contains("[Migrated]"));
        }

        Assert.That(await ClubCatalog.ReadAsync(database), Does.Contain("column clubs.city").And.Contain(EmittedMigration.PendingId));
        Assert.That(Refused(database, "start,pendingTown", allow: "true").Message, Does.Contain("not those of this build"));
        Assert.That(await ClubCatalog.ReadAsync(database), Does.Contain("column clubs.city"));
    }

    [Test]
    public async Task What_is_sealed_needs_no_setting_neither_to_migrate_nor_to_start_again()
    {
        var database = await ClubDatabase.CreateAsync();
        await using (var first = await StartAsync(database, "start,email"))
        {
            Assert.That(first.Log.All, Has.Some.Contains("[Migrated]"));
        }

        await using var second = await StartAsync(database, "start,email", migrator: "");

        Assert.That(second.Log.All, Has.None.Contains("[Migrating]"));
        Assert.That(await second.StatusAsync("/health/ready", null), Is.EqualTo(200));
    }

    [Test]
    public async Task What_was_applied_unsealed_before_is_served()
    {
        var database = await MigratedAsync("start,pendingCity");

        await using var host = await StartAsync(database, "start,pendingCity", migrator: "");

        Assert.That(await host.StatusAsync("/health/ready", null), Is.EqualTo(200));
    }

    [Test]
    public async Task It_is_served_too_where_what_is_beneath_it_was_put_behind_another()
    {
        var database = await MigratedAsync("start,city,pendingTown");

        await using var host = await StartAsync(database, "start,lateCity,pendingTown");

        Assert.That(await ClubCatalog.IdsAsync(database), Is.EqualTo($"{ClubHistories.Start} {ClubHistories.LateCity} {ClubHistories.LateCity}.02 {EmittedMigration.PendingId}"));
        Assert.That(host.Log.All, Has.Some.Contains("[Rebased]").And.None.Contains("[Migrating]"));
    }

    [Test]
    public async Task What_is_there_under_a_sealed_id_is_not_applied_once_more()
    {
        var database = await MigratedAsync("start,city");
        var before = await ClubCatalog.ReadAsync(database);

        Assert.That(Refused(database, "start,pendingCity", Development).Message, Does.Contain(ClubHistories.City).And.Contain("two branches").And.Contain("Nothing was changed"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));
    }

    [Test]
    public async Task In_development_it_is_applied_unless_the_setting_forbids_it()
    {
        var database = await MigratedAsync("start");
        var before = await ClubCatalog.ReadAsync(database);
        Assert.That(Refused(database, "start,pendingCity", Development, allow: "false").Message, Does.Contain("are not sealed"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));

        await using var host = await StartAsync(database, "start,pendingCity", Development);

        Assert.That(await ClubCatalog.ReadAsync(database), Does.Contain("column clubs.city"));
    }

    [Test]
    public async Task In_development_a_database_on_another_machine_gets_it_only_where_the_setting_says_so()
    {
        var database = await MigratedAsync("start");
        var elsewhere = new NpgsqlConnectionStringBuilder(database.Migrator) { Host = "staging.invalid" }.ConnectionString;

        Assert.That(Refused(database, "start,pendingCity", Development, migrator: elsewhere).Message, Does.Contain("are not sealed").And.Contain("on this machine"));
        Assert.That(Refused(database, "start,pendingCity", Development, allow: "true", migrator: elsewhere).Message, Does.Contain("ConnectionStrings:ArchietMigrator does not answer"));
    }

    [TestCase("start,pendingCity", "start,pendingTown", TestName = "A_refused_start_leaves_an_older_runtimes_schema_alone(not those of this build)")]
    [TestCase("start,city", "start,email", TestName = "A_refused_start_leaves_an_older_runtimes_schema_alone(two branches)")]
    [TestCase("start", "otherStart", TestName = "A_refused_start_leaves_an_older_runtimes_schema_alone(another hash)")]
    [TestCase("start", "start,pendingCity", TestName = "A_refused_start_leaves_an_older_runtimes_schema_alone(not sealed)")]
    public async Task A_refused_start_leaves_an_older_runtimes_schema_alone(string applied, string build)
    {
        var database = await MigratedAsync(applied);
        await PostgresFixture.ExecuteAsync(database.Superuser, $"DELETE FROM archiet.runtime WHERE version = {RuntimeScripts.Version}");

        Assert.That(Refused(database, build).Message, Does.Contain("Nothing was changed"));
        Assert.That(await database.ScalarAsync<int>("SELECT max(version) FROM archiet.runtime"), Is.EqualTo(RuntimeScripts.Version - 1));
    }

    private static async Task<ClubDatabase> MigratedAsync(string build)
    {
        var database = await ClubDatabase.CreateAsync();
        Assert.That(await MigrationWorker.MigrateAsync(build, database.Migrator), Is.EqualTo("done"));
        return database;
    }

    /// <summary>As a start is without the setting, unless <paramref name="allow"/> gives it.</summary>
    private static Task<ClubHost> StartAsync(ClubDatabase database, string build, string environment = Production, string? allow = null, string? migrator = null)
    {
        var settings = new Dictionary<string, string?> { ["history"] = build, [MigrationOptions.AllowPendingSetting] = allow };
        if (migrator is not null)
        {
            settings["ConnectionStrings:ArchietMigrator"] = migrator;
        }
        return ClubHost.StartAsync<ClubApp>(database, environment, settings: settings);
    }

    private static ArchietStartupException Refused(ClubDatabase database, string build, string environment = Production, string? allow = null, string? migrator = null) =>
        Assert.ThrowsAsync<ArchietStartupException>(() => StartAsync(database, build, environment, allow, migrator))!;
}
