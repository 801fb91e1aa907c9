using System.Net.Http.Json;
using System.Text.Json;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.People;

/// <summary>The headers of every answer, and what the health endpoints say.</summary>
public sealed class HeaderTests
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

    [TestCase("GET", "/api/players", 200)]
    [TestCase("GET", "/auth/session", 200)]
    [TestCase("GET", "/health/live", 200)]
    [TestCase("GET", "/health/ready", 200)]
    [TestCase("GET", "/own/roles", 200)]
    [TestCase("HEAD", "/health/live", 200)]
    [TestCase("HEAD", "/health/ready", 200)]
    [TestCase("GET", "/nothing/here", 404)]
    [TestCase("GET", "/api/players/x", 404)]
    [TestCase("PUT", "/api/players", 405)]
    [TestCase("TRACE", "/api/players", 405)]
    [TestCase("POST", "/api/players", 422)]
    public async Task Every_answer_has_them(string method, string path, int status)
    {
        using var response = await host.SendAsync(method, path, await host.CookieAsync(rovers.ManagerEmail), method == "POST" ? "{}" : null);

        var isData = status >= 400 || !path.StartsWith("/own", StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
            Assert.That(response.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"));
            Assert.That(response.Headers.GetValues("Strict-Transport-Security").Single(), Is.EqualTo("max-age=31536000; includeSubDomains"));
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Is.EqualTo(isData ? "default-src 'none'; frame-ancestors 'none'" : "frame-ancestors 'none'"));
            Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(response.Headers.Contains("Server"), Is.False);
            Assert.That(response.Headers.Contains("X-Powered-By"), Is.False);
        });
    }

    [TestCase("/own/kept", "max-age=60, private")]
    [TestCase("/own/open", null)]
    [TestCase("/files/Archiet.Runtime.Tests.runtimeconfig.json", null)]
    public async Task What_says_how_long_it_is_kept_or_is_open_to_everybody_is_left_alone_under_a_session(string path, string? cacheControl)
    {
        using var response = await host.SendAsync("GET", path, await host.CookieAsync(rovers.ManagerEmail));

        Assert.That(((int)response.StatusCode, response.Headers.CacheControl?.ToString()), Is.EqualTo((200, cacheControl)));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_answers_HEAD_as_GET_without_the_body(string path)
    {
        using var asked = await host.SendAsync("GET", path);
        using var response = await host.SendAsync("HEAD", path);

        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That((response.StatusCode, response.Content.Headers.ContentType), Is.EqualTo((asked.StatusCode, asked.Content.Headers.ContentType)));
        Assert.That(await asked.Content.ReadAsByteArrayAsync(), Is.Not.Empty);
    }

    [Test]
    public async Task Development_does_not_bind_the_browser_to_https()
    {
        await using var development = await ClubHost.StartAsync(await ClubDatabase.CreateAsync(), environment: "Development");

        using var response = await development.SendAsync("GET", "/health/live");
        using var document = await development.SendAsync("GET", "/openapi.json");

        Assert.That(response.Headers.Contains("Strict-Transport-Security"), Is.False);
        Assert.That((int)document.StatusCode, Is.EqualTo(200), "In Development the document is open.");
    }

    [Test]
    public async Task Ready_says_the_schema_and_nothing_else()
    {
        using var response = await host.SendAsync("GET", "/health/ready");

        var health = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(health.GetRawText(), Is.EqualTo($$"""{"status":"ready","schema":"{{ClubSchema.Hash}}"}"""));
    }

    [Test]
    public async Task Without_its_database_or_its_schema_the_app_lives_and_is_not_ready()
    {
        await using var other = await ClubHost.StartAsync(await ClubDatabase.CreateAsync());
        await other.ExecuteAsSuperuserAsync("UPDATE archiet.history SET content_hash = 'another'");
        using var mismatch = await other.SendAsync("GET", "/health/ready");
        await other.ExecuteAsSuperuserAsync("DROP SCHEMA archiet CASCADE");
        using var nothing = await other.SendAsync("GET", "/health/ready");

        Assert.That(((int)mismatch.StatusCode, (int)nothing.StatusCode), Is.EqualTo((503, 503)));
        Assert.That(await mismatch.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:unavailable"));
        Assert.That(await other.StatusAsync("/health/live", null), Is.EqualTo(200));
        using var head = await other.SendAsync("HEAD", "/health/ready");
        Assert.That((int)head.StatusCode, Is.EqualTo(503));
    }
}
