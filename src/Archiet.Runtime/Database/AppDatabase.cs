using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>The app's database: the configured one, or in Development the private cluster's. Started once, before the first request, and stopped with the app.</summary>
internal abstract class AppDatabase : IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task? start;

    /// <summary>The connections of the app's own role.</summary>
    public abstract NpgsqlDataSource Source { get; }

    /// <summary>The connections of the role that makes tenants, accounts and memberships; null where none is configured.</summary>
    public abstract NpgsqlDataSource? Provisioning { get; }

    /// <summary>The connections of the role by which people sign in; null where none is configured.</summary>
    public abstract NpgsqlDataSource? Login { get; }

    /// <summary>Brings the database up and to the app's schema; later calls wait for the first.</summary>
    public Task StartAsync(CancellationToken cancel)
    {
        lock (gate)
        {
            start ??= StartOnceAsync(cancel);
        }
        return start.WaitAsync(cancel);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract Task StartOnceAsync(CancellationToken cancel);
}

/// <summary>Chooses the database.</summary>
internal static class AppDatabaseFactory
{
    public const string ConnectionName = "Archiet";
    public const string MigratorConnectionName = "ArchietMigrator";
    public const string ProvisionerConnectionName = "ArchietProvisioner";
    public const string LoginConnectionName = "ArchietLogin";

    public static AppDatabase Create(
        AppFacts app, SchemaStanding standing, MigrationOptions migrations, IConfiguration configuration, IHostEnvironment environment, ILoggerFactory logs)
    {
        var migrator = new Migrator(app, TimeProvider.System, logs.CreateLogger<Migrator>());
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connectionString)
        {
            AppConnections.Check(connectionString, ConnectionName);
            var migratorConnectionString = Checked(MigratorConnectionName);
            var policy = migrations.Policy(environment.IsDevelopment(), AppConnections.IsLocal(migratorConnectionString is { Length: > 0 } ? migratorConnectionString : connectionString));
            return new ConfiguredDatabase(app, connectionString, migratorConnectionString, PoolOf(ProvisionerConnectionName), PoolOf(LoginConnectionName), policy, migrator, standing, logs);
        }
        if (environment.IsDevelopment())
        {
            return new DevelopmentDatabase(app, DevelopmentFolder.Of(app, configuration, environment), configuration[PostgresBinaries.Setting], migrator, standing, logs);
        }
        throw new ArchietStartupException(
            $"ConnectionStrings:{ConnectionName} is missing. The private database starts in the Development environment only, and this is {environment.EnvironmentName}: "
            + $"set the connection string of the role \"{app.Roles.App}\", as in the environment variable ConnectionStrings__{ConnectionName}, "
            + "or ASPNETCORE_ENVIRONMENT=Development to develop.");

        string? Checked(string name)
        {
            var other = configuration.GetConnectionString(name);
            AppConnections.Check(other, name);
            return other;
        }

        NpgsqlDataSource? PoolOf(string name) => Checked(name) is { Length: > 0 } other ? Pool(other, logs) : null;
    }

    /// <summary>The pool of a connection string.</summary>
    public static NpgsqlDataSource Pool(string connectionString, ILoggerFactory logs) =>
        new NpgsqlDataSourceBuilder(AppConnections.Harden(connectionString)).UseLoggerFactory(logs).Build();
}
