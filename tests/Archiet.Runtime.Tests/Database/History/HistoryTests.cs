using Archiet.Runtime.Tests.People.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>Starts of builds with a history over databases of other builds.</summary>
public sealed class HistoryTests
{
    [Test]
    public async Task Migrations_are_applied_in_their_order_each_with_its_time()
    {
        var database = await ClubDatabase.CreateAsync();

        await using var host = await StartAsync(database, "start,email,byHand,city");

        string[] ids = [ClubHistories.Start, ClubHistories.Email, $"{ClubHistories.Email}.02", $"{ClubHistories.Email}.03", $"{ClubHistories.Email}.04", ClubHistories.ByHand, ClubHistories.City, $"{ClubHistories.City}.02"];
        Assert.That(await ClubCatalog.IdsAsync(database), Is.EqualTo(string.Join(' ', ids)));
        Assert.That(
            host.Log.All.Where(line => line.Contains("[Applied]", StringComparison.Ordinal)).Select((line, at) => line.Contains($"{ids[at]} in ", StringComparison.Ordinal) && line.Contains($"({at + 1} of 8)", StringComparison.Ordinal)),
            Is.EqualTo(ids.Select(_ => true)));
        Assert.That(await database.ScalarAsync<string>("SELECT string_agg(DISTINCT content_hash, '' ORDER BY content_hash) FROM archiet.history"), Is.EqualTo(ClubHistories.Hash('a') + ClubHistories.Hash('c') + ClubHistories.Hash('d')));
    }

    [Test]
    public async Task A_start_that_finds_everything_asks_one_question_and_needs_no_migrator()
    {
        var database = await MigratedAsync("start,email");
        using var count = new StatementCount(_ => { });

        await using var host = await StartAsync(database, "start,email", migrator: false);

        // The one question, whether people can sign in, and the key of the cursors.
        Assert.That(count.Texts, Has.Count.EqualTo(3));
        Assert.That(count.Texts[0], Does.Contain("archiet.applied()"));
    }

    [Test]
    public async Task A_migration_written_by_hand_is_missed_like_any_other()
    {
        var database = await MigratedAsync("start,email");

        Assert.That(Refused(database, "start,email,byHand", migrator: false).Message, Does.Contain("ArchietMigrator"));
        await using var host = await StartAsync(database, "start,email,byHand");
        Assert.That(await database.ScalarAsync<bool>("SELECT to_regclass('notes') IS NOT NULL"), Is.True);
    }

    [Test]
    public async Task A_sealed_migration_of_another_hash_is_refused_with_both()
    {
        var database = await MigratedAsync("start");

        foreach (var environment in new[] { "Production", "Development" })
        {
            Assert.That(
                Refused(database, "otherStart", environment).Message,
                Does.Contain(ClubHistories.Start).And.Contain(ClubHistories.Hash('a')).And.Contain(ClubHistories.Hash('b')).And.Contain("Nothing was changed"));
        }
    }

    [Test]
    public async Task Two_branches_on_one_database_are_refused_by_their_names()
    {
        var database = await MigratedAsync("start,city");

        Assert.That(Refused(database, "start,email").Message, Does.Contain(ClubHistories.City).And.Contain(ClubHistories.Email));
        Assert.That(await ClubCatalog.IdsAsync(database), Does.Not.Contain(ClubHistories.Email));
    }

    [Test]
    public async Task What_was_applied_before_it_was_put_behind_another_takes_its_new_id()
    {
        var database = await MigratedAsync("start,city");

        await using var host = await StartAsync(database, "start,email,lateCity");

        Assert.That(await ClubCatalog.IdsAsync(database), Is.EqualTo($"{ClubHistories.Start} {ClubHistories.Email} {ClubHistories.Email}.02 {ClubHistories.Email}.03 {ClubHistories.Email}.04 {ClubHistories.LateCity} {ClubHistories.LateCity}.02"));
        Assert.That(await database.ScalarAsync<string>($"SELECT string_agg(id, ' ' ORDER BY id COLLATE \"C\") FROM archiet.history WHERE content_hash = '{ClubHistories.Hash('d')}'"), Is.EqualTo($"{ClubHistories.LateCity} {ClubHistories.LateCity}.02"));
        Assert.That(host.Log.All, Has.Some.Contains("[Rebased]").And.Some.Contains("migrations to apply: 4"));
    }

    [Test]
    public async Task Beneath_a_newer_release_too()
    {
        var database = await MigratedAsync("start,city,trophies");

        await using var host = await StartAsync(database, "start,lateCity");

        Assert.That(await ClubCatalog.IdsAsync(database), Is.EqualTo($"{ClubHistories.Start} {ClubHistories.Trophies} {ClubHistories.LateCity} {ClubHistories.LateCity}.02"));
        Assert.That(host.Log.All, Has.Some.Contains("[NewerAndBreaking]").And.Some.Contains(ClubHistories.Trophies));
    }

    [TestCase("start,city,trophies", "SELECT 1", TestName = "A_fork_stays_one_where_something_else_is_unknown")]
    [TestCase("start,city", "DELETE FROM archiet.migrations WHERE \"MigrationId\" LIKE '%_city.02'", TestName = "A_fork_stays_one_where_a_phase_was_not_reached")]
    [TestCase("start,city", "UPDATE archiet.history SET content_hash = 'other' WHERE id LIKE '%_city.02'", TestName = "A_fork_stays_one_where_a_phase_did_something_else")]
    public async Task A_fork_stays_one(string applied, string meanwhile)
    {
        var database = await MigratedAsync(applied);
        await PostgresFixture.ExecuteAsync(database.Superuser, meanwhile);
        var before = await ClubCatalog.ReadAsync(database);

        Assert.That(Refused(database, "start,email,lateCity").Message, Does.Contain("two branches").And.Contain(ClubHistories.City));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));
    }

    [Test]
    public async Task What_was_pending_takes_its_sealed_id()
    {
        var database = await MigratedAsync("start,pendingCity");
        Assert.That(await ClubCatalog.IdsAsync(database), Does.EndWith("99991231235959_pending 99991231235959_pending.02"));

        await using var host = await StartAsync(database, "start,city");

        Assert.That(await ClubCatalog.IdsAsync(database), Is.EqualTo($"{ClubHistories.Start} {ClubHistories.City} {ClubHistories.City}.02"));
        Assert.That(await database.ScalarAsync<string>("SELECT string_agg(id || (down_sql IS NULL)::text, ' ' ORDER BY id COLLATE \"C\") FROM archiet.history"), Is.EqualTo($"{ClubHistories.Start}true {ClubHistories.City}true {ClubHistories.City}.02true"));
        Assert.That(host.Log.All, Has.Some.Contains("[TakenOver]").And.None.Contains("[Migrating]"));
    }

    [Test]
    public async Task Of_what_was_pending_the_phases_that_were_not_reached_follow_under_the_sealed_id()
    {
        var database = await MigratedAsync("start,pendingCity");
        await PostgresFixture.ExecuteAsync(database.Superuser, $"""
            DROP INDEX ix_clubs_city;
            DELETE FROM archiet.migrations WHERE "MigrationId" = '{EmittedMigration.PendingId}.02';
            DELETE FROM archiet.history WHERE id = '{EmittedMigration.PendingId}.02';
            """);

        await using var host = await StartAsync(database, "start,city");

        Assert.That(await ClubCatalog.ReadAsync(database), Does.Contain($"applied {ClubHistories.City}.02").And.Contain("ix_clubs_city").And.Not.Contain("pending"));
    }

    [Test]
    public async Task Pending_changes_that_changed_are_undone_in_development_and_the_new_ones_applied()
    {
        var database = await MigratedAsync("start,pendingCity");
        await PostgresFixture.ExecuteAsync(database.Superuser, "INSERT INTO clubs (tenant_id, id, name, city) SELECT id, id, 'Rovers', 'Dover' FROM gen_random_uuid() AS id");

        await using var host = await StartAsync(database, "start,pendingTown", "Development");

        Assert.That(host.Log.All, Has.Some.Contains("Warning").And.Some.Contains("[Undoing]"));
        Assert.That(await ClubCatalog.ReadAsync(database), Does.Contain("column clubs.town").And.Not.Contain("city"));
        Assert.That(await database.ScalarAsync<string>("SELECT name FROM clubs"), Is.EqualTo("Rovers"));
    }

    [Test]
    public async Task Pending_changes_with_nothing_sealed_beneath_are_left_as_they_are()
    {
        var database = await ClubDatabase.CreateAsync();
        await using (var host = await ClubHost.StartAsync(database))
        {
            await host.CreateClubAsync("rovers");
        }

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ClubHost.StartAsync<EditedClubApp>(database, "Development"));

        Assert.That(refusal!.Message, Does.Contain("remove every table").And.Contain("ArchietSealMigration"));
        Assert.That(await database.ScalarAsync<long>("SELECT count(*) FROM players"), Is.EqualTo(2));
    }

    [Test]
    public async Task Pending_changes_that_are_gone_from_the_genome_are_undone_in_development()
    {
        var database = await MigratedAsync("start,pendingCity");

        await using var host = await StartAsync(database, "start", "Development");

        Assert.That(await ClubCatalog.ReadAsync(database), Does.Not.Contain("city").And.Not.Contain("pending"));
    }

    [Test]
    public async Task Pending_changes_that_changed_are_refused_elsewhere()
    {
        var database = await MigratedAsync("start,pendingCity");
        var before = await ClubCatalog.ReadAsync(database);

        Assert.That(Refused(database, "start,pendingTown").Message, Does.Contain("not sealed").And.Contain("ArchietSealMigration"));
        Assert.That(await ClubCatalog.ReadAsync(database), Is.EqualTo(before));
    }

    [Test]
    public async Task Pending_changes_that_the_data_does_not_take_are_refused_with_the_remedy()
    {
        var database = await MigratedAsync("start,pendingTown");
        await PostgresFixture.ExecuteAsync(database.Superuser, "INSERT INTO clubs (tenant_id, id, name) SELECT id, id, 'Rovers' FROM gen_random_uuid() AS id");

        Assert.That(Refused(database, "start,pendingRequired", "Development").Message, Does.Contain("contains null values").And.Contain("name another database"));
    }

    [Test]
    public async Task Beneath_a_newer_release_that_breaks_nothing_all_is_served()
    {
        var database = await MigratedAsync("start,city");

        await using var host = await StartAsync(database, "start");
        var people = await host.CreateClubAsync("rovers");

        Assert.That(host.Log.All, Has.Some.Contains("Information").And.Some.Contains("[Newer]").And.Some.Contains(ClubHistories.City));
        using var made = await host.SendAsync("POST", "/api/players", await host.CookieAsync(people.ManagerEmail), """{"name": "New", "shirt": "09A"}""");
        Assert.That((int)made.StatusCode, Is.EqualTo(201));
    }

    [Test]
    public async Task Beneath_a_newer_release_that_breaks_reads_are_served_and_writes_refused_also_by_one_that_ran_already()
    {
        var database = await MigratedAsync("start");
        await using var running = await StartAsync(database, "start");
        var people = await running.CreateClubAsync("rovers");
        await using (await StartAsync(database, "start,trophies"))
        {
        }
        await using var late = await StartAsync(database, "start");

        foreach (var host in new[] { late, running })
        {
            var health = await host.JsonAsync("/health/ready", null);
            Assert.That(health.GetProperty("status").GetString(), Is.EqualTo("readOnly"));
            Assert.That(host.Log.All.Count(line => line.Contains("[NewerAndBreaking]", StringComparison.Ordinal) && line.Contains(ClubHistories.Trophies, StringComparison.Ordinal)), Is.EqualTo(1));
            var cookie = await host.CookieAsync(people.ManagerEmail);
            Assert.That(await host.StatusAsync("/api/players", cookie), Is.EqualTo(200));
            Assert.That(await host.StatusAsync("/own/players", cookie), Is.EqualTo(200));
            foreach (var (method, path) in new[] { ("POST", "/api/players"), ("POST", "/own/anything") })
            {
                using var refused = await host.SendAsync(method, path, cookie, """{"name": "New", "shirt": "09A"}""");
                Assert.That((int)refused.StatusCode, Is.EqualTo(503));
                Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:schemaNewer"));
            }
            Assert.ThrowsAsync<SchemaNewerException>(() => host.CreateClubAsync("late"));
            await using var clubs = host.Services.GetRequiredService<ITenantContextFactory<ClubContext>>().Create(people.Tenant);
            (await clubs.Players.FirstAsync()).Name = "Other";
            Assert.ThrowsAsync<SchemaNewerException>(() => clubs.SaveChangesAsync());
            Assert.Throws<SchemaNewerException>(() => clubs.SaveChanges());
            Assert.ThrowsAsync<SchemaNewerException>(() => clubs.Players.ExecuteUpdateAsync(all => all.SetProperty(player => player.Name, "Other")));
            Assert.Throws<SchemaNewerException>(() => clubs.Players.ExecuteDelete());
        }
        Assert.That(await database.ScalarAsync<long>("SELECT count(*) FROM players WHERE name = 'Other'"), Is.Zero);
    }

    [Test]
    public async Task What_needs_a_column_that_a_much_newer_release_took_away_is_told_so_and_all_else_is_served()
    {
        var database = await MigratedAsync("start");
        await using var running = await StartAsync(database, "start");
        var people = await running.CreateClubAsync("rovers");
        var cookie = await running.CookieAsync(people.ManagerEmail);
        Assert.That(await running.StatusAsync("/api/players", cookie), Is.EqualTo(200));
        await using (await StartAsync(database, "start,noShirts"))
        {
        }

        foreach (var (method, path) in new[] { ("GET", "/api/players"), ("POST", "/api/players") })
        {
            using var refused = await running.SendAsync(method, path, cookie, method == "GET" ? null : """{"name": "New", "shirt": "09A"}""");
            Assert.That((int)refused.StatusCode, Is.EqualTo(503), path);
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:schemaNewer").And.Contain("something is gone"));
        }
        Assert.That(running.Log.All, Has.Some.Contains("[Newer]").And.Some.Contains(ClubHistories.NoShirts).And.None.Contains("failed"));
        Assert.That((await running.JsonAsync("/health/ready", null)).GetProperty("status").GetString(), Is.EqualTo("ready"));
        Assert.That(await running.StatusAsync("/auth/session", cookie), Is.EqualTo(200));
    }

    [Test]
    public async Task What_a_long_statement_says_of_itself_is_in_the_log()
    {
        var database = await MigratedAsync("start");

        await using var host = await StartAsync(database, "start,telling");

        Assert.That(host.Log.All.Where(static line => line.Contains("[Progress]", StringComparison.Ordinal)), Has.Exactly(1).Items.And.All.Contains(ClubHistories.Telling).And.All.Contains("10000 rows are filled in players.name"));
        Assert.That(host.Log.All, Has.None.Contains("nobody asked"));
    }

    [Test]
    public async Task A_column_that_was_never_there_is_a_failure_of_the_build()
    {
        var database = await MigratedAsync("start");
        await using var running = await StartAsync(database, "start");
        var people = await running.CreateClubAsync("rovers");
        await PostgresFixture.ExecuteAsync(database.Superuser, "ALTER TABLE players DROP COLUMN shirt");

        Assert.That(await running.StatusAsync("/api/players", await running.CookieAsync(people.ManagerEmail)), Is.EqualTo(500));
    }

    [Test]
    public async Task What_is_locked_is_waited_for_without_standing_in_anybodys_way()
    {
        var database = await MigratedAsync("start");
        await using var holder = new NpgsqlConnection(database.Superuser);
        await holder.OpenAsync();
        await using (var hold = new NpgsqlCommand("BEGIN; SELECT count(*) FROM players", holder))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var start = StartAsync(database, "start,email");
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.That(await database.ScalarAsync<long>("SELECT count(*) FROM players"), Is.Zero, "Reads go on.");
        await using (var release = new NpgsqlCommand("COMMIT", holder))
        {
            await release.ExecuteNonQueryAsync();
        }

        await using var host = await start;
        Assert.That(host.Log.All, Has.Some.Contains("[Blocked]").And.Some.Contains("[Migrated]"));
    }

    private static async Task<ClubDatabase> MigratedAsync(string build)
    {
        var database = await ClubDatabase.CreateAsync();
        Assert.That(await MigrationWorker.MigrateAsync(build, database.Migrator), Is.EqualTo("done"));
        return database;
    }

    private static Task<ClubHost> StartAsync(ClubDatabase database, string build, string environment = "Production", bool migrator = true)
    {
        var settings = new Dictionary<string, string?> { ["history"] = build };
        if (!migrator)
        {
            settings["ConnectionStrings:ArchietMigrator"] = "";
        }
        return ClubHost.StartAsync<ClubApp>(database, environment, settings: settings);
    }

    private static ArchietStartupException Refused(ClubDatabase database, string build, string environment = "Production", bool migrator = true) =>
        Assert.ThrowsAsync<ArchietStartupException>(() => StartAsync(database, build, environment, migrator))!;
}
