using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database;

/// <summary>The role that audits: it reads the rows of the tenant that it names, and nothing else.</summary>
public sealed class AuditorTests
{
    private ClubDatabase database = null!;
    private ClubPeople rovers = null!;
    private ClubPeople rangers = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await ClubDatabase.CreateAsync();
        await using var host = await ClubHost.StartAsync(database);
        rovers = await host.CreateClubAsync("rovers");
        rangers = await host.CreateClubAsync("rangers");
    }

    [TestCase("clubs")]
    [TestCase("players")]
    public async Task Reads_the_rows_of_one_tenant_at_a_time_and_none_without(string table)
    {
        foreach (var tenant in (Guid[])[rovers.Tenant, rangers.Tenant])
        {
            var rows = await ClubDatabase.ScalarAsync<Guid[]>(database.Auditor, $"SET app.tenant = '{tenant}'; SELECT array_agg(tenant_id) FROM {table}");
            Assert.That(rows, Is.Not.Empty.And.All.EqualTo(tenant));
        }
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Auditor, $"SELECT count(*) FROM {table}"), Is.Zero);
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Auditor, $"SET app.migrating = 'on'; SELECT count(*) FROM {table}"), Is.Zero);
    }

    [TestCase("INSERT INTO players SELECT * FROM players")]
    [TestCase("UPDATE players SET shirt = '1'")]
    [TestCase("DELETE FROM players")]
    [TestCase("SELECT * FROM players FOR UPDATE")]
    [TestCase("TRUNCATE players")]
    [TestCase("ALTER TABLE players DISABLE ROW LEVEL SECURITY")]
    [TestCase("CREATE TABLE mine (id integer)")]
    [TestCase("SET ROLE sports_club_owner")]
    [TestCase("SET ROLE sports_club_app")]
    [TestCase("SELECT password_hash FROM archiet.accounts")]
    [TestCase("SELECT * FROM archiet.sessions")]
    [TestCase("SELECT * FROM archiet.keys")]
    [TestCase("SELECT * FROM archiet.history")]
    [TestCase("SELECT * FROM archiet.migrations")]
    [TestCase("SELECT * FROM archiet.enter_login('x', '', now())")]
    [TestCase("SELECT archiet.key('x', '\\x00')")]
    public void Refused(string sql)
    {
        var refusal = Assert.ThrowsAsync<PostgresException>(() => PostgresFixture.ExecuteAsync(database.Auditor, $"SET app.tenant = '{rovers.Tenant}'; {sql}"));

        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), refusal.MessageText);
    }

    [Test]
    public async Task Reads_tables_that_were_there_before_the_runtime_knew_of_it()
    {
        await PostgresFixture.ExecuteAsync(database.Superuser, $"REVOKE ALL ON clubs, players FROM {ClubSchema.Auditor}");

        await PostgresFixture.ExecuteAsync(database.Migrator, $"SET ROLE {ClubSchema.Owner};\n{RuntimeScripts.Text(6, new(ClubApp.Name))}");

        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Auditor, $"SET app.tenant = '{rovers.Tenant}'; SELECT count(*) FROM players"), Is.EqualTo(2));
    }
}
