using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>
/// The database on the private cluster: made with its roles at the first start, and made anew when its data stands in the way of what this build brings.
/// </summary>
internal sealed class DevelopmentDatabase(
    AppFacts app, DevelopmentFolder folder, string? binaries, Migrator migrator, SchemaStanding standing, ILoggerFactory logs) : AppDatabase
{
    private readonly ILogger log = logs.CreateLogger<DevelopmentDatabase>();
    private PrivateCluster? cluster;

    public override NpgsqlDataSource Source { get; } = Pool(folder, app.Roles, app.Roles.App, logs);

    public override NpgsqlDataSource Provisioning { get; } = Pool(folder, app.Roles, app.Roles.Provisioner, logs);

    public override NpgsqlDataSource Login { get; } = Pool(folder, app.Roles, app.Roles.Login, logs);

    /// <summary>Where the cluster and the accounts are.</summary>
    public DevelopmentFolder Folder => folder;

    public override async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync().ConfigureAwait(false);
        await Provisioning.DisposeAsync().ConfigureAwait(false);
        await Login.DisposeAsync().ConfigureAwait(false);
        if (cluster is not null)
        {
            await cluster.DisposeAsync().ConfigureAwait(false);
        }
    }

    protected override async Task StartOnceAsync(CancellationToken cancel)
    {
        var user = await ServerUser.FindAsync(cancel).ConfigureAwait(false);
        await folder.CreateAsync(user, cancel).ConfigureAwait(false);
        await CheckEntryAsync(user, cancel).ConfigureAwait(false);
        using var turn = await FolderLock.TakeAsync(folder.LockFile, cancel).ConfigureAwait(false);
        cluster = await PrivateCluster.JoinAsync(folder, binaries, user, log, cancel).ConfigureAwait(false);
        if (!await HasDatabaseAsync(cancel).ConfigureAwait(false))
        {
            await CreateAsync(cancel).ConfigureAwait(false);
        }
        var found = await CompareAsync(cancel).ConfigureAwait(false);
        SchemaRefusal.ThrowIfChanged(found, app);
        if (!found.IsCurrent)
        {
            // An earlier runtime may have known fewer of them.
            await CreateRolesAsync(cancel).ConfigureAwait(false);
            found = await MigrateAsync(cancel).ConfigureAwait(false);
        }
        standing.Note(found);
    }

    private static NpgsqlDataSource Pool(DevelopmentFolder folder, RoleNames roles, string role, ILoggerFactory logs) =>
        AppDatabaseFactory.Pool(PrivateCluster.ConnectionString(folder, roles.Database, role).ConnectionString, logs);

    private async Task CheckEntryAsync(ServerUser user, CancellationToken cancel)
    {
        if (user.IsOther && (await user.RunAsync("/bin/sh", ["-c", "cd \"$0\"", folder.Server], cancel).ConfigureAwait(false)).ExitCode != 0)
        {
            throw new ArchietStartupException(
                $"The user that PostgreSQL runs as cannot enter {folder.Root}: a folder above it is closed to other users. Name another in {DevelopmentFolder.Setting}.");
        }
    }

    private async Task<bool> HasDatabaseAsync(CancellationToken cancel)
    {
        var connection = await AsSuperuserAsync("postgres", cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = app.Roles.Database } },
            };
            return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
        }
    }

    private async Task CreateAsync(CancellationToken cancel)
    {
        // Of a database that is gone.
        File.Delete(folder.Accounts);
        await CreateRolesAsync(cancel).ConfigureAwait(false);
        var connection = await AsSuperuserAsync("postgres", cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await using var command = new NpgsqlCommand(app.Roles.DatabaseStatement, connection);
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private async Task CreateRolesAsync(CancellationToken cancel)
    {
        var connection = await AsSuperuserAsync("postgres", cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            foreach (var statement in app.Roles.RoleStatements())
            {
                await using var command = new NpgsqlCommand(statement, connection);
                try
                {
                    await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                }
                catch (PostgresException exists) when (exists.SqlState is PostgresErrorCodes.DuplicateObject)
                {
                    // A role outlives its database.
                }
            }
            if (ClusterAddress.Of(folder).Password is { } password)
            {
                foreach (var role in (string[])[app.Roles.Migrator, app.Roles.App, app.Roles.Provisioner, app.Roles.Login, app.Roles.Auditor])
                {
                    await using var command = new NpgsqlCommand($"ALTER ROLE {SqlName.Quote(role)} PASSWORD {SqlName.Literal(password)}", connection);
                    await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task RecreateAsync(string reason, CancellationToken cancel)
    {
        MigrationLog.MadeAnew(log, app.Roles.Database, reason);
        Source.Clear();
        Provisioning.Clear();
        Login.Clear();
        var connection = await AsSuperuserAsync("postgres", cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await using var drop = new NpgsqlCommand($"DROP DATABASE {SqlName.Quote(app.Roles.Database)} WITH (FORCE)", connection);
            await drop.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
        await CreateAsync(cancel).ConfigureAwait(false);
    }

    private async Task<SchemaComparison> CompareAsync(CancellationToken cancel)
    {
        await using var connection = await Source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        return new(app.History, await AppliedHistory.ReadAsync(connection, cancel).ConfigureAwait(false));
    }

    private async Task<SchemaComparison> MigrateAsync(CancellationToken cancel)
    {
        var connectionString = PrivateCluster.ConnectionString(folder, app.Roles.Database, app.Roles.Migrator).ConnectionString;
        var outcome = await migrator.RunAsync(connectionString, PendingPolicy.Replace, identity: null, cancel).ConfigureAwait(false);
        if (outcome.Refusal is { } reason)
        {
            await RecreateAsync(reason, cancel).ConfigureAwait(false);
            outcome = await migrator.RunAsync(connectionString, PendingPolicy.Replace, identity: null, cancel).ConfigureAwait(false);
        }
        return outcome.Comparison;
    }

    private async Task<NpgsqlConnection> AsSuperuserAsync(string database, CancellationToken cancel)
    {
        var builder = PrivateCluster.ConnectionString(folder, database, PrivateCluster.Superuser);
        builder.Pooling = false;
        var connection = new NpgsqlConnection(builder.ConnectionString);
        await connection.OpenAsync(cancel).ConfigureAwait(false);
        return connection;
    }
}
