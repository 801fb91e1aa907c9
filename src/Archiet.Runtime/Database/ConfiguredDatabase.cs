using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>
/// A database that someone else runs: it is migrated where a migrator is named, one that this build does not fit is refused and left as it is, and so is a role that
/// row-level security does not hold.
/// </summary>
internal sealed class ConfiguredDatabase(
    AppFacts app,
    string connectionString,
    string? migratorConnectionString,
    NpgsqlDataSource? provisioning,
    NpgsqlDataSource? login,
    PendingPolicy policy,
    Migrator migrator,
    SchemaStanding standing,
    ILoggerFactory logs) : AppDatabase
{
    public override NpgsqlDataSource Source { get; } = AppDatabaseFactory.Pool(connectionString, logs);

    public override NpgsqlDataSource? Provisioning => provisioning;

    public override NpgsqlDataSource? Login => login;

    public override async ValueTask DisposeAsync()
    {
        foreach (var pool in (NpgsqlDataSource?[])[Source, provisioning, login])
        {
            if (pool is not null)
            {
                await pool.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    protected override async Task StartOnceAsync(CancellationToken cancel)
    {
        var found = new SchemaComparison(app.History, await AskAsync(cancel).ConfigureAwait(false));
        SchemaRefusal.ThrowIfChanged(found, app);
        if (!found.IsCurrent)
        {
            found = await MigrateAsync(found, cancel).ConfigureAwait(false);
        }
        standing.Note(found);
    }

    private async Task<SchemaComparison> MigrateAsync(SchemaComparison found, CancellationToken cancel)
    {
        // The migrator asks again, as the only one that migrates; here it is asked first what a migrator would not help.
        if (SchemaRefusal.Of(found, app, policy) is { } reason)
        {
            throw new ArchietStartupException(reason);
        }
        if (migratorConnectionString is null or "")
        {
            throw new ArchietStartupException(
                $"The database lacks migrations of {app.Name} or of its runtime, and ConnectionStrings:{AppDatabaseFactory.MigratorConnectionName} is missing: "
                + $"set it to the role \"{app.Roles.Migrator}\" for a start that may migrate.");
        }
        var outcome = await migrator.RunAsync(migratorConnectionString, policy, await IdentityAsync(cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
        return outcome switch
        {
            { Refusal: { } refusal, Cause: { } cause } => throw new ArchietStartupException(refusal, cause),
            { Refusal: { } refusal } => throw new ArchietStartupException(refusal),
            _ => outcome.Comparison,
        };
    }

    /// <summary>Who the app is and what the database has seen: one round trip, and all that a start on an up-to-date database asks.</summary>
    private async Task<AppliedHistory> AskAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
        var role = default(ServingRole);
        var applied = AppliedHistory.None;
        var batch = new NpgsqlBatch(connection) { BatchCommands = { RoleCheck.Command(app.Roles), AppliedHistory.Command() } };
        await using (batch.ConfigureAwait(false))
        {
            try
            {
                await using var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                role = await RoleCheck.ReadAsync(rows, app.Roles, cancel).ConfigureAwait(false);
                await rows.NextResultAsync(cancel).ConfigureAwait(false);
                applied = await AppliedHistory.ReadAsync(rows, cancel).ConfigureAwait(false);
            }
            catch (PostgresException failure) when (AppliedHistory.IsNone(failure))
            {
                // The second question, on an empty database: the first was answered.
            }
            catch (PostgresException failure) when (role is not null && failure.SqlState is PostgresErrorCodes.InsufficientPrivilege)
            {
                throw new ArchietStartupException(role.Fault ?? RoleCheck.NoEntry(role, app), failure);
            }
        }
        return role?.Fault is { } fault ? throw new ArchietStartupException(fault) : applied;
    }

    private async Task<string?> IdentityAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel).ConfigureAwait(false);
        return await DatabaseIdentity.ReadAsync(connection, cancel).ConfigureAwait(false);
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
}
