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

    public static AppDatabase Create(AppFacts app, IConfiguration configuration, IHostEnvironment environment, ILoggerFactory logs)
    {
        var migrator = new Migrator(app, logs.CreateLogger<Migrator>());
        if (configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connectionString)
        {
            var migratorConnectionString = configuration.GetConnectionString(MigratorConnectionName);
            AppConnections.Check(connectionString, ConnectionName);
            AppConnections.Check(migratorConnectionString, MigratorConnectionName);
            var provisionerConnectionString = configuration.GetConnectionString(ProvisionerConnectionName);
            AppConnections.Check(provisionerConnectionString, ProvisionerConnectionName);
            return new ConfiguredDatabase(app, connectionString, migratorConnectionString, provisionerConnectionString, migrator, logs);
        }
        if (environment.IsDevelopment())
        {
            return new DevelopmentDatabase(app, DevelopmentFolder.Of(app, configuration, environment), configuration[PostgresBinaries.Setting], migrator, logs);
        }
        throw new ArchietStartupException(
            $"ConnectionStrings:{ConnectionName} is missing. The private database starts in the Development environment only, and this is {environment.EnvironmentName}: "
            + $"set the connection string of the role \"{app.Roles.App}\", as in the environment variable ConnectionStrings__{ConnectionName}.");
    }

    /// <summary>The pool of a connection string.</summary>
    public static NpgsqlDataSource Pool(string connectionString, ILoggerFactory logs) =>
        new NpgsqlDataSourceBuilder(AppConnections.Harden(connectionString)).UseLoggerFactory(logs).Build();
}

/// <summary>A database that someone else runs: an empty one is migrated, one of another schema is refused, and so is a role that row-level security does not hold.</summary>
internal sealed class ConfiguredDatabase(
    AppFacts app, string connectionString, string? migratorConnectionString, string? provisionerConnectionString, Migrator migrator, ILoggerFactory logs) : AppDatabase
{
    public override NpgsqlDataSource Source { get; } = AppDatabaseFactory.Pool(connectionString, logs);

    public override NpgsqlDataSource? Provisioning { get; } = string.IsNullOrEmpty(provisionerConnectionString) ? null : AppDatabaseFactory.Pool(provisionerConnectionString, logs);

    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync().ConfigureAwait(false);
        if (Provisioning is { } provisioning)
        {
            await provisioning.DisposeAsync().ConfigureAwait(false);
        }
    }

    protected override async Task StartOnceAsync(CancellationToken cancel)
    {
        SchemaState? state;
        await using (var connection = await OpenAsync(cancel).ConfigureAwait(false))
        {
            await RoleCheck.RunAsync(connection, app.Roles, cancel).ConfigureAwait(false);
            state = await SchemaState.ReadAsync(connection, cancel).ConfigureAwait(false);
        }
        if (state?.Fits(app) == true)
        {
            return;
        }
        RefuseOther(state);
        if (migratorConnectionString is null or "")
        {
            throw new ArchietStartupException(
                $"The database lacks tables of {app.Name} or of its runtime, and ConnectionStrings:{AppDatabaseFactory.MigratorConnectionName} is missing: "
                + $"set it to the role \"{app.Roles.Migrator}\" for a start that may migrate.");
        }
        if (await migrator.RunAsync(migratorConnectionString, cancel).ConfigureAwait(false) == MigrationOutcome.OtherSchema)
        {
            await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
            RefuseOther(await SchemaState.ReadAsync(connection, cancel).ConfigureAwait(false));
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        try
        {
            return await Source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw new ArchietStartupException($"The database of ConnectionStrings:{AppDatabaseFactory.ConnectionName} does not answer: {failure.Message}", failure);
        }
    }

    private void RefuseOther(SchemaState? state)
    {
        if (state?.ContentHash is { } other && other != app.SchemaHash)
        {
            throw new ArchietStartupException(
                $"The database holds another schema than this build of {app.Name}: it has {other}, the app needs {app.SchemaHash}. "
                + "Nothing was changed. Start the build that made it, or name a database that is empty.");
        }
    }
}
