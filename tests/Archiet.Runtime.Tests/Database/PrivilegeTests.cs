using Archiet.Runtime.Tests.People.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database;

/// <summary>What the app's role can do by itself, should someone get statements of theirs to run as it.</summary>
public sealed class PrivilegeTests
{
    private ClubDatabase database = null!;
    private ClubPeople rovers = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await ClubDatabase.CreateAsync();
        await using var host = await ClubHost.StartAsync(database);
        rovers = await host.CreateClubAsync("rovers");
    }

    [TestCase("SELECT * FROM archiet.accounts")]
    [TestCase("SELECT password_hash FROM archiet.accounts")]
    [TestCase("SELECT * FROM archiet.memberships")]
    [TestCase("SELECT * FROM archiet.sessions")]
    [TestCase("SELECT * FROM archiet.tenants")]
    [TestCase("SELECT * FROM archiet.keys")]
    [TestCase("SELECT * FROM archiet.history")]
    [TestCase("SELECT * FROM archiet.runtime")]
    [TestCase("SELECT * FROM archiet.migrations")]
    [TestCase("DELETE FROM archiet.migrations")]
    [TestCase("UPDATE archiet.memberships SET roles = '{manager}'")]
    [TestCase("INSERT INTO archiet.sessions SELECT * FROM archiet.sessions")]
    [TestCase("TRUNCATE players")]
    [TestCase("ALTER TABLE players DISABLE ROW LEVEL SECURITY")]
    [TestCase("ALTER TABLE players NO FORCE ROW LEVEL SECURITY")]
    [TestCase("DROP POLICY tenant_isolation ON players")]
    [TestCase("DROP TABLE players")]
    [TestCase("CREATE TABLE mine (id integer)")]
    [TestCase("CREATE TABLE archiet.mine (id integer)")]
    [TestCase("CREATE FUNCTION archiet.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'")]
    [TestCase("CREATE OR REPLACE FUNCTION archiet.end_session(session_hash bytea) RETURNS void LANGUAGE sql AS ''")]
    [TestCase("SET ROLE sports_club_owner")]
    [TestCase("SET ROLE sports_club_migrator")]
    [TestCase("SET ROLE sports_club_provisioner")]
    [TestCase("SET ROLE sports_club_login")]
    [TestCase("SET SESSION AUTHORIZATION postgres")]
    [TestCase("SELECT * FROM archiet.enter_login('manager@rovers.example', '', now())")]
    [TestCase("SELECT archiet.forget_attempts('manager@rovers.example', '')")]
    [TestCase("SELECT * FROM archiet.attempts")]
    [TestCase("SELECT archiet.attempt('manager@rovers.example', '', now())")]
    [TestCase("SELECT * FROM archiet.enter_password_change(sha256('mine'), '', now(), interval '1 day')")]
    [TestCase("SELECT archiet.change_password(sha256('mine'), sha256('yours'), 'hash', 'mine', '', now(), interval '1 day')")]
    [TestCase("SELECT archiet.account_of('manager@rovers.example')")]
    [TestCase("SELECT archiet.begin_session(sha256('mine'), gen_random_uuid(), 'hash', NULL, now(), now() + interval '1 day', interval '1 day')")]
    [TestCase("SELECT archiet.renew_password_hash(gen_random_uuid(), 'hash', 'mine')")]
    [TestCase("SELECT archiet.create_tenant(gen_random_uuid(), 'mine', now())")]
    [TestCase("SELECT * FROM archiet.tenants_after(NULL, 1)")]
    [TestCase("SELECT archiet.create_account(gen_random_uuid(), 'a@b.example', 'a@b.example', 'hash', now())")]
    [TestCase("SELECT archiet.set_password(gen_random_uuid(), 'hash', now())")]
    [TestCase("SELECT archiet.add_membership(gen_random_uuid(), gen_random_uuid(), '{manager}', now())")]
    [TestCase("SELECT archiet.set_roles(gen_random_uuid(), gen_random_uuid(), '{manager}')")]
    [TestCase("SELECT archiet.remove_membership(gen_random_uuid(), gen_random_uuid())")]
    public void Refused(string sql)
    {
        var refusal = Assert.ThrowsAsync<PostgresException>(() => PostgresFixture.ExecuteAsync(database.App, sql));

        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), refusal.MessageText);
    }

    [TestCase("SELECT * FROM archiet.accounts")]
    [TestCase("UPDATE archiet.memberships SET roles = '{manager}'")]
    [TestCase("SET ROLE sports_club_owner")]
    [TestCase("SET ROLE sports_club_migrator")]
    [TestCase("SET ROLE sports_club_login")]
    [TestCase("SELECT * FROM archiet.enter_login('manager@rovers.example', '', now())")]
    [TestCase("ALTER TABLE players NO FORCE ROW LEVEL SECURITY")]
    public void Refused_to_the_provisioner(string sql)
    {
        var refusal = Assert.ThrowsAsync<PostgresException>(() => PostgresFixture.ExecuteAsync(database.Provisioner, sql));

        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), refusal.MessageText);
    }

    [TestCase("SELECT * FROM archiet.accounts")]
    [TestCase("SELECT * FROM archiet.sessions")]
    [TestCase("SELECT * FROM players")]
    [TestCase("SELECT * FROM archiet.find_session(sha256('mine'), now(), interval '1 day')")]
    [TestCase("SELECT archiet.key('cursors', 'mine')")]
    [TestCase("SELECT * FROM archiet.tenants_after(NULL, 1)")]
    [TestCase("SELECT archiet.set_password(gen_random_uuid(), 'hash', now())")]
    [TestCase("SELECT archiet.add_membership(gen_random_uuid(), gen_random_uuid(), '{manager}', now())")]
    [TestCase("SET ROLE sports_club_owner")]
    [TestCase("SET ROLE sports_club_app")]
    [TestCase("CREATE TABLE mine (id integer)")]
    public void Refused_to_the_login(string sql)
    {
        var refusal = Assert.ThrowsAsync<PostgresException>(() => PostgresFixture.ExecuteAsync(database.Login, sql));

        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege), refusal.MessageText);
    }

    [Test]
    public async Task The_provisioner_sees_the_rows_of_one_tenant_as_the_app_does()
    {
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Provisioner, "SELECT count(*) FROM players"), Is.Zero);
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Provisioner, $"SET app.tenant = '{rovers.Tenant}'; SELECT count(*) FROM players"), Is.EqualTo(2));
    }

    [Test]
    public async Task Without_a_connection_of_the_provisioners_nothing_is_provisioned_and_the_error_says_what_is_missing()
    {
        await using var host = await ClubHost.StartAsync<ClubApp>(database, settings: new() { ["ConnectionStrings:ArchietProvisioner"] = "" });

        var refusal = Assert.ThrowsAsync<InvalidOperationException>(() => host.Provisioning.CreateAccountAsync("someone@rovers.example", ClubHost.Password));

        Assert.That(refusal!.Message, Does.Contain("ConnectionStrings:ArchietProvisioner").And.Contain("sports_club_provisioner"));
        Assert.ThrowsAsync<InvalidOperationException>(async () => await host.Provisioning.ListTenantsAsync().ToListAsync());
        Assert.That(await host.CookieAsync(rovers.ManagerEmail), Is.Not.Empty);
    }

    [Test]
    public async Task Without_a_tenant_or_with_the_migrators_setting_no_row_is_there()
    {
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.App, "SELECT count(*) FROM players"), Is.Zero);
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.App, "SET app.migrating = 'on'; SELECT count(*) FROM players"), Is.Zero);
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.App, $"SET app.tenant = '{rovers.Tenant}'; SELECT count(*) FROM players"), Is.EqualTo(2));
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Superuser, "SET ROLE sports_club_owner; SELECT count(*) FROM players"), Is.Zero, "FORCE holds the owner too.");
    }

    [Test]
    public async Task An_account_is_found_by_its_address_and_by_nothing_less()
    {
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Login, $"SELECT count(*) FROM archiet.enter_login('{rovers.ManagerEmail}', '', now()) WHERE id IS NOT NULL"), Is.EqualTo(1));
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Login, "SELECT count(*) FROM archiet.enter_login('%', '', now()) WHERE id IS NOT NULL"), Is.Zero);
        Assert.That(await ClubDatabase.ScalarAsync<long>(database.Login, "SELECT count(*) FROM archiet.enter_login(NULL, '', now()) WHERE id IS NOT NULL"), Is.Zero);
    }

    [Test]
    public async Task The_functions_cannot_be_led_astray_by_the_callers_search_path()
    {
        var unsafeOnes = await ClubDatabase.ScalarAsync<long>(database.Superuser, """
            SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'archiet' AND NOT 'search_path=""' = ANY (coalesce(p.proconfig, '{}'))
            """);
        Assert.That(unsafeOnes, Is.Zero);
    }

    [Test]
    public async Task Strangers_to_the_app_can_call_none_of_its_functions()
    {
        await PostgresFixture.ExecuteAsync(database.Superuser, "DO $$ BEGIN CREATE ROLE club_stranger LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");

        var refusal = Assert.ThrowsAsync<PostgresException>(
            () => PostgresFixture.ExecuteAsync(PostgresFixture.As(database.Superuser, "club_stranger"), "SELECT * FROM archiet.enter_login('x', '', now())"));

        Assert.That(refusal!.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
    }
}
