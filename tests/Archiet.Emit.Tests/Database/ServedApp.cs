using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Archiet.Genome;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Archiet.Emit.Tests;

/// <summary>A genome as its author writes it: compiled, migrated to a database of its own, and served on loopback to people with sessions.</summary>
internal sealed class ServedApp : IAsyncDisposable
{
    private const string Password = "correct horse battery staple 27";

    /// <summary>Emitted code is documented; a user's need not be.</summary>
    private const string UserCode = "#pragma warning disable CS1591\n";

    private readonly WebApplication app;
    private readonly HttpClient client;
    private int accounts;

    private ServedApp(EmittedApp emitted, Assembly assembly, WebApplication app, string connectionString)
    {
        Emitted = emitted;
        Assembly = assembly;
        this.app = app;
        ConnectionString = connectionString;
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public EmittedApp Emitted { get; }

    /// <summary>The compiled app, with the user's own sources.</summary>
    public Assembly Assembly { get; }

    /// <summary>The database as the cluster's superuser.</summary>
    public string ConnectionString { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Compiles a genome and the user's own sources, and starts the app. A class <c>Setup</c> among them adds its services.</summary>
    public static async Task<ServedApp> StartAsync(string genome, string[]? userSources = null, Action<WebApplicationBuilder>? configure = null, string? database = null)
    {
        var compiled = GenomeFrontEnd.Compile([new("app.genome.yaml", genome)]);
        Assert.That(compiled.Diagnostics.Select(found => found.Descriptor.Id + " " + found.Message), Is.Empty);
        var emitted = EmittedApp.Of(compiled.Genome!, [.. (userSources ?? []).Select(source => UserCode + source)]);
        var assembly = emitted.Load();
        var extensions = assembly.GetType($"Microsoft.AspNetCore.Builder.{emitted.Model.App.Name}Extensions", throwOnError: true)!;
        var roles = new RoleNames(emitted.Model.App.Name);
        database ??= Postgres.CreateDatabase(roles);

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Archiet"] = Postgres.As(database, roles.App),
            ["ConnectionStrings:ArchietMigrator"] = Postgres.As(database, roles.Migrator),
            ["ConnectionStrings:ArchietProvisioner"] = Postgres.As(database, roles.Provisioner),
            ["ConnectionStrings:ArchietLogin"] = Postgres.As(database, roles.Login),
            [MigrationOptions.AllowPendingSetting] = "true",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        extensions.GetMethod("AddArchiet")!.Invoke(null, [builder]);
        assembly.GetType("Setup")?.GetMethod("Add")!.Invoke(null, [builder.Services]);
        configure?.Invoke(builder);
        var app = builder.Build();
        extensions.GetMethod("MapArchiet")!.Invoke(null, [app]);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new(emitted, assembly, app, database);
    }

    /// <summary>A new tenant; <paramref name="fields"/> are those of the tenant entity.</summary>
    public Task<Guid> TenantAsync(string name, string? fields = null) =>
        app.Services.GetRequiredService<IProvisioning>().CreateTenantAsync(name, Json(fields ?? $$"""{"name":"{{name}}"}"""));

    /// <summary>A new person of a tenant, signed in.</summary>
    public async Task<Visitor> VisitorAsync(Guid tenant, string role, string? member = null)
    {
        var email = $"person{Interlocked.Increment(ref accounts)}@example.com";
        var people = app.Services.GetRequiredService<IProvisioning>();
        var account = await people.CreateAccountAsync(email, Password);
        var row = await people.AddMemberAsync(tenant, account, [role], member is null ? default : Json(member));
        var (response, body) = await SendAsync(HttpMethod.Post, "/auth/login", $$"""{"email":"{{email}}","password":"{{Password}}"}""", cookie: null);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        return new Visitor(this, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0], row);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    public async Task<(HttpResponseMessage Response, string Body)> SendAsync(HttpMethod method, string path, string? json, string? cookie, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Archiet", "1");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }
        var response = await client.SendAsync(request);
        return (response, await response.Content.ReadAsStringAsync());
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

/// <summary>A person with a session.</summary>
internal sealed class Visitor(ServedApp app, string cookie, Guid? member)
{
    public string Cookie { get; } = cookie;

    /// <summary>The person's row of the member entity.</summary>
    public Guid? Member { get; } = member;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<Answer> PatchAsync(string path, string json, string version) => SendAsync(HttpMethod.Patch, path, json, $"\"{version}\"");

    /// <summary>Takes a transition.</summary>
    public Task<Answer> TakeAsync(string path, string version) => SendAsync(HttpMethod.Post, path, "{}", $"\"{version}\"");

    public Task<Answer> PutAsync(string path) => SendAsync(HttpMethod.Put, path, null);

    public Task<Answer> DeleteAsync(string path, string version) => SendAsync(HttpMethod.Delete, path, null, $"\"{version}\"");

    /// <summary>Makes a row, which must succeed.</summary>
    public async Task<Answer> CreateAsync(string path, string json)
    {
        var answer = await PostAsync(path, json);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return answer;
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string? json, string? ifMatch = null)
    {
        var (response, body) = await app.SendAsync(method, path, json, Cookie, ifMatch);
        using (response)
        {
            return new((int)response.StatusCode, body);
        }
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    public string Version => Json.GetProperty("version").GetString()!;

    /// <summary>The last part of the problem's type.</summary>
    public string Problem => Json.GetProperty("type").GetString()!.Split(':')[^1];

    /// <summary>Each finding as pointer and code.</summary>
    public string[] Findings => [.. Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}")];
}
