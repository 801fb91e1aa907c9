using System.Net.Http.Json;
using System.Text.Json;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.People;

/// <summary>Sessions over real HTTP and a real database, with a clock that the test moves.</summary>
public sealed class SessionTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private ClubHost host = null!;
    private ClubPeople rovers = null!;
    private ClubPeople united = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ClubHost.StartAsync(await ClubDatabase.CreateAsync());
        rovers = await host.CreateClubAsync("rovers");
        united = await host.CreateClubAsync("united");
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_login_gives_a_session_and_a_cookie_that_only_the_browser_can_use()
    {
        using var response = await host.LoginAsync(rovers.ManagerEmail);

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        var session = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Multiple(() =>
        {
            Assert.That(cookie, Does.Match("^__Host-archiet=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict$"));
            Assert.That(session.GetProperty("account").GetProperty("id").GetGuid(), Is.EqualTo(rovers.Manager));
            Assert.That(session.GetProperty("account").GetProperty("email").GetString(), Is.EqualTo(rovers.ManagerEmail));
            Assert.That(session.GetProperty("tenant").GetGuid(), Is.EqualTo(rovers.Tenant));
            Assert.That(session.GetProperty("member").ValueKind, Is.EqualTo(JsonValueKind.String));
            Assert.That(session.GetProperty("roles")[0].GetString(), Is.EqualTo(ClubApp.Manager));
            Assert.That(session.GetProperty("tenants")[0].GetProperty("name").GetString(), Is.EqualTo("rovers"));
            Assert.That(session.GetProperty("expiresAt").GetDateTimeOffset(), Is.EqualTo(host.Clock.GetUtcNow().AddMinutes(30)));
            Assert.That(session.GetRawText(), Does.Not.Contain(ClubHost.CookieOf(response)));
        });
    }

    [Test]
    public async Task A_session_serves_generated_endpoints_and_the_users_own()
    {
        var manager = await host.CookieAsync(rovers.ManagerEmail);
        var scout = await host.CookieAsync(rovers.ScoutEmail);

        var players = await host.JsonAsync("/api/players", manager);

        Assert.That(players.GetProperty("items").GetArrayLength(), Is.GreaterThanOrEqualTo(2));
        var counted = await host.JsonAsync("/own/players", manager);
        Assert.That(counted.GetInt32(), Is.EqualTo(players.GetProperty("items").GetArrayLength()), "The user's own query has the tenant set.");
        Assert.That(await host.StatusAsync("/own/manager", manager), Is.EqualTo(200));
        Assert.That(await host.StatusAsync("/own/manager", scout), Is.EqualTo(403));
        Assert.That(await host.StatusAsync("/own/manager", null), Is.EqualTo(401));
        Assert.That(await host.StatusAsync("/auth/session", scout), Is.EqualTo(200));
    }

    [TestCase("/own/manager", false, 401, "unauthenticated")]
    [TestCase("/auth/session", false, 401, "unauthenticated")]
    [TestCase("/api/players", false, 401, "unauthenticated")]
    [TestCase("/openapi.json", false, 401, "unauthenticated")]
    [TestCase("/own/manager", true, 403, "forbidden")]
    [TestCase("/api/clubs", true, 403, "forbidden")]
    public async Task Refusals_are_problems_and_never_redirects(string path, bool loggedIn, int status, string code)
    {
        using var response = await host.SendAsync("GET", path, loggedIn ? await host.CookieAsync(rovers.ScoutEmail) : null);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Headers.Location, Is.Null);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("urn:archiet:problem:" + code));
    }

    [Test]
    public async Task A_token_that_was_there_before_the_login_is_worth_nothing_after_it()
    {
        var planted = new string('A', 43);
        using var first = await host.LoginAsync(rovers.ManagerEmail, cookie: planted);
        var cookie = ClubHost.CookieOf(first)!;
        using var second = await host.LoginAsync(rovers.ManagerEmail, cookie: cookie);

        Assert.That(cookie, Is.Not.EqualTo(planted));
        Assert.That(await host.StatusAsync("/auth/session", planted), Is.EqualTo(401));
        Assert.That(await host.StatusAsync("/auth/session", cookie), Is.EqualTo(401), "A new login ends the session that it comes from.");
        Assert.That(await host.StatusAsync("/auth/session", ClubHost.CookieOf(second)), Is.EqualTo(200));
    }

    [Test]
    public async Task Logout_ends_the_session_on_the_server_at_once()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200));

        using var response = await host.SendAsync("POST", "/auth/logout", cookie, "{}");

        Assert.That((int)response.StatusCode, Is.EqualTo(204));
        Assert.That(response.Headers.GetValues("Set-Cookie").Single(), Is.EqualTo("__Host-archiet=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0"));
        Assert.That(response.Headers.GetValues("Clear-Site-Data").Single(), Does.Contain("\"storage\""));
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(401));
    }

    [Test]
    public async Task A_session_ends_after_half_an_hour_without_a_request()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);

        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200));
        host.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200), "A request begins the half hour anew.");
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(401));
    }

    [Test]
    public async Task A_session_ends_after_twelve_hours_whatever_happens()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(11.5); passed += TimeSpan.FromMinutes(20))
        {
            host.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200));
        }
        var session = await host.JsonAsync("/auth/session", cookie);
        Assert.That(session.GetProperty("expiresAt").GetDateTimeOffset(), Is.EqualTo(host.Clock.GetUtcNow().AddMinutes(20)));

        host.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(401));
    }

    [Test]
    public async Task A_login_clears_away_the_accounts_sessions_that_are_over()
    {
        await host.CookieAsync(united.ScoutEmail);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.CookieAsync(united.ScoutEmail);

        Assert.That(await host.ScalarAsSuperuserAsync<long>($"SELECT count(*) FROM archiet.sessions WHERE account_id = '{united.Scout}'"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_account_of_two_tenants_chooses_one_and_gets_another_token()
    {
        var scout = await host.Provisioning.CreateAccountAsync("both@clubs.example", ClubHost.Password);
        await host.Provisioning.AddMemberAsync(rovers.Tenant, scout, [ClubApp.Scout], ClubHost.Json("""{"name": "Bo", "shirt": "40A"}"""));
        await host.Provisioning.AddMemberAsync(united.Tenant, scout, [ClubApp.Manager], ClubHost.Json("""{"name": "Bo", "shirt": "40A"}"""));
        using var login = await host.LoginAsync("both@clubs.example");
        var first = ClubHost.CookieOf(login)!;
        var session = await login.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(session.GetProperty("tenant").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(session.GetProperty("tenants").GetArrayLength(), Is.EqualTo(2));
        using var refused = await host.SendAsync("GET", "/api/players", first);
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:noTenant"));

        using var entered = await host.SendAsync("POST", "/auth/tenant", first, $$"""{"tenant": "{{united.Tenant}}"}""");

        var second = ClubHost.CookieOf(entered)!;
        Assert.That((await entered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("roles")[0].GetString(), Is.EqualTo(ClubApp.Manager));
        Assert.That(await host.StatusAsync("/auth/session", first), Is.EqualTo(401), "The old token is worth nothing.");
        Assert.That(await host.StatusAsync("/api/clubs", second), Is.EqualTo(200));
        using var back = await host.SendAsync("POST", "/auth/tenant", second, $$"""{"tenant": "{{rovers.Tenant}}"}""");
        Assert.That(await host.StatusAsync("/api/clubs", ClubHost.CookieOf(back)), Is.EqualTo(403), "Roles are those of the tenant in force.");
        using var direct = await host.LoginAsync("both@clubs.example", tenant: rovers.Tenant);
        Assert.That((await direct.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("tenant").GetGuid(), Is.EqualTo(rovers.Tenant));
    }

    [Test]
    public async Task A_login_that_fails_leaves_the_session_that_it_comes_from()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);

        using var refused = await host.LoginAsync(rovers.ManagerEmail, tenant: united.Tenant, cookie: cookie);
        using var wrong = await host.LoginAsync("nobody@rovers.example", cookie: cookie);

        Assert.That(((int)refused.StatusCode, (int)wrong.StatusCode), Is.EqualTo((403, 401)));
        Assert.That(await host.StatusAsync("/auth/session", cookie), Is.EqualTo(200));
    }

    [Test]
    public async Task A_tenant_of_others_and_one_that_there_is_not_are_refused_alike()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);
        var answers = new List<string>();
        foreach (var tenant in new[] { united.Tenant, Guid.NewGuid(), Guid.Empty })
        {
            using var entered = await host.SendAsync("POST", "/auth/tenant", cookie, $$"""{"tenant": "{{tenant}}"}""");
            using var login = await host.LoginAsync(rovers.ManagerEmail, tenant: tenant);
            foreach (var response in new[] { entered, login })
            {
                Assert.That((int)response.StatusCode, Is.EqualTo(403));
                Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
                answers.Add((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString()!);
            }
        }
        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200), "The session goes on where it was.");
    }

    [Test]
    public async Task A_tenant_named_in_headers_query_or_body_changes_nothing()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);
        using var listed = await host.SendAsync("GET", $"/api/clubs?tenant={united.Tenant}&tenant_id={united.Tenant}", cookie, headers: all =>
        {
            foreach (var name in new[] { "X-Tenant", "X-Tenant-Id", "Tenant", "TenantId" })
            {
                all.Add(name, united.Tenant.ToString());
            }
            all.Add("Cookie", $"tenant={united.Tenant}");
        });
        using var created = await host.SendAsync("POST", "/api/players", cookie, $$"""{"name": "Eve", "shirt": "66A", "tenantId": "{{united.Tenant}}"}""");

        Assert.That(await listed.Content.ReadAsStringAsync(), Does.Not.Contain(united.Tenant.ToString()));
        Assert.That((int)created.StatusCode, Is.EqualTo(422));
        Assert.That(await host.StatusAsync($"/api/clubs/{united.Tenant}", cookie), Is.EqualTo(404));
    }

    [Test]
    public async Task A_membership_that_ends_elsewhere_ends_its_sessions_within_a_second()
    {
        var account = await host.Provisioning.CreateAccountAsync("gone@rovers.example", ClubHost.Password);
        await host.Provisioning.AddMemberAsync(rovers.Tenant, account, [ClubApp.Manager], ClubHost.Json("""{"name": "Gone", "shirt": "50A"}"""));
        var cookie = await host.CookieAsync("gone@rovers.example");
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200));

        await host.ExecuteAsSuperuserAsync($"DELETE FROM archiet.memberships WHERE account_id = '{account}'");

        host.Clock.Advance(Moment);
        Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(401));
    }

    [Test]
    public async Task Roles_that_change_elsewhere_hold_within_a_second()
    {
        var account = await host.Provisioning.CreateAccountAsync("other@rovers.example", ClubHost.Password);
        await host.Provisioning.AddMemberAsync(rovers.Tenant, account, [ClubApp.Manager], ClubHost.Json("""{"name": "Other", "shirt": "51A"}"""));
        var cookie = await host.CookieAsync("other@rovers.example");
        Assert.That(await host.StatusAsync("/api/clubs", cookie), Is.EqualTo(200));

        await host.ExecuteAsSuperuserAsync($"UPDATE archiet.memberships SET roles = '{{scout,emperor}}' WHERE account_id = '{account}'");

        host.Clock.Advance(Moment);
        Assert.That(await host.StatusAsync("/api/clubs", cookie), Is.EqualTo(403));
        using var claims = await host.SendAsync("GET", "/own/roles", cookie);
        Assert.That(await claims.Content.ReadAsStringAsync(), Does.EndWith(",scout"), "A role that the genome does not know is no claim.");
    }

    [Test]
    public async Task Who_is_deleted_from_the_people_of_a_tenant_has_no_tenant_any_more()
    {
        var account = await host.Provisioning.CreateAccountAsync("left@rovers.example", ClubHost.Password);
        var member = await host.Provisioning.AddMemberAsync(rovers.Tenant, account, [ClubApp.Scout], ClubHost.Json("""{"name": "Left", "shirt": "52A"}"""));
        var cookie = await host.CookieAsync("left@rovers.example");
        var manager = await host.CookieAsync(rovers.ManagerEmail);
        Assert.That(await host.StatusAsync("/api/players", cookie), Is.EqualTo(200));
        using var row = await host.SendAsync("GET", $"/api/players/{member}", manager);

        using var deleted = await host.SendAsync("DELETE", $"/api/players/{member}", manager, headers: all => all.IfMatch.Add(row.Headers.ETag!));

        Assert.That((int)deleted.StatusCode, Is.EqualTo(204));
        host.Clock.Advance(Moment);
        using var refused = await host.SendAsync("GET", "/api/players", cookie);
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:noTenant"));
    }

    [Test]
    public async Task Provisioning_ends_sessions_at_once()
    {
        var account = await host.Provisioning.CreateAccountAsync("ended@rovers.example", ClubHost.Password);
        await host.Provisioning.AddMemberAsync(rovers.Tenant, account, [ClubApp.Manager], ClubHost.Json("""{"name": "Ended", "shirt": "53A"}"""));
        Func<Task>[] changes =
        [
            () => host.Provisioning.SetRolesAsync(rovers.Tenant, account, [ClubApp.Manager, ClubApp.Scout]),
            () => host.Provisioning.ChangePasswordAsync(account, ClubHost.Password),
            () => host.Provisioning.RemoveMemberAsync(rovers.Tenant, account),
        ];
        foreach (var change in changes)
        {
            var cookie = await host.CookieAsync("ended@rovers.example");
            Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(200));
            await change();
            Assert.That(await host.StatusAsync("/own/manager", cookie), Is.EqualTo(401));
        }
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    public async Task What_is_no_token_is_no_session(string cookie) => Assert.That(await host.StatusAsync("/auth/session", cookie), Is.EqualTo(401));

    [Test]
    public async Task Two_tokens_in_one_request_are_none()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);

        Assert.That(await host.StatusAsync("/auth/session", $"{cookie}; other=1"), Is.EqualTo(200));
        Assert.That(await host.StatusAsync("/auth/session", $"{cookie}; __Host-archiet={cookie}"), Is.EqualTo(401));
    }

    [Test]
    public async Task Lines_about_a_request_name_tenant_and_account_and_nobodys_address()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);
        using var refused = await host.SendAsync("POST", "/auth/tenant", cookie, $$"""{"tenant": "{{united.Tenant}}"}""");
        using var forbidden = await host.SendAsync("GET", "/api/clubs", await host.CookieAsync(rovers.ScoutEmail));

        var lines = host.Log.All;
        Assert.That(lines, Has.Some.Contains("[Forbidden] A caller was refused GET /api/clubs").And.Contains($"Tenant:{rovers.Tenant} Account:{rovers.Scout}"));
        Assert.That(lines, Has.Some.Contains("TenantRefused").And.Contains($"Tenant:{rovers.Tenant} Account:{rovers.Manager}"));
        Assert.That(lines, Has.None.Contains(rovers.ManagerEmail).And.None.Contains(cookie).And.None.Contains(ClubHost.Password));
    }
}
