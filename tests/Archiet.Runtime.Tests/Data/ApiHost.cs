using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

/// <summary>The sample app behind real Kestrel, with a scheme that takes the caller's name from a header in place of sessions.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private const string CallerHeader = "X-Test-Caller";

    public static readonly IReadOnlyDictionary<string, Caller> Callers = new Dictionary<string, Caller>
    {
        ["north"] = CallerOf(SampleDatabase.North, SampleDatabase.NorthMember, SampleApp.Owner),
        ["south"] = CallerOf(SampleDatabase.South, SampleDatabase.SouthMember, SampleApp.Owner),
        ["clinician"] = CallerOf(SampleDatabase.North, SampleDatabase.NorthMember, SampleApp.Clinician),
        ["receptionist"] = CallerOf(SampleDatabase.North, null, SampleApp.Receptionist),
        ["trainee"] = CallerOf(SampleDatabase.North, SampleDatabase.NorthMember, SampleApp.Trainee),
        ["roleless"] = CallerOf(SampleDatabase.North, null),
        ["tenantless"] = CallerOf(Guid.Empty, null, SampleApp.Owner),
        ["manager"] = CaseCallerOf(SampleDatabase.SouthMember, CaseApp.Manager),
        ["agent"] = CaseCallerOf(SampleDatabase.NorthMember, CaseApp.Agent),
        ["agentAndReader"] = CaseCallerOf(SampleDatabase.NorthMember, CaseApp.Agent, CaseApp.Reader),
        ["agentAndLead"] = CaseCallerOf(SampleDatabase.NorthMember, CaseApp.Agent, CaseApp.Lead),
        ["reader"] = CaseCallerOf(SampleDatabase.NorthMember, CaseApp.Reader),
        ["clerk"] = CaseCallerOf(SampleDatabase.NorthMember, CaseApp.Clerk),
        ["nobody"] = CaseCallerOf(null, CaseApp.Agent),
    };

    private readonly WebApplication app;

    private ApiHost(WebApplication app, Uri address)
    {
        this.app = app;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        Address = address;
    }

    public HttpClient Client { get; }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts the app over a database, as the app's role.</summary>
    public static Task<ApiHost> StartAsync(string database, Action<IServiceCollection>? services = null, Action<WebApplication>? routes = null) =>
        StartAsync<SampleApp, SampleContext>(PostgresFixture.As(database, SampleDatabase.AppRole), services, routes);

    /// <summary>Starts an app over a connection.</summary>
    public static async Task<ApiHost> StartAsync<TApp, TContext>(string connection, Action<IServiceCollection>? services = null, Action<WebApplication>? routes = null)
        where TApp : IArchietApp<TApp>
        where TContext : EntityContext
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, TestScheme>("Test", null);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton(NpgsqlDataSource.Create(AppConnections.Harden(connection)));
        builder.Services.AddEntityEndpoints<TApp>();
        builder.Services.AddTenantContext<TContext>();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseProblems();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestCaller();
        app.UseAuthorization();
        app.MapEntities<TApp>();
        app.MapOpenApi<TApp>();
        routes?.Invoke(app);
        app.Services.GetRequiredService<Cursors>().Use(new byte[Cursors.KeySize]);
        await app.StartAsync();
        return new(app, new Uri(app.Urls.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public Task<ApiAnswer> GetAsync(string path, string? caller = "north", string? ifNoneMatch = null) =>
        SendAsync(HttpMethod.Get, path, caller, null, request => AddHeader(request, "If-None-Match", ifNoneMatch));

    public Task<ApiAnswer> PostAsync(string path, string body, string? caller = "north") => SendAsync(HttpMethod.Post, path, caller, Json(body));

    public Task<ApiAnswer> PatchAsync(string path, string body, string? ifMatch, string? caller = "north") =>
        SendAsync(HttpMethod.Patch, path, caller, Json(body, "application/merge-patch+json"), request => AddHeader(request, "If-Match", ifMatch));

    public Task<ApiAnswer> DeleteAsync(string path, string? ifMatch, string? caller = "north") =>
        SendAsync(HttpMethod.Delete, path, caller, null, request => AddHeader(request, "If-Match", ifMatch));

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? caller, HttpContent? body, Action<HttpRequestMessage>? adjust = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        AddHeader(request, CallerHeader, caller);
        adjust?.Invoke(request);
        using var response = await Client.SendAsync(request);
        return new(
            response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.ToString(), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    public static HttpContent Json(string body, string type = "application/json") => new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body))
    {
        Headers = { ContentType = MediaTypeHeaderValue.Parse(type) },
    };

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static Caller CallerOf(Guid tenant, Guid? member, params string[] roles) =>
        new("session", new Guid("0198c6e0-0000-7000-8000-0000000000aa"), tenant, member, SampleApp.Access.BitsOf(roles));

    private static Caller CaseCallerOf(Guid? member, params string[] roles) =>
        new("session", new Guid("0198c6e0-0000-7000-8000-0000000000aa"), SampleDatabase.North, member, CaseApp.Access.BitsOf(roles));

    private sealed class TestScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Callers.TryGetValue(Request.Headers[CallerHeader].ToString(), out var caller))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }
            var principal = new CallerPrincipal(caller, new ClaimsIdentity("Test"));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, "Test")));
        }
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body, string? Tag, string? ContentType, HttpResponseHeaders Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The last part of the problem's type.</summary>
    public string Problem => Json.GetProperty("type").GetString()!.Split(':')[^1];

    /// <summary>Each finding as pointer and code.</summary>
    public string[] Findings => [.. Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}")];

    public string[] Names => [.. Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    public string? Next => Json.TryGetProperty("next", out var next) ? next.GetString() : null;

    /// <summary>The body without its trace id, which alone may tell one refusal from another.</summary>
    public string WithoutTrace => System.Text.RegularExpressions.Regex.Replace(Body, "\"traceId\":\"[^\"]*\"", "");
}
