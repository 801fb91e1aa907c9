using System.Text.Json;
using Archiet.Runtime.Tests.People.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Runtime.Tests.People;

/// <summary>How tenants, accounts and members come into being, under the genome's own rules.</summary>
public sealed class ProvisioningTests
{
    private ClubHost host = null!;
    private ClubPeople rovers = null!;

    private IProvisioning Provisioning => host.Provisioning;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ClubHost.StartAsync(await ClubDatabase.CreateAsync());
        rovers = await host.CreateClubAsync("rovers");
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_fresh_database_has_nobody()
    {
        await using var fresh = await ClubHost.StartAsync(await ClubDatabase.CreateAsync());

        Assert.That(await fresh.ScalarAsSuperuserAsync<long>("SELECT count(*) FROM archiet.accounts"), Is.Zero);
        Assert.That(await fresh.ScalarAsSuperuserAsync<long>("SELECT count(*) FROM archiet.tenants"), Is.Zero);
    }

    [Test]
    public async Task A_tenant_is_a_row_of_the_tenant_entity_under_its_own_id()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);

        var clubs = await host.JsonAsync("/api/clubs", cookie);

        Assert.That(clubs.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        Assert.That(clubs.GetProperty("items")[0].GetProperty("id").GetGuid(), Is.EqualTo(rovers.Tenant));
        Assert.That(clubs.GetProperty("items")[0].GetProperty("name").GetString(), Is.EqualTo("rovers"));
    }

    [TestCase("""{}""", "required")]
    [TestCase("""{"name": "forbidden"}""", "forbidden")]
    [TestCase("""{"name": "x", "owner": 1}""", "unknown")]
    [TestCase("""{"name": 1}""", "type")]
    [TestCase("""[]""", "type")]
    public async Task A_tenant_that_the_entity_would_not_take_is_not_made(string fields, string code)
    {
        var before = await host.ScalarAsSuperuserAsync<long>("SELECT count(*) FROM archiet.tenants");

        var refusal = Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.CreateTenantAsync("some", ClubHost.Json(fields)));

        Assert.That(refusal!.Message, Does.Contain($"\"code\":\"{code}\""));
        Assert.That(await host.ScalarAsSuperuserAsync<long>("SELECT count(*) FROM archiet.tenants"), Is.EqualTo(before));
    }

    [Test]
    public async Task All_tenants_are_listed_in_the_order_in_which_they_were_made_beyond_a_page_too()
    {
        await using var other = await ClubHost.StartAsync(await ClubDatabase.CreateAsync());
        var first = await other.Provisioning.CreateTenantAsync("first", ClubHost.Json("""{"name": "first"}"""));
        await other.ExecuteAsSuperuserAsync("""
            INSERT INTO archiet.tenants SELECT ('ffffffff-' || lpad(to_hex(n), 4, '0') || '-7000-8000-000000000000')::uuid, 'later', now() FROM generate_series(1, 2000) AS n
            """);

        var tenants = await other.Provisioning.ListTenantsAsync().ToListAsync();

        Assert.That(tenants, Has.Count.EqualTo(2001).And.Unique);
        Assert.That(tenants[0], Is.EqualTo(first));
        Assert.That(tenants, Is.EqualTo(tenants.OrderBy(tenant => tenant.ToString(), StringComparer.Ordinal)));
    }

    [Test]
    public async Task Work_in_every_tenant_sees_the_rows_of_each_and_of_no_other()
    {
        var counts = new Dictionary<Guid, int>();
        var contexts = host.Services.GetRequiredService<ITenantContextFactory<ClubContext>>();

        await foreach (var tenant in Provisioning.ListTenantsAsync())
        {
            await using var club = contexts.Create(tenant);
            counts[tenant] = await club.Players.CountAsync();
        }

        Assert.That(counts[rovers.Tenant], Is.Positive);
        Assert.That(counts.Values.Sum(), Is.EqualTo(await host.ScalarAsSuperuserAsync<long>("SELECT count(*) FROM players")));
    }

    [Test]
    public async Task A_member_whose_row_is_refused_leaves_no_membership()
    {
        var account = await Provisioning.CreateAccountAsync("late@rovers.example", ClubHost.Password);

        var refusal = Assert.ThrowsAsync<ProvisioningException>(
            () => Provisioning.AddMemberAsync(rovers.Tenant, account, [ClubApp.Scout], ClubHost.Json("""{"name": "Late", "shirt": "01A"}""")));

        Assert.That(refusal!.Message, Does.Contain("/shirt").And.Contain("This shirt is taken."));
        Assert.That(await host.ScalarAsSuperuserAsync<long>($"SELECT count(*) FROM archiet.memberships WHERE account_id = '{account}'"), Is.Zero);
    }

    [Test]
    public void A_role_that_the_genome_does_not_know_is_refused()
    {
        Assert.That(
            Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.AddMemberAsync(rovers.Tenant, rovers.Manager, ["emperor"], default))!.Message,
            Does.Contain("no role 'emperor'"));
        Assert.That(
            Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.SetRolesAsync(rovers.Tenant, rovers.Manager, ["Manager"]))!.Message,
            Does.Contain("no role 'Manager'"));
    }

    [Test]
    public void An_address_belongs_to_one_account()
    {
        Assert.That(
            Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.CreateAccountAsync(rovers.ManagerEmail.ToUpperInvariant(), ClubHost.Password))!.Message,
            Does.Contain("/email").And.Contain("unique"));
        Assert.That(Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.CreateAccountAsync("no address", "short"))!.Message, Does.Contain("/email").And.Contain("/password"));
    }

    [Test]
    public void What_is_not_there_is_refused()
    {
        var nobody = Guid.NewGuid();
        var player = ClubHost.Json("""{"name": "No", "shirt": "77A"}""");
        Assert.Multiple(() =>
        {
            Assert.That(Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.AddMemberAsync(rovers.Tenant, nobody, [], player))!.Message, Does.Contain("/account"));
            Assert.That(Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.AddMemberAsync(nobody, rovers.Manager, [], player))!.Message, Does.Contain("/tenant"));
            Assert.That(Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.AddMemberAsync(rovers.Tenant, rovers.Manager, [], player))!.Message, Does.Contain("belongs to the tenant already"));
            Assert.That(Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.SetRolesAsync(nobody, rovers.Manager, []))!.Message, Does.Contain("does not belong"));
            Assert.That(Assert.ThrowsAsync<ProvisioningException>(() => Provisioning.ChangePasswordAsync(nobody, ClubHost.Password))!.Message, Does.Contain("no such account"));
        });
    }

    [Test]
    public async Task A_removed_member_leaves_the_row_that_others_refer_to()
    {
        var account = await Provisioning.CreateAccountAsync("retired@rovers.example", ClubHost.Password);
        var member = await Provisioning.AddMemberAsync(rovers.Tenant, account, [ClubApp.Scout], ClubHost.Json("""{"name": "Retired", "shirt": "60A"}"""));

        await Provisioning.RemoveMemberAsync(rovers.Tenant, account);

        Assert.That(await host.ScalarAsSuperuserAsync<long>($"SELECT count(*) FROM players WHERE id = '{member}' AND account_id IS NULL"), Is.EqualTo(1));
        using var login = await host.LoginAsync("retired@rovers.example");
        Assert.That(await login.Content.ReadAsStringAsync(), Does.Contain("\"tenant\":null"), "The account still is, without a tenant.");
    }

    [Test]
    public async Task A_new_password_is_the_only_one()
    {
        await Provisioning.ChangePasswordAsync(rovers.Scout, "another long and quiet evening");

        using var old = await host.LoginAsync(rovers.ScoutEmail);
        using var fresh = await host.LoginAsync(rovers.ScoutEmail, "another long and quiet evening");
        Assert.That(((int)old.StatusCode, (int)fresh.StatusCode), Is.EqualTo((401, 200)));
    }

    [Test]
    public async Task A_refusal_stops_a_request_with_its_findings()
    {
        using var response = await host.SendAsync("POST", "/own/clubs", await host.CookieAsync(rovers.ManagerEmail), "{}");

        Assert.That((int)response.StatusCode, Is.EqualTo(422));
        Assert.That(JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString(), Is.EqualTo("/name"));
    }

    [Test]
    public async Task A_command_provisions_without_serving()
    {
        var database = await ClubDatabase.CreateAsync();

        await using (var command = ClubHost.Build(database))
        {
            await command.Services.GetRequiredService<IProvisioning>().CreateAccountAsync("first@rovers.example", ClubHost.Password);
        }

        await using var later = await ClubHost.StartAsync(database);
        Assert.That(await later.Provisioning.FindAccountAsync("First@Rovers.Example"), Is.Not.Null);
        Assert.That(await later.Provisioning.FindAccountAsync("second@rovers.example"), Is.Null);
    }
}
