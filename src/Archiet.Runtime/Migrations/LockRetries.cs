using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>
/// Tries again what found something locked: a migration gives up a lock that it does not get within two seconds, as everything that comes after it would wait behind
/// it, and comes back when those have gone through.
/// </summary>
internal static class LockRetries
{
    /// <summary>How often something is tried.</summary>
    internal const int Tries = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    internal static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Runs something that leaves nothing behind when it fails, or that can be begun again.</summary>
    public static async Task RunAsync(string migration, Func<Task> work, ILogger log, TimeProvider clock, CancellationToken cancel)
    {
        var since = clock.GetTimestamp();
        var pause = FirstPause;
        for (var number = 1; ; number++)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (PostgresException blocked) when (IsBlocked(blocked) && number < Tries && clock.GetElapsedTime(since) < Patience)
            {
                MigrationLog.Blocked(log, migration, number + 1, Tries);
            }
            await Task.Delay(pause, clock, cancel).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static bool IsBlocked(PostgresException failure) => failure.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected;
}
