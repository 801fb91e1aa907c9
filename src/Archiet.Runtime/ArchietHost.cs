using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Archiet;

/// <summary>What the emitted <c>AddArchiet</c> and <c>MapArchiet</c> call.</summary>
public static class ArchietHost
{
    /// <summary>Adds everything that the app needs to its services.</summary>
    public static WebApplicationBuilder Add<TApp, TContext>(WebApplicationBuilder builder)
        where TApp : IArchietApp<TApp>
        where TContext : EntityContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        StartRefusal.EndProcess();
        var refusal = new StartRefusal();
        refusal.TellOnce(builder.Logging);
        var services = builder.Services;
        services.AddSingleton(refusal);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(AppFacts.Of<TApp, TContext>());
        AddDatabase(services);
        services.AddTenantContext<TContext>();
        AddPeople(services);
        services.AddEntityEndpoints<TApp>();
        services.AddTransient<IStartupFilter, OutermostMiddleware>();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        AddLogging(builder);
        return builder;
    }

    /// <summary>Maps the generated endpoints, the people's endpoints, health and the OpenAPI document.</summary>
    public static WebApplication Map<TApp, TContext>(WebApplication app)
        where TApp : IArchietApp<TApp>
        where TContext : EntityContext
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseProblems();
        // Named here, or the host would put them in front, where their failures are no problems.
        app.UseRouting();
        app.UseMiddleware<JsonContentGuard>();
        app.UseMiddleware<SchemaFence>();
        app.UseSessions();
        app.UseMiddleware<CallerScope>();
        app.UseRequestCaller();
        app.UseAuthorization();
        app.MapEntities<TApp>();
        PeopleEndpoints.Map(app);
        HealthEndpoints.Map(app);
        var document = app.MapOpenApi<TApp>();
        if (!app.Environment.IsDevelopment())
        {
            document.RequireAuthorization();
        }
        return app;
    }

    private static void AddDatabase(IServiceCollection services)
    {
        services.AddOptions<MigrationOptions>().BindSettings(MigrationOptions.Section);
        services.TryAddSingleton<SchemaStanding>();
        services.AddSingleton(provider => AppDatabaseFactory.Create(
            provider.GetRequiredService<AppFacts>(),
            provider.GetRequiredService<SchemaStanding>(),
            provider.GetRequiredService<IOptions<MigrationOptions>>().Value,
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<AppDatabase>().Source);
        services.AddSingleton<SchemaLook>();
        services.AddSingleton<DevelopmentPeople>();
        services.AddSingleton<DevelopmentBanner>();
        services.AddHostedService<DatabaseStartup>();
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddOptions<PeopleOptions>().BindSettings(PeopleOptions.Section).PostConfigure(static options => options.Check()).ValidateOnStart();
        services.AddSingleton(provider => MemberLookup.In(provider.GetRequiredService<AppFacts>().Members?.Table));
        services.AddSingleton<SessionStore>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<LoginService>();
        services.AddSingleton<PasswordChange>();
        services.AddSingleton<IProvisioning, Provisioning>();
        services.AddTransient<SessionHandler>();
        // The core alone: the usual AddAuthentication brings keys on disk for cookies that hold their own contents, which ours do not.
        services.AddAuthenticationCore(authentication =>
        {
            authentication.AddScheme<SessionHandler>(Sessions.Scheme, displayName: null);
            authentication.DefaultScheme = Sessions.Scheme;
        });
        services.AddAuthorization();
    }

    /// <summary>Where nobody watches the console, one JSON object a line, in UTC, with the ids of the request; a formatter that the configuration names is kept.</summary>
    private static void AddLogging(WebApplicationBuilder builder)
    {
        // Npgsql tells of every command; whoever wants to read that asks for it by name.
        if (builder.Configuration["Logging:LogLevel:Npgsql"] is null)
        {
            builder.Logging.AddFilter("Npgsql", LogLevel.Warning);
        }
        // And the host of every request with its address, in which a filter by somebody's name is that name.
        if (builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] is null)
        {
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        }
        if (builder.Environment.IsDevelopment() || builder.Configuration["Logging:Console:FormatterName"] is not null)
        {
            return;
        }
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            console.IncludeScopes = true;
        });
    }

    /// <summary>What no middleware of the user's can come before: a request from another site goes no further, and no response goes without its headers.</summary>
    private sealed class OutermostMiddleware : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<SecurityHeaders>();
            app.UseMiddleware<CrossSiteGuard>();
            next(app);
        };
    }
}
