using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>What migrating came to.</summary>
internal enum MigrationOutcome
{
    /// <summary>The schema was right already, or is now.</summary>
    UpToDate,

    /// <summary>The database holds the schema of another build; nothing was touched.</summary>
    OtherSchema,
}

/// <summary>
/// Brings an empty database to the app's schema. Processes that start at once take turns by an advisory lock on the connection that Entity Framework migrates
/// on: tried and polled, because one that waits inside the server would stand in the way of statements that wait for all others.
/// </summary>
internal sealed class Migrator(AppFacts app, ILogger<Migrator> log)
{
    private const long LockKey = 0x4172_6368_6965_7401;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Migrates the database of a connection string whose role is a member of the owner.</summary>
    public async Task<MigrationOutcome> RunAsync(string connectionString, CancellationToken cancel)
    {
        // Not from the pool: the session's role, settings and lock end with it.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await OpenAsync(connection, cancel).ConfigureAwait(false);
        await PrepareAsync(connection, cancel).ConfigureAwait(false);
        await LockAsync(connection, cancel).ConfigureAwait(false);
        var state = await SchemaState.ReadAsync(connection, cancel).ConfigureAwait(false);
        if (state?.Fits(app) == true)
        {
            return MigrationOutcome.UpToDate;
        }
        if (state?.ContentHash is { } other && other != app.SchemaHash)
        {
            return MigrationOutcome.OtherSchema;
        }
        MigrationLog.Migrating(log, connection.Database, app.SchemaHash);
        await ApplyRuntimeAsync(connection, cancel).ConfigureAwait(false);
        await MigrateAsync(connection, cancel).ConfigureAwait(false);
        MigrationLog.Migrated(log, connection.Database, app.SchemaHash);
        return MigrationOutcome.UpToDate;
    }

    private static async Task OpenAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        try
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw new ArchietStartupException($"The database of ConnectionStrings:{AppDatabaseFactory.MigratorConnectionName} does not answer: {failure.Message}", failure);
        }
    }

    private async Task ApplyRuntimeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        try
        {
            await RuntimeSchema.ApplyAsync(connection, app.Roles, cancel).ConfigureAwait(false);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedObject)
        {
            throw new ArchietStartupException(
                $"A role of the app is missing ({missing.MessageText}). An administrator of the database runs those of these that were not run: "
                + $"{string.Join("; ", app.Roles.RoleStatements())};",
                missing);
        }
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SET ROLE {SqlName.Quote(app.Roles.Owner)};
            SET app.migrating = 'on';
            SET TIME ZONE 'UTC';
            SET lock_timeout = '2s';
            SET statement_timeout = '30s';
            SET idle_in_transaction_session_timeout = '60s';
            """,
            connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidParameterValue)
        {
            throw new ArchietStartupException(
                $"The role of ConnectionStrings:ArchietMigrator cannot act as \"{app.Roles.Owner}\", which owns the tables ({refused.MessageText}). "
                + $"An administrator of the database runs once: {string.Join("; ", app.Roles.SetupStatements())};",
                refused);
        }
    }

    private static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = LockKey } },
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            while (await command.ExecuteScalarAsync(patience.Token).ConfigureAwait(false) is not true)
            {
                await Task.Delay(Poll, patience.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ArchietStartupException($"Another process has been migrating the database for {Patience.TotalMinutes} minutes.");
        }
    }

    /// <summary>
    /// The hash is noted before and confirmed after. Entity Framework commits on its own in between, so a process that dies there leaves an unconfirmed note, and
    /// the next one finds by Entity Framework's own table whether there is anything left to do.
    /// </summary>
    private async Task MigrateAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var context = app.OpenContext(connection);
        await using (context.ConfigureAwait(false))
        {
            var newest = context.Database.GetMigrations().LastOrDefault() ?? throw new ArchietStartupException($"The app {app.Name} has no migration.");
            await NoteAsync(
                connection,
                "INSERT INTO archiet.history (id, content_hash) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET content_hash = $2 WHERE history.applied_at IS NULL",
                newest,
                cancel).ConfigureAwait(false);
            try
            {
                await context.Database.MigrateAsync(cancel).ConfigureAwait(false);
                await SeedAsync(connection, cancel).ConfigureAwait(false);
            }
            catch (PostgresException refused) when (refused.SqlState == GenomeMigration.AdministratorNeeded)
            {
                throw new ArchietStartupException(refused.MessageText, refused);
            }
            await NoteAsync(connection, "UPDATE archiet.history SET applied_at = now() WHERE id = $1 AND content_hash = $2", newest, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the tenants that exist the seed rows that they lack, each in a transaction of its own.</summary>
    private async Task SeedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (app.Seeds.Count == 0)
        {
            return;
        }
        foreach (var tenant in await TenantsAsync(connection, cancel).ConfigureAwait(false))
        {
            var batch = new NpgsqlBatch(connection) { BatchCommands = { TenantBatch.Setting(tenant) } };
            await using (batch.ConfigureAwait(false))
            {
                foreach (var seed in app.Seeds)
                {
                    batch.BatchCommands.Add(new(seed) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = tenant } } });
                }
                await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task<List<Guid>> TenantsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT id FROM archiet.tenants ORDER BY id", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var tenants = new List<Guid>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            tenants.Add(rows.GetGuid(0));
        }
        return tenants;
    }

    private async Task NoteAsync(NpgsqlConnection connection, string sql, string id, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = app.SchemaHash } },
        };
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }
}
