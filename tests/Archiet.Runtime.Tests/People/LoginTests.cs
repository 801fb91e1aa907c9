using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Archiet.Runtime.Tests.People.Sample;

namespace Archiet.Runtime.Tests.People;

/// <summary>What a stranger learns from logging in, and how often they may try.</summary>
public sealed class LoginTests
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

    [SetUp]
    public void ForgetFailures() => host.Clock.Advance(TimeSpan.FromHours(1));

    [Test]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike()
    {
        var answers = new List<string>();
        foreach (var email in new[] { rovers.ManagerEmail, "nobody@rovers.example", "no address", "" })
        {
            using var response = await host.LoginAsync(email, "not the password at all");
            Assert.That((int)response.StatusCode, Is.EqualTo(401));
            Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
            var headers = string.Join(';', response.Headers.Where(header => header.Key != "Date").Select(header => $"{header.Key}={string.Join(',', header.Value)}"));
            answers.Add(headers + Regex.Replace(await response.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", ""));
        }
        Assert.That(answers.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_address_cost_the_same()
    {
        async Task<double> MeasureAsync(string email)
        {
            var times = new List<double>();
            for (var round = 0; round < 7; round++)
            {
                host.Clock.Advance(TimeSpan.FromHours(1));
                var start = Stopwatch.GetTimestamp();
                using var response = await host.LoginAsync(email, "not the password at all");
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return times.Order().ElementAt(1);
        }
        using var warm = await host.LoginAsync("warm@rovers.example", "not the password at all");

        var known = await MeasureAsync(rovers.ManagerEmail);
        var unknown = await MeasureAsync("nobody@rovers.example");

        // An answer without a hash takes a hundredth of this.
        Assert.That(unknown, Is.GreaterThan(known / 3).And.LessThan(known * 3));
    }

    [Test]
    public async Task Guesses_wait_longer_each_time_and_nobody_is_locked_out_for_good()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await host.LoginAsync(rovers.ScoutEmail, "not the password at all");
            Assert.That((int)wrong.StatusCode, Is.EqualTo(401));
        }
        using var tooEarly = await host.LoginAsync(rovers.ScoutEmail);
        Assert.That((int)tooEarly.StatusCode, Is.EqualTo(429), "Not even the password is looked at.");
        Assert.That(tooEarly.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
        using var other = await host.LoginAsync(rovers.ManagerEmail);
        Assert.That((int)other.StatusCode, Is.EqualTo(200), "Another account is not held back.");

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var sixth = await host.LoginAsync(rovers.ScoutEmail, "not the password at all");
        using var seventh = await host.LoginAsync(rovers.ScoutEmail, "not the password at all");
        Assert.That(((int)sixth.StatusCode, (int)seventh.StatusCode), Is.EqualTo((401, 429)));
        Assert.That(seventh.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        using var right = await host.LoginAsync(rovers.ScoutEmail);
        Assert.That((int)right.StatusCode, Is.EqualTo(200));
        using var afterwards = await host.LoginAsync(rovers.ScoutEmail, "not the password at all");
        Assert.That((int)afterwards.StatusCode, Is.EqualTo(401), "A success forgets the failures.");
    }

    [Test]
    public async Task Guesses_for_an_unknown_address_wait_as_long()
    {
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await host.LoginAsync("ghost@rovers.example", "not the password at all");
            Assert.That((int)wrong.StatusCode, Is.EqualTo(401));
        }
        using var tooEarly = await host.LoginAsync("ghost@rovers.example");
        Assert.That((int)tooEarly.StatusCode, Is.EqualTo(429));
    }

    [Test]
    public async Task A_hundred_guesses_at_once_are_not_a_hundred_looks()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            using var response = await host.LoginAsync("burst@rovers.example", "not the password at all");
            return (int)response.StatusCode;
        }));

        Assert.That((answers.Count(status => status == 401), answers.Count(status => status == 429)), Is.EqualTo((5, 95)));
    }

    [TestCase("MANAGER@Rovers.Example")]
    [TestCase("manager@ROVERS.example")]
    public async Task Case_in_an_address_does_not_matter(string email) => Assert.That(await host.CookieAsync(email), Is.Not.Empty);

    [TestCase("", 400)]
    [TestCase("{", 400)]
    [TestCase("null", 400)]
    [TestCase("[]", 400)]
    [TestCase("""{"email": "a@b.example"}""", 400)]
    [TestCase("""{"email": null, "password": "x"}""", 400)]
    [TestCase("""{"email": "a@b.example", "password": 1}""", 400)]
    [TestCase("""{"email": "a@b.example", "password": "x", "admin": true}""", 400)]
    [TestCase("""{"email": "a@b.example", "password": "x", "password": "y"}""", 400)]
    [TestCase("""{"email": "a@b.example", "password": "x", "tenant": "y"}""", 400)]
    [TestCase("""{"email": "\ud800@b.example", "password": "\ud800"}""", 400)]
    [TestCase("""{"email": "a\u0000@b.example", "password": "\u0000"}""", 401)]
    public async Task A_body_that_does_not_belong_here_is_a_problem(string body, int status)
    {
        using var response = await host.SendAsync("POST", "/auth/login", body: body);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        var problem = await response.Content.ReadAsStringAsync();
        Assert.That(problem, Does.Contain($"urn:archiet:problem:{(status == 400 ? "malformed" : "loginFailed")}").And.Not.Contain("Archiet.").And.Not.Contain("System."));
    }

    [Test]
    public async Task A_body_without_end_is_cut_off()
    {
        using var response = await host.SendAsync("POST", "/auth/login", body: $$"""{"email": "a@b.example", "password": "{{new string('x', 40_000)}}"}""");

        Assert.That((int)response.StatusCode, Is.EqualTo(413));
    }

    [Test]
    public async Task A_hash_of_less_work_is_renewed_at_the_next_login()
    {
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<object>(Microsoft.Extensions.Options.Options.Create(
            new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1000 })).HashPassword(new(), ClubHost.Password);
        await host.ExecuteAsSuperuserAsync($"UPDATE archiet.accounts SET password_hash = '{weak}' WHERE id = '{rovers.Scout}'");

        using var login = await host.LoginAsync(rovers.ScoutEmail);
        using var again = await host.LoginAsync(rovers.ScoutEmail);

        Assert.That(((int)login.StatusCode, (int)again.StatusCode), Is.EqualTo((200, 200)));
        var header = Convert.FromBase64String(await host.ScalarAsSuperuserAsync<string>($"SELECT password_hash FROM archiet.accounts WHERE id = '{rovers.Scout}'"));
        Assert.Multiple(() =>
        {
            Assert.That(header[0], Is.EqualTo(1), "The third form of the framework's hashes.");
            Assert.That(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1)), Is.EqualTo(2), "HMAC-SHA-512.");
            Assert.That(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(5)), Is.GreaterThanOrEqualTo(210_000));
        });
    }

    [Test]
    public async Task What_happened_is_logged_without_the_address()
    {
        using var wrong = await host.LoginAsync(rovers.ManagerEmail, "not the password at all");
        using var right = await host.LoginAsync(rovers.ManagerEmail);

        Assert.That(host.Log.All, Has.Some.Contains("[LoginFailed]").And.Some.Contains("[LoggedIn]").And.None.Contains(rovers.ManagerEmail).And.None.Contains("not the password"));
    }

    [Test]
    public async Task The_session_of_a_login_has_nothing_in_it_but_what_is_stated()
    {
        using var login = await host.LoginAsync(rovers.ManagerEmail);

        var session = await login.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(session.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "account", "tenant", "member", "roles", "tenants", "expiresAt" }));
        Assert.That(session.GetProperty("account").EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "id", "email" }));
        Assert.That(session.GetProperty("tenants")[0].EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "id", "name", "roles" }));
    }
}
