using System.Net.Http.Headers;
using System.Text;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.People;

/// <summary>Every combination of what a browser says about where a request comes from, of methods and of content types.</summary>
public sealed class CrossSiteTests
{
    private const string Listed = "https://desk.example.com", Foreign = "https://evil.example", Own = "own";

    private static readonly string?[] Sites = [null, "same-origin", "same-site", "cross-site", "none", "nonsense"];
    private static readonly string?[] Origins = [null, Own, Listed, Foreign, "null", "own.evil.example"];
    private static readonly string[] Safe = ["GET", "HEAD", "OPTIONS"];
    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE", "PURGE"];
    private static readonly string[] Paths = ["/auth/login", "/auth/logout", "/auth/tenant", "/auth/password", "/auth/sessions/01900000-0000-7000-8000-000000000001", "/api/players", "/own/anything", "/own/upload", "/nothing/here"];

    private ClubHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await ClubHost.StartAsync<ClubApp>(await ClubDatabase.CreateAsync(), settings: new() { ["Archiet:Origins:0"] = Listed });

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Every_combination_is_decided_as_stated()
    {
        var wrong = new List<string>();
        foreach (var path in Paths)
        {
            foreach (var (method, site, origin, program) in Combinations())
            {
                using var content = new StringContent("{}", Encoding.UTF8, "application/json");
                using var response = await host.SendRawAsync(method, path, null, method is "GET" or "HEAD" ? null : content, headers => Say(headers, site, origin, program));
                var refused = (int)response.StatusCode == 403 && (await response.Content.ReadAsStringAsync()).Contains("urn:archiet:problem:crossSite", StringComparison.Ordinal);
                if (refused == IsAllowed(method, site, origin, program))
                {
                    wrong.Add($"{method} {path} Sec-Fetch-Site {site} Origin {origin} X-Archiet {program}: {(int)response.StatusCode}");
                }
            }
        }
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("POST", null, 415)]
    [TestCase("POST", "text/plain", 415)]
    [TestCase("POST", "application/x-www-form-urlencoded", 415)]
    [TestCase("POST", "multipart/form-data; boundary=x", 415)]
    [TestCase("POST", "text/plain; x=application/json", 415)]
    [TestCase("POST", "application/jsonx", 415)]
    [TestCase("PATCH", "text/plain", 415)]
    [TestCase("PATCH", null, 415)]
    [TestCase("POST", "application/json", 200)]
    [TestCase("POST", "application/json; charset=utf-8", 200)]
    [TestCase("POST", "APPLICATION/JSON", 200)]
    [TestCase("POST", "application/merge-patch+json", 200)]
    public async Task Post_and_patch_need_json_even_from_here_and_even_without_a_body(string method, string? type, int status)
    {
        using var content = new ByteArrayContent([]);
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        using var response = await host.SendRawAsync(method, "/own/anything", null, content, headers => headers.Add("Sec-Fetch-Site", "same-origin"));

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(await response.Content.ReadAsStringAsync(), status == 415 ? Does.Contain("\"urn:archiet:problem:unsupportedMediaType\"") : Does.Not.Contain("urn:archiet"));
    }

    [Test]
    public async Task An_upload_reaches_an_endpoint_that_takes_it()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "three.bin" } };
        using var response = await host.SendRawAsync("POST", "/own/upload", null, form, headers => headers.Add("Sec-Fetch-Site", "same-origin"));

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("3"));
    }

    [TestCase("application/octet-stream")]
    [TestCase("text/plain")]
    [TestCase(null)]
    public async Task The_attribute_opens_an_endpoint_to_any_content_type(string? type)
    {
        using var content = new ByteArrayContent("abc"u8.ToArray());
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }
        using var response = await host.SendRawAsync("PATCH", "/own/bytes", null, content, headers => headers.Add("X-Archiet", "1"));

        Assert.That((int)response.StatusCode, Is.EqualTo(200));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("abc"));
    }

    [TestCase("cross-site", Foreign)]
    [TestCase("same-site", Foreign)]
    [TestCase(null, Foreign)]
    [TestCase(null, "null")]
    [TestCase(null, null)]
    public async Task An_upload_from_another_site_is_refused_all_the_same(string? site, string? origin)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "three.bin" } };
        using var response = await host.SendRawAsync("POST", "/own/upload", null, form, headers => Say(headers, site, origin, null));

        Assert.That((int)response.StatusCode, Is.EqualTo(403));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("urn:archiet:problem:crossSite"));
    }

    [TestCase("/api/players")]
    [TestCase("/auth/login")]
    [TestCase("/nothing/here")]
    public async Task No_other_endpoint_takes_a_form(string path)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "three.bin" } };
        using var response = await host.SendRawAsync("POST", path, null, form, headers => headers.Add("Sec-Fetch-Site", "same-origin"));

        Assert.That((int)response.StatusCode, Is.EqualTo(415));
    }

    [Test]
    public async Task A_forged_login_gets_no_cookie()
    {
        var rovers = await host.CreateClubAsync("forged");
        using var content = new StringContent($$"""{"email": "{{rovers.ManagerEmail}}", "password": "{{ClubHost.Password}}"}""", Encoding.UTF8, "application/json");

        using var response = await host.SendRawAsync("POST", "/auth/login", null, content, headers => Say(headers, "cross-site", Foreign, null));

        Assert.That((int)response.StatusCode, Is.EqualTo(403));
        Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
    }

    [TestCase("Sec-Fetch-Site", "same-origin", "cross-site")]
    [TestCase("Origin", Own, Foreign)]
    public async Task A_header_given_twice_is_believed_in_neither_form(string name, string first, string second)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await host.SendRawAsync("POST", "/own/anything", null, content, headers =>
        {
            headers.TryAddWithoutValidation(name, first == Own ? host.Origin : first);
            headers.TryAddWithoutValidation(name, second);
        });

        Assert.That((int)response.StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task No_answer_lets_another_origin_read_it()
    {
        using var preflight = await host.SendRawAsync("OPTIONS", "/api/players", null, null, headers =>
        {
            headers.Add("Origin", Foreign);
            headers.Add("Access-Control-Request-Method", "POST");
            headers.Add("Access-Control-Request-Headers", CrossSiteGuard.ProgramHeader);
        });

        Assert.That(preflight.Headers.Select(header => header.Key), Has.None.StartsWith("Access-Control-"));
        Assert.That(preflight.IsSuccessStatusCode, Is.False);
    }

    [TestCase("*")]
    [TestCase("desk.example.com")]
    [TestCase("https://desk.example.com/path")]
    [TestCase("https://desk.example.com/")]
    public async Task A_setting_that_is_no_origin_stops_the_start(string origin)
    {
        var database = await ClubDatabase.CreateAsync();

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(
            () => ClubHost.StartAsync<ClubApp>(database, settings: new() { ["Archiet:Origins:0"] = origin }));

        Assert.That(refusal!.Message, Does.Contain("Archiet:Origins"));
    }

    private static bool IsAllowed(string method, string? site, string? origin, string? program) =>
        Safe.Contains(method)
        || (site is null && origin is null && program == "1")
        || site == "same-origin"
        || origin == Listed
        || (site is null && origin == Own);

    private static IEnumerable<(string Method, string? Site, string? Origin, string? Program)> Combinations() =>
        from method in Safe.Concat(Unsafe)
        from site in Sites
        from origin in Origins
        from program in (string?[])[null, "1", "0"]
        select (method, site, origin, program);

    private void Say(HttpRequestHeaders headers, string? site, string? origin, string? program)
    {
        if (site is not null)
        {
            headers.Add("Sec-Fetch-Site", site);
        }
        if (origin is not null)
        {
            headers.Add("Origin", origin == Own ? host.Origin : origin == "own.evil.example" ? host.Origin + ".evil.example" : origin);
        }
        if (program is not null)
        {
            headers.Add(CrossSiteGuard.ProgramHeader, program);
        }
    }
}
