using System.Net.Http.Json;
using System.Text.Json;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.People;

/// <summary>Sessions over real HTTP and a real database, with a clock that the test moves.</summary>
public sealed class SessionTests
{
    private ClubHost host = null!;
    private ClubPeople rovers = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ClubHost.StartAsync(await ClubDatabase.CreateAsync());
        rovers = await host.CreateClubAsync("rovers");
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
    public async Task A_generated_endpoint_serves_the_session()
    {
        var cookie = await host.CookieAsync(rovers.ManagerEmail);

        var players = await host.JsonAsync("/api/players", cookie);

        Assert.That(players.GetProperty("items").GetArrayLength(), Is.EqualTo(2));
    }
}
