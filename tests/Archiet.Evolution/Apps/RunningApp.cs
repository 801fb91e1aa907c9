using System.Reflection;
using Archiet.Evolution.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Archiet.Evolution.Apps;

/// <summary>A built app that has started, and so migrated its database, as it does anywhere.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Assembly assembly;
    private readonly string name;
    private readonly Database database;

    private RunningApp(WebApplication app, Assembly assembly, string name, Database database)
    {
        this.app = app;
        this.assembly = assembly;
        this.name = name;
        this.database = database;
    }

    /// <summary>Starts an app on a database.</summary>
    /// <param name="assembly">The app.</param>
    /// <param name="name">Its name in the genome.</param>
    /// <param name="database">Its database.</param>
    /// <param name="environment">Development, where changes are applied that are not sealed, or Production.</param>
    public static async Task<RunningApp> StartAsync(Assembly assembly, string name, Database database, string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Archiet"] = database.AsApp,
            ["ConnectionStrings:ArchietMigrator"] = database.AsMigrator,
            ["ConnectionStrings:ArchietLogin"] = database.AsLogin,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var extensions = assembly.GetType($"Microsoft.AspNetCore.Builder.{name}Extensions", throwOnError: true)!;
        extensions.GetMethod("AddArchiet")!.Invoke(null, [builder]);
        var app = builder.Build();
        extensions.GetMethod("MapArchiet")!.Invoke(null, [app]);
        await app.StartAsync();
        return new(app, assembly, name, database);
    }

    /// <summary>Whether Entity Framework would migrate further.</summary>
    public async Task<bool> HasPendingModelChangesAsync()
    {
        await using var connection = new NpgsqlConnection(database.AsMigrator);
        var type = assembly.GetType($"{name}.{name}Context", throwOnError: true)!;
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("migrations", "archiet"));
        await using var context = (DbContext)Activator.CreateInstance(type, builder.Options)!;
        return context.Database.HasPendingModelChanges();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
