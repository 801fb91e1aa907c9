using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Archiet.Runtime.Tests.Database.History;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Archiet.Runtime.Tests.People.Sample;

/// <summary>The app behind a real server on a loopback port, over a real database, with a clock of the test's.</summary>
internal sealed class ClubHost : IAsyncDisposable
{
    public const string Password = "a long and quiet evening";

    private readonly WebApplication app;
    private readonly HttpClient client;
    private readonly ClubDatabase database;

    private ClubHost(WebApplication app, ManualClock clock, ClubDatabase database)
    {
        this.database = database;
        this.app = app;
        Clock = clock;
        client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public ManualClock Clock { get; }

    public LogLines Log => app.Services.GetRequiredService<LogLines>();

    public IServiceProvider Services => app.Services;

    public IProvisioning Provisioning => app.Services.GetRequiredService<IProvisioning>();

    public string Origin => client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public static Task<ClubHost> StartAsync(ClubDatabase database, ManualClock? clock = null, string environment = "Production") =>
        StartAsync<ClubApp>(database, environment, clock);

    public static async Task<ClubHost> StartAsync<TApp>(ClubDatabase database, string environment = "Production", ManualClock? clock = null, Dictionary<string, string?>? settings = null)
        where TApp : IArchietApp<TApp>
    {
        settings ??= [];
        settings.TryAdd("ConnectionStrings:Archiet", database.App);
        settings.TryAdd("ConnectionStrings:ArchietMigrator", database.Migrator);
        settings.TryAdd("ConnectionStrings:ArchietProvisioner", database.Provisioner);
        settings.TryAdd("ConnectionStrings:ArchietLogin", database.Login);
        clock ??= new();
        var app = Build<TApp>(environment, clock, settings);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return new(app, clock, database);
    }

    /// <summary>The app before it is started, as a command has it.</summary>
    public static WebApplication Build(ClubDatabase database) => Build<ClubApp>("Production", new(), new()
    {
        ["ConnectionStrings:Archiet"] = database.App,
        ["ConnectionStrings:ArchietMigrator"] = database.Migrator,
        ["ConnectionStrings:ArchietProvisioner"] = database.Provisioner,
    });

    private static WebApplication Build<TApp>(string environment, ManualClock clock, Dictionary<string, string?> settings)
        where TApp : IArchietApp<TApp>
    {
        // The club has nothing sealed, and is served as in production nonetheless.
        settings.TryAdd(MigrationOptions.AllowPendingSetting, "true");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddSingleton<TimeProvider>(clock);
        ArchietHost.Add<TApp, ClubContext>(builder);
        if (builder.Configuration["history"] is { } history)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(ClubHistories.App(history)));
        }
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<LogLines>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogLines>());
        var app = builder.Build();
        ArchietHost.Map<TApp, ClubContext>(app);
        MapOwnEndpoints(app);
        return app;
    }

    /// <summary>A club with a manager and a scout; every account's password is <see cref="Password"/>.</summary>
    public async Task<ClubPeople> CreateClubAsync(string name)
    {
        var tenant = await Provisioning.CreateTenantAsync(name, Json($$"""{"name": "{{name}}"}"""));
        var manager = await Provisioning.CreateAccountAsync($"manager@{name}.example", Password);
        await Provisioning.AddMemberAsync(tenant, manager, [ClubApp.Manager], Json("""{"name": "Max", "shirt": "01A"}"""));
        var scout = await Provisioning.CreateAccountAsync($"scout@{name}.example", Password);
        await Provisioning.AddMemberAsync(tenant, scout, [ClubApp.Scout], Json("""{"name": "Sam", "shirt": "02A"}"""));
        return new(name, tenant, manager, scout);
    }

    /// <summary>Sends a request as a program does; a body makes it JSON.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string path, string? cookie = null, string? body = null, Action<HttpRequestHeaders>? headers = null) =>
        SendRawAsync(method, path, cookie, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), all =>
        {
            all.Add(CrossSiteGuard.ProgramHeader, "1");
            headers?.Invoke(all);
        });

    /// <summary>Sends a request with these headers and no others.</summary>
    public async Task<HttpResponseMessage> SendRawAsync(string method, string path, string? cookie, HttpContent? content, Action<HttpRequestHeaders>? headers)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = content };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", $"{SessionToken.Cookie}={cookie}");
        }
        headers?.Invoke(request.Headers);
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> LoginAsync(string email, string password = Password, Guid? tenant = null, string? cookie = null) =>
        SendAsync("POST", "/auth/login", cookie, JsonSerializer.Serialize(tenant is null ? (object)new { email, password } : new { email, password, tenant }));

    /// <summary>Logs in and returns the cookie's value.</summary>
    public async Task<string> CookieAsync(string email, Guid? tenant = null)
    {
        using var response = await LoginAsync(email, tenant: tenant);
        Assert.That((int)response.StatusCode, Is.EqualTo(200), await response.Content.ReadAsStringAsync());
        return CookieOf(response) ?? throw new AssertionException("There is no cookie.");
    }

    public async Task<int> StatusAsync(string path, string? cookie)
    {
        using var response = await SendAsync("GET", path, cookie);
        return (int)response.StatusCode;
    }

    public async Task<JsonElement> JsonAsync(string path, string? cookie)
    {
        using var response = await SendAsync("GET", path, cookie);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Changes the database behind the app's back, as another process of it would.</summary>
    public Task ExecuteAsSuperuserAsync(string sql) => PostgresFixture.ExecuteAsync(database.Superuser, sql);

    public Task<T> ScalarAsSuperuserAsync<T>(string sql) => database.ScalarAsync<T>(sql);

    public static string? CookieOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Last().Split(';')[0][(SessionToken.Cookie.Length + 1)..] : null;

    public static JsonElement Json(string text) => JsonElement.Parse(text);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void MapOwnEndpoints(WebApplication app)
    {
        app.MapGet("/own/roles", (HttpContext http) => string.Join(',', http.User.Claims.Select(claim => claim.Value))).RequireAuthorization();
        app.MapGet("/own/kept", (HttpContext http) => http.Response.Headers.CacheControl = "private, max-age=60").RequireAuthorization();
        app.MapGet("/own/open", () => "for everybody").AllowAnonymous();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), RequestPath = "/files" });
        app.MapGet("/own/manager", () => "yes").RequireAuthorization(policy => policy.RequireRole(ClubApp.Manager));
        app.MapGet("/own/players", (ClubContext clubs) => clubs.Players.CountAsync()).RequireAuthorization();
        app.MapPost("/own/clubs", (IProvisioning provisioning) => provisioning.CreateTenantAsync("some", Json("{}"))).RequireAuthorization();
        app.MapPost("/own/anything", () => "done");
        app.MapPost("/own/upload", (IFormFile file) => file.Length).AcceptsAnyContentType();
        app.MapPatch("/own/bytes", [AcceptsAnyContentType] async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync());
    }
}

/// <summary>A club's people, by their accounts.</summary>
internal sealed record ClubPeople(string Name, Guid Tenant, Guid Manager, Guid Scout)
{
    public string ManagerEmail => $"manager@{Name}.example";

    public string ScoutEmail => $"scout@{Name}.example";
}
