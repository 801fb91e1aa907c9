using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>Somebody who is signed in to a running app; the cookie is Secure, so it is carried by hand over http.</summary>
internal sealed class ApiSession
{
    private readonly RunningApp _app;
    private readonly string _cookie;

    private ApiSession(RunningApp app, string cookie) => (_app, _cookie) = (app, cookie);

    /// <summary>Signs in with an account that the development database came with.</summary>
    /// <param name="app">The app.</param>
    /// <param name="database">The folder of its database.</param>
    /// <param name="role">A role that the account has.</param>
    public static async Task<ApiSession> OfAsync(RunningApp app, string database, string role = "owner")
    {
        var accounts = Directory.EnumerateFiles(database, "accounts.json", SearchOption.AllDirectories).Single();
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(accounts));
        var account = document.RootElement.GetProperty("tenants")[0].GetProperty("accounts").EnumerateArray()
            .Single(each => each.GetProperty("roles").EnumerateArray().Any(name => name.GetString() == role));
        using var login = new HttpRequestMessage(HttpMethod.Post, "/auth/login")
        {
            Content = JsonContent.Create(new { email = account.GetProperty("email").GetString(), password = account.GetProperty("password").GetString() }),
        };
        login.Headers.Add("X-Archiet", "1");
        using var session = await app.SendAsync(login);
        return new(app, session.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    /// <summary>Sends a request as it is signed in.</summary>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? body = null, string? version = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", _cookie);
        request.Headers.Add("X-Archiet", "1");
        if (version is not null)
        {
            request.Headers.Add("If-Match", $"\"{version}\"");
        }
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }
        using var response = await _app.AnswerAsync(request);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Makes a row; a refusal fails the test.</summary>
    public async Task<ApiRow> CreateAsync(string path, string body)
    {
        var made = await SendAsync(HttpMethod.Post, path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        return new(made.Json.GetProperty("id").GetString()!, made.Json.GetProperty("version").GetString()!);
    }
}

/// <summary>An answer.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text)
{
    public JsonElement Json => JsonElement.Parse(Text);
}

/// <summary>A row that was made.</summary>
internal sealed record ApiRow(string Id, string Version);
