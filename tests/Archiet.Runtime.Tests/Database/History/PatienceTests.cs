using Archiet.Runtime.Tests.People.Sample;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>How long a migration waits for others, and that it ends. The clock goes as fast as it is asked.</summary>
public sealed class PatienceTests
{
    [Test]
    public async Task What_is_locked_is_tried_twenty_times_with_growing_pauses_and_then_told()
    {
        var fast = new HastyClock();
        var tries = 0;

        var refused = await FailsAsync(fast, () => tries++);

        Assert.That(refused.SqlState, Is.EqualTo(PostgresErrorCodes.LockNotAvailable));
        Assert.That(tries, Is.EqualTo(LockRetries.Tries));
        Assert.That(fast.Waits, Has.Count.EqualTo(LockRetries.Tries - 1).And.Ordered);
        Assert.That(fast.Waits[0] * 2, Is.EqualTo(fast.Waits[1]));
        Assert.That(fast.Waits[^1], Is.EqualTo(LockRetries.LongestPause));
    }

    [Test]
    public async Task Tries_that_take_long_end_sooner()
    {
        var fast = new HastyClock();
        var tries = 0;

        await FailsAsync(fast, () =>
        {
            tries++;
            fast.Pass(TimeSpan.FromMinutes(4));
        });

        Assert.That(tries, Is.EqualTo(4));
        Assert.That(fast.Passed, Is.GreaterThan(LockRetries.Patience).And.LessThan(LockRetries.Patience + TimeSpan.FromMinutes(4)));
    }

    [Test]
    public void Whatever_else_fails_is_tried_once()
    {
        var tries = 0;

        Assert.That(
            () => LockRetries.RunAsync("m", () => throw new InvalidOperationException($"{++tries}"), NullLogger.Instance, new HastyClock(), CancellationToken.None),
            Throws.InvalidOperationException.With.Message.EqualTo("1"));
    }

    [Test]
    public async Task Another_process_that_migrates_for_a_quarter_of_an_hour_is_not_waited_for_longer()
    {
        var database = await ClubDatabase.CreateAsync();
        await using var other = new NpgsqlConnection(database.Superuser);
        await other.OpenAsync();
        await using (var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({Archiet.Sql.MigrationLock.Key})", other))
        {
            await hold.ExecuteNonQueryAsync();
        }
        var fast = new HastyClock();
        var migrator = new Migrator(ClubHistories.App("start"), fast, NullLogger<Migrator>.Instance);

        Assert.That(
            () => migrator.RunAsync(database.Migrator, PendingPolicy.Refuse, identity: null, CancellationToken.None),
            Throws.InstanceOf<ArchietStartupException>().With.Message.Contains("15 minutes").And.Message.Contains("Nothing was changed"));
        Assert.That(fast.Passed, Is.GreaterThan(TimeSpan.FromMinutes(15)).And.LessThan(TimeSpan.FromMinutes(16)));
        Assert.That(await database.ScalarAsync<bool>("SELECT to_regnamespace('archiet') IS NULL"), Is.True);
    }

    private static async Task<PostgresException> FailsAsync(HastyClock fast, Action tried)
    {
        try
        {
            await LockRetries.RunAsync("m", Locked, NullLogger.Instance, fast, CancellationToken.None);
        }
        catch (PostgresException refused)
        {
            return refused;
        }
        throw new AssertionException("It gave up nothing.");

        Task Locked()
        {
            tried();
            throw new PostgresException("locked", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable);
        }
    }
}
