using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>What migrating came to.</summary>
/// <param name="Comparison">How the database stands to this build.</param>
/// <param name="Refusal">Why it was not migrated, in a sentence; null where it was. A database without data would be.</param>
/// <param name="Cause">What failed.</param>
internal sealed record MigrationOutcome(SchemaComparison Comparison, string? Refusal, Exception? Cause);

/// <summary>
/// Brings a database to what this build of the app needs, one Entity Framework migration after the other. Processes that start at once take turns, and whoever has
/// waited finds nothing left to do.
/// </summary>
internal sealed class Migrator(AppFacts app, TimeProvider clock, ILogger<Migrator> log)
{
    /// <summary>Migrates the database of a connection string whose role is a member of the owner.</summary>
    /// <param name="connectionString">Where and as whom.</param>
    /// <param name="policy">What may be done with changes that are not sealed.</param>
    /// <param name="identity">Which database is meant (<see cref="DatabaseIdentity"/>); null where the connection string cannot be of another, or nobody knows.</param>
    /// <param name="cancel">Ends it between statements, or within one.</param>
    public async Task<MigrationOutcome> RunAsync(string connectionString, PendingPolicy policy, string? identity, CancellationToken cancel)
    {
        try
        {
            var session = await MigratorSession.OpenAsync(connectionString, app.Roles, log, clock, cancel).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                if (identity is not null)
                {
                    await DatabaseIdentity.DemandAsync(session.Connection, identity, cancel).ConfigureAwait(false);
                }
                return await RunAsync(session.Connection, policy, cancel).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException failure)
        {
            throw new ArchietStartupException($"Migrating the database ended early: {failure.Message}. What was applied is kept; the next start goes on with it.", failure);
        }
    }

    private async Task<MigrationOutcome> RunAsync(NpgsqlConnection connection, PendingPolicy policy, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        var (found, refusal) = await JudgeAsync(connection, policy, cancel).ConfigureAwait(false);
        if (refusal is null && !found.HasRuntime)
        {
            await OwnerRights.DemandAsync(connection, app.Roles, cancel).ConfigureAwait(false);
            await ApplyRuntimeAsync(connection, cancel).ConfigureAwait(false);
            (found, refusal) = await JudgeAsync(connection, policy, cancel).ConfigureAwait(false);
        }
        if (refusal is not null)
        {
            return new(found, refusal, null);
        }
        if (found.Rebased.Count > 0)
        {
            await new MigrationRows(connection).RenameAsync(found.Rebased.Select(static rebased => (rebased.OldId, rebased.Migration.Id)), cancel).ConfigureAwait(false);
            foreach (var rebased in found.Rebased)
            {
                MigrationLog.Rebased(log, connection.Database, rebased.OldId, rebased.Migration.Id);
            }
            found = await CompareAsync(connection, cancel).ConfigureAwait(false);
        }
        if (found.SealedPending is { } taken)
        {
            await new MigrationRows(connection).RenameAsync([(EmittedMigration.PendingId, taken.Id)], cancel).ConfigureAwait(false);
            MigrationLog.TakenOver(log, connection.Database, taken.Id);
            found = await CompareAsync(connection, cancel).ConfigureAwait(false);
        }
        return found.Pending == PendingChanges.Other
            ? await ReplaceAsync(connection, found, since, cancel).ConfigureAwait(false)
            : await ApplyAsync(connection, found, since, cancel).ConfigureAwait(false);
    }

    private async Task ApplyRuntimeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        try
        {
            await LockRetries.RunAsync("of the runtime", () => RuntimeSchema.ApplyAsync(connection, app.Roles, cancel), log, clock, cancel).ConfigureAwait(false);
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedObject)
        {
            throw new ArchietStartupException(
                $"A role of the app is missing ({missing.MessageText}). An administrator of the database runs those of these that were not run: "
                + $"{string.Join("; ", app.Roles.RoleStatements())};",
                missing);
        }
    }

    /// <summary>How the database stands to this build, and what speaks against migrating it.</summary>
    private async Task<(SchemaComparison Found, string? Refusal)> JudgeAsync(NpgsqlConnection connection, PendingPolicy policy, CancellationToken cancel)
    {
        var found = await CompareAsync(connection, cancel).ConfigureAwait(false);
        SchemaRefusal.ThrowIfChanged(found, app);
        return (found, SchemaRefusal.Of(found, app, policy));
    }

    private async Task<SchemaComparison> CompareAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        new(app.History, await AppliedHistory.ReadAsync(connection, cancel).ConfigureAwait(false));

    /// <summary>Undoes another build's pending changes and applies this one's. What fails about it is refused, not thrown: without the data there it would do.</summary>
    private async Task<MigrationOutcome> ReplaceAsync(NpgsqlConnection connection, SchemaComparison found, long since, CancellationToken cancel)
    {
        MigrationLog.Undoing(log, connection.Database);
        try
        {
            if (!await new PendingRows(connection).UndoAsync(cancel).ConfigureAwait(false))
            {
                return new(found, SchemaRefusal.PendingWithoutDown(app), null);
            }
            return await ApplyAsync(connection, await CompareAsync(connection, cancel).ConfigureAwait(false), since, cancel).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is PostgresException or ArchietStartupException { InnerException: PostgresException })
        {
            return new(found, SchemaRefusal.PendingNotReplaced(app, failure), failure);
        }
    }

    private async Task<MigrationOutcome> ApplyAsync(NpgsqlConnection connection, SchemaComparison found, long since, CancellationToken cancel)
    {
        if (found.Missing is not [.., var newest])
        {
            return new(found, null, null);
        }
        MigrationLog.Migrating(log, connection.Database, found.Missing.Count, newest.Id);
        var context = app.OpenContext(connection);
        await using (context.ConfigureAwait(false))
        {
            var runner = new PhaseRunner(connection, new(context), clock, log);
            for (var at = 0; at < found.Missing.Count; at++)
            {
                await runner.ApplyAsync(found.Missing[at], at + 1, found.Missing.Count, cancel).ConfigureAwait(false);
            }
        }
        var elapsed = (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        MigrationLog.Migrated(log, connection.Database, elapsed);
        return new(await CompareAsync(connection, cancel).ConfigureAwait(false), null, null);
    }
}
