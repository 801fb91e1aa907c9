using Archiet.Sql;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>
/// The connection of a process that migrates: it acts as the owner, says so to the tables' policies, and holds the lock that only one process has. The lock is on the
/// connection that does the work: a server process that outlives its killed app, building an index, keeps the next one waiting. It is tried and polled, because a
/// session that waits inside the server would stand in the way of statements that wait for all others.
/// </summary>
internal sealed class MigratorSession : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private MigratorSession(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    /// <summary>Connects, becomes the owner and waits for the lock.</summary>
    public static async Task<MigratorSession> OpenAsync(string connectionString, RoleNames roles, ILogger log, TimeProvider clock, CancellationToken cancel)
    {
        // Not from the pool: the session's role, settings and lock end with it. No limit on the client's side: the server has them, a phase at a time.
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        var session = new MigratorSession(new(builder.ConnectionString));
        try
        {
            await session.ConnectAsync(cancel).ConfigureAwait(false);
            await session.BecomeOwnerAsync(roles, cancel).ConfigureAwait(false);
            await session.LockAsync(log, clock, cancel).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private async Task ConnectAsync(CancellationToken cancel)
    {
        try
        {
            await Connection.OpenAsync(cancel).ConfigureAwait(false);
        }
        catch (NpgsqlException failure)
        {
            throw new ArchietStartupException($"The database of ConnectionStrings:{AppDatabaseFactory.MigratorConnectionName} does not answer: {failure.Message}", failure);
        }
    }

    private async Task BecomeOwnerAsync(RoleNames roles, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SET ROLE {SqlName.Quote(roles.Owner)};
            SET app.migrating = 'on';
            SET TIME ZONE 'UTC';
            SET lock_timeout = '2s';
            SET statement_timeout = '30s';
            SET idle_in_transaction_session_timeout = '60s';
            """,
            Connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.InvalidParameterValue)
        {
            throw new ArchietStartupException(
                $"The role of ConnectionStrings:ArchietMigrator cannot act as \"{roles.Owner}\", which owns the tables ({refused.MessageText}). "
                + $"An administrator of the database runs once: {string.Join("; ", roles.SetupStatements())};",
                refused);
        }
    }

    private async Task LockAsync(ILogger log, TimeProvider clock, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", Connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = MigrationLock.Key } },
        };
        var since = clock.GetTimestamp();
        var say = SayEvery;
        while (await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not true)
        {
            var waited = clock.GetElapsedTime(since);
            if (waited > Patience)
            {
                throw new ArchietStartupException($"Another process has been migrating the database for {Patience.TotalMinutes} minutes. Nothing was changed by this one; start it again.");
            }
            if (waited > say)
            {
                MigrationLog.Waiting(log, Connection.Database, (int)waited.TotalSeconds);
                say += SayEvery;
            }
            await Task.Delay(Poll, clock, cancel).ConfigureAwait(false);
        }
    }
}
