using System.Net.Http.Json;
using System.Text.Json;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.People;

/// <summary>What people do with their own account: another password, and a look at their sessions.</summary>
public sealed class OwnAccountTests
{
    private const string Other = "seven herons over the weir";

    private ClubDatabase database = null!;
    private ClubHost host = null!;
    private ClubPeople rovers = null!;

    [SetUp]
    public async Task Start()
    {
        database = await ClubDatabase.CreateAsync();
        host = await ClubHost.StartAsync(database);
        rovers = await host.CreateClubAsync("rovers");
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_changed_password_ends_every_session_and_gives_this_one_a_new_cookie()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);
        var elsewhere = await host.CookieAsync(rovers.ManagerEmail);
        var scout = await host.CookieAsync(rovers.ScoutEmail);
        foreach (var cookie in (string[])[mine, elsewhere, scout])
        {
            Assert.That(await host.StatusAsync("/auth/session", cookie), Is.EqualTo(200));
        }

        using var response = await ChangeAsync(mine, ClubHost.Password, Other);

        Assert.That((int)response.StatusCode, Is.EqualTo(200), await response.Content.ReadAsStringAsync());
        var rotated = ClubHost.CookieOf(response);
        var session = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(session.GetProperty("tenant").GetGuid(), Is.EqualTo(rovers.Tenant), "It goes on where it was.");
        Assert.That(await host.StatusAsync("/api/players", rotated), Is.EqualTo(200));
        Assert.That(await host.StatusAsync("/auth/session", mine), Is.EqualTo(401));
        Assert.That(await host.StatusAsync("/auth/session", elsewhere), Is.EqualTo(401));
        Assert.That(await host.StatusAsync("/auth/session", scout), Is.EqualTo(200), "Nobody else's.");
        using var old = await host.LoginAsync(rovers.ManagerEmail);
        using var @new = await host.LoginAsync(rovers.ManagerEmail, Other);
        Assert.That(((int)old.StatusCode, (int)@new.StatusCode), Is.EqualTo((401, 200)));
        Assert.That(host.Log.All, Has.Some.Contains("[PasswordChanged]").And.None.Contains(Other));
    }

    [Test]
    public async Task A_changed_password_lengthens_no_session()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);
        for (var round = 0; round < 25; round++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(28));
            Assert.That(await host.StatusAsync("/auth/session", mine), Is.EqualTo(200));
        }
        using var response = await ChangeAsync(mine, ClubHost.Password, Other);
        var rotated = ClubHost.CookieOf(response);

        host.Clock.Advance(TimeSpan.FromMinutes(21));

        Assert.That(await host.StatusAsync("/auth/session", rotated), Is.EqualTo(401), "Twelve hours after the login.");
    }

    [TestCase("not the password at all", Other, "/currentPassword wrong")]
    [TestCase(ClubHost.Password, ClubHost.Password, "/newPassword unchanged")]
    [TestCase(ClubHost.Password, "short", "/newPassword length")]
    [TestCase(ClubHost.Password, "passwordpassword", "/newPassword common")]
    [TestCase(ClubHost.Password, "manager@rovers.example", "/newPassword guessable")]
    public async Task What_is_wrong_is_told_at_its_member_and_nothing_ends(string current, string wanted, string finding)
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);

        using var response = await ChangeAsync(mine, current, wanted);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        var error = problem.GetProperty("errors").EnumerateArray().Single();
        Assert.That((int)response.StatusCode, Is.EqualTo(422));
        Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("urn:archiet:problem:invalid"));
        Assert.That($"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}", Is.EqualTo(finding));
        Assert.That(ClubHost.CookieOf(response), Is.Null);
        Assert.That(await host.StatusAsync("/auth/session", mine), Is.EqualTo(200));
        Assert.That(await host.CookieAsync(rovers.ManagerEmail), Is.Not.Empty, "The password is what it was.");
    }

    [Test]
    public async Task Guesses_at_the_current_password_count_as_those_at_login()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);
        for (var guess = 0; guess < 3; guess++)
        {
            using var wrong = await ChangeAsync(mine, "not the password at all", Other);
            Assert.That((int)wrong.StatusCode, Is.EqualTo(422));
        }
        for (var guess = 0; guess < 2; guess++)
        {
            using var wrong = await host.LoginAsync(rovers.ManagerEmail, "not the password at all");
            Assert.That((int)wrong.StatusCode, Is.EqualTo(401));
        }

        using var change = await ChangeAsync(mine, ClubHost.Password, Other);
        using var login = await host.LoginAsync(rovers.ManagerEmail);

        Assert.That(((int)change.StatusCode, (int)login.StatusCode), Is.EqualTo((429, 429)), "Not even the password is looked at.");
        Assert.That(change.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var later = await ChangeAsync(mine, ClubHost.Password, Other);
        Assert.That((int)later.StatusCode, Is.EqualTo(200));
        using var forgotten = await host.LoginAsync(rovers.ManagerEmail, "not the password at all");
        Assert.That((int)forgotten.StatusCode, Is.EqualTo(401), "A success forgets the failures.");
    }

    [Test]
    public async Task A_refused_new_password_costs_no_attempt()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);
        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var response = await ChangeAsync(mine, ClubHost.Password, "short");
            Assert.That((int)response.StatusCode, Is.EqualTo(422));
        }
    }

    [Test]
    public async Task Of_two_changes_at_once_one_wins()
    {
        var first = await host.CookieAsync(rovers.ManagerEmail);
        var second = await host.CookieAsync(rovers.ManagerEmail);

        var answers = await Task.WhenAll(ChangeAsync(first, ClubHost.Password, Other), ChangeAsync(second, ClubHost.Password, Other + " again"));

        var statuses = answers.Select(answer => (int)answer.StatusCode).Order().ToArray();
        Assert.That(statuses[0], Is.EqualTo(200));
        Assert.That(statuses[1], Is.EqualTo(401).Or.EqualTo(422));
        Array.ForEach(answers, static answer => answer.Dispose());
    }

    [TestCase("POST", "/auth/password", """{"currentPassword": "x", "newPassword": "y"}""")]
    [TestCase("GET", "/auth/sessions", null)]
    [TestCase("DELETE", "/auth/sessions/01900000-0000-7000-8000-000000000001", null)]
    public async Task Without_a_session_there_is_nothing_to_do(string method, string path, string? body)
    {
        using var response = await host.SendAsync(method, path, body: body);

        Assert.That((int)response.StatusCode, Is.EqualTo(401));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:unauthenticated"));
    }

    [TestCase("""{"currentPassword": "x"}""")]
    [TestCase("""{"currentPassword": "x", "newPassword": "y", "account": "z"}""")]
    [TestCase("""{"currentPassword": null, "newPassword": "y"}""")]
    public async Task A_body_that_does_not_belong_here_is_a_problem(string body)
    {
        using var response = await host.SendAsync("POST", "/auth/password", await host.CookieAsync(rovers.ManagerEmail), body);

        Assert.That((int)response.StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task Sessions_are_listed_newest_first_without_what_opens_them()
    {
        var first = await host.CookieAsync(rovers.ManagerEmail);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var second = await host.CookieAsync(rovers.ManagerEmail);
        await host.CookieAsync(rovers.ScoutEmail);
        using var response = await host.SendAsync("GET", "/auth/sessions", first);

        var text = await response.Content.ReadAsStringAsync();
        var items = ClubHost.Json(text).GetProperty("items").EnumerateArray().ToList();
        Assert.That(items, Has.Count.EqualTo(2));
        Assert.That(items.Select(item => item.GetProperty("current").GetBoolean()), Is.EqualTo(new[] { false, true }));
        Assert.That(items[0].GetProperty("createdAt").GetDateTimeOffset(), Is.EqualTo(host.Clock.GetUtcNow()));
        Assert.That(items[0].GetProperty("expiresAt").GetDateTimeOffset(), Is.EqualTo(host.Clock.GetUtcNow().AddMinutes(30)));
        Assert.That(items.Select(item => item.GetProperty("tenant").GetGuid()), Has.All.EqualTo(rovers.Tenant));
        foreach (var hash in (string[])[HashOf(first), HashOf(second)])
        {
            Assert.That(text, Does.Not.Contain(hash).And.Not.Contain(first).And.Not.Contain(second));
        }
    }

    [Test]
    public async Task A_session_that_is_ended_from_another_is_over_at_once()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);
        var lost = await host.CookieAsync(rovers.ManagerEmail);
        Assert.That(await host.StatusAsync("/api/players", lost), Is.EqualTo(200));

        Assert.That(await EndAsync(mine, await IdOfAsync(lost)), Is.EqualTo(204));

        Assert.That(await host.StatusAsync("/api/players", lost), Is.EqualTo(401));
        Assert.That(await host.StatusAsync("/api/players", mine), Is.EqualTo(200));
    }

    [Test]
    public async Task Nobody_ends_anothers_session_or_learns_of_it()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);
        var others = await host.CookieAsync(rovers.ScoutEmail);
        var over = await host.CookieAsync(rovers.ManagerEmail);
        var overId = await IdOfAsync(over);
        await EndAsync(mine, overId);

        foreach (var id in (string[])[await IdOfAsync(others), overId, Guid.NewGuid().ToString(), "no-id"])
        {
            Assert.That(await EndAsync(mine, id), Is.EqualTo(404), id);
        }
        Assert.That(await host.StatusAsync("/auth/session", others), Is.EqualTo(200));
    }

    [Test]
    public async Task Ones_own_session_ends_like_a_logout()
    {
        var mine = await host.CookieAsync(rovers.ManagerEmail);

        using var response = await host.SendAsync("DELETE", "/auth/sessions/" + await IdOfAsync(mine), mine);

        Assert.That((int)response.StatusCode, Is.EqualTo(204));
        Assert.That(response.Headers.GetValues("Set-Cookie").Single(), Does.Contain("Max-Age=0"));
        Assert.That(await host.StatusAsync("/auth/session", mine), Is.EqualTo(401));
    }

    [Test]
    public async Task Guesses_are_counted_for_all_processes_together()
    {
        await using var second = await ClubHost.StartAsync(database, host.Clock);
        ClubHost[] both = [host, second];
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await both[guess % 2].LoginAsync(rovers.ScoutEmail, "not the password at all");
            Assert.That((int)wrong.StatusCode, Is.EqualTo(401));
        }
        foreach (var process in both)
        {
            using var tooEarly = await process.LoginAsync(rovers.ScoutEmail);
            Assert.That((int)tooEarly.StatusCode, Is.EqualTo(429));
            Assert.That(tooEarly.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        }
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var right = await second.LoginAsync(rovers.ScoutEmail);
        using var again = await host.LoginAsync(rovers.ScoutEmail, "not the password at all");
        Assert.That(((int)right.StatusCode, (int)again.StatusCode), Is.EqualTo((200, 401)), "A success in one is known to the other.");
    }

    [Test]
    public async Task A_burst_over_two_processes_is_five_looks()
    {
        await using var second = await ClubHost.StartAsync(database, host.Clock);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async guess =>
        {
            using var response = await (guess % 2 == 0 ? host : second).LoginAsync("burst@rovers.example", "not the password at all");
            return (int)response.StatusCode;
        }));

        Assert.That((answers.Count(status => status == 401), answers.Count(status => status == 429)), Is.EqualTo((5, 55)));
    }

    [Test]
    public async Task What_is_kept_of_guesses_names_nobody_and_is_forgotten()
    {
        for (var guess = 0; guess < 12; guess++)
        {
            using var wrong = await host.LoginAsync($"nobody{guess}@rovers.example", "not the password at all");
        }
        Assert.That(await database.ScalarAsync<string>("SELECT string_agg(t::text, ' ') FROM archiet.attempts AS t"), Does.Not.Contain("nobody").And.Not.Contain("127.0.0"));

        host.Clock.Advance(TimeSpan.FromHours(1));
        for (var guess = 0; guess < 2; guess++)
        {
            using var wrong = await host.LoginAsync("later@rovers.example", "not the password at all");
        }

        Assert.That(await database.ScalarAsync<long>("SELECT count(*) FROM archiet.attempts"), Is.EqualTo(1));
    }

    private Task<HttpResponseMessage> ChangeAsync(string cookie, string currentPassword, string newPassword) =>
        host.SendAsync("POST", "/auth/password", cookie, JsonSerializer.Serialize(new { currentPassword, newPassword }));

    private async Task<int> EndAsync(string cookie, string id)
    {
        using var response = await host.SendAsync("DELETE", "/auth/sessions/" + id, cookie);
        return (int)response.StatusCode;
    }

    private async Task<string> IdOfAsync(string cookie) =>
        (await host.JsonAsync("/auth/sessions", cookie)).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("current").GetBoolean()).GetProperty("id").GetString()!;

    private static string HashOf(string cookie) => SessionToken.TryRead($"{SessionToken.Cookie}={cookie}", out var hash) ? hash.ToString() : throw new AssertionException("This is no cookie.");
}
