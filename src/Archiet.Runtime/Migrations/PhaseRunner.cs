using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Archiet;

/// <summary>
/// Applies one Entity Framework migration. Its statements, Entity Framework's note of it and ours are one transaction: whatever ends the process or the server leaves
/// all or nothing. A statement that PostgreSQL does in no transaction stands in a migration of its own and can be begun again; the notes follow it.
/// </summary>
internal sealed class PhaseRunner(NpgsqlConnection connection, MigrationCommands commands, TimeProvider clock, ILogger log)
{
    private const string Brief = "2s", Patient = "10min", Limited = "30s";

    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(10);

    /// <summary>Applies it, and says how long that took.</summary>
    public async Task ApplyAsync(AppMigration migration, int number, int count, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        connection.Notice += Tell;
        try
        {
            var work = LockRetries.RunAsync(migration.Id, () => ApplyOnceAsync(migration, cancel), log, clock, cancel);
            while (await Task.WhenAny(work, Task.Delay(SayEvery, cancel)).ConfigureAwait(false) != work && !cancel.IsCancellationRequested)
            {
                var seconds = (int)Stopwatch.GetElapsedTime(since).TotalSeconds;
                MigrationLog.StillRunning(log, migration.Id, seconds);
            }
            await work.ConfigureAwait(false);
        }
        catch (PostgresException refused) when (refused.SqlState == GenomeMigration.AdministratorNeeded)
        {
            throw new ArchietStartupException(refused.MessageText, refused);
        }
        catch (NpgsqlException failure)
        {
            throw new ArchietStartupException(
                $"The migration {migration.Id} failed: {(failure as PostgresException)?.MessageText ?? failure.Message}. "
                + "What came before it is applied and kept; the next start goes on with it.",
                failure);
        }
        finally
        {
            connection.Notice -= Tell;
        }
        var elapsed = (long)Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        MigrationLog.Applied(log, migration.Id, elapsed, number, count);

        // What a long statement says of itself is sent as this, and nothing else is.
        void Tell(object sender, NpgsqlNoticeEventArgs told)
        {
            if (told.Notice.InvariantSeverity == "INFO")
            {
                MigrationLog.Progress(log, migration.Id, told.Notice.MessageText);
            }
        }
    }

    private async Task ApplyOnceAsync(AppMigration migration, CancellationToken cancel)
    {
        var instance = commands.Create(migration);
        var transaction = default(NpgsqlTransaction);
        try
        {
            foreach (var statement in commands.Up(instance))
            {
                if (statement.InTransaction)
                {
                    transaction ??= await BeginAsync(cancel).ConfigureAwait(false);
                }
                else
                {
                    await CommitAsync().ConfigureAwait(false);
                    await ExecuteAsync($"SET lock_timeout = '{(statement.WaitsAside ? Patient : Brief)}'; SET statement_timeout = 0", cancel).ConfigureAwait(false);
                }
                await ExecuteAsync(statement.Sql, cancel).ConfigureAwait(false);
            }
            transaction ??= await BeginAsync(cancel).ConfigureAwait(false);
            await NoteAsync(migration, instance, cancel).ConfigureAwait(false);
            await CommitAsync().ConfigureAwait(false);
        }
        finally
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }
        }

        async Task CommitAsync()
        {
            if (transaction is not null)
            {
                await transaction.CommitAsync(cancel).ConfigureAwait(false);
                await transaction.DisposeAsync().ConfigureAwait(false);
                transaction = null;
            }
        }
    }

    // Whoever comes behind a statement waits for it; a migration that reads rows while nobody does lifts the limit itself.
    private async Task<NpgsqlTransaction> BeginAsync(CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await ExecuteAsync($"SET LOCAL lock_timeout = '{Brief}'; SET LOCAL statement_timeout = '{Limited}'", cancel).ConfigureAwait(false);
        return transaction;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Two rows: one by which Entity Framework knows the migration, and for one that follows from the genome one that says what it was.</summary>
    private async Task NoteAsync(AppMigration migration, Migration instance, CancellationToken cancel)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("INSERT INTO archiet.migrations (\"MigrationId\", \"ProductVersion\") VALUES ($1, $2)")
                {
                    Parameters = { Text(migration.Id), Text(GenomeMigration.ProductVersion) },
                },
            },
        };
        if (migration.Emitted is { } emitted)
        {
            // Only what is not sealed is ever undone.
            var down = emitted.IsPending ? commands.Down(instance) : null;
            batch.BatchCommands.Add(new(
                "INSERT INTO archiet.history (id, content_hash, breaks, down_sql, down_in_transaction) VALUES ($1, $2, $3, $4, $5)")
            {
                Parameters =
                {
                    Text(migration.Id),
                    Text(emitted.Hash),
                    new NpgsqlParameter<bool> { TypedValue = emitted.Breaks },
                    new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = down is null ? DBNull.Value : down.Select(statement => statement.Sql).ToArray() },
                    new NpgsqlParameter<bool> { TypedValue = down?.All(statement => statement.InTransaction) ?? true },
                },
            });
        }
        await using (batch.ConfigureAwait(false))
        {
            await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };
}
