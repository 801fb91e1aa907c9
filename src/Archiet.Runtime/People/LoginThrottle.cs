using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Archiet;

/// <summary>
/// Slows guesses down: after five failures for an account from one network, each further one doubles the wait, up to a quarter of an hour. Kept in this process,
/// by account and network, so that nobody can lock another out from elsewhere.
/// </summary>
internal sealed class LoginThrottle(TimeProvider clock)
{
    private const int FreeFailures = 5;
    private const int PruneAbove = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string Account, string Network), Failures> failures = new();

    /// <summary>
    /// How long the caller has to wait before an attempt is looked at; zero for not at all, and then the attempt counts as failed until it has succeeded: of
    /// attempts sent all at once no more pass than of attempts sent one by one.
    /// </summary>
    public TimeSpan Enter(string emailKey, IPAddress? address)
    {
        var key = (emailKey, Network(address));
        var now = clock.GetUtcNow();
        while (true)
        {
            if (!failures.TryGetValue(key, out var seen))
            {
                if (failures.TryAdd(key, new(1, now)))
                {
                    Prune(now);
                    return TimeSpan.Zero;
                }
                continue;
            }
            var wait = seen.Last + Delay(seen.Count) - now;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }
            if (failures.TryUpdate(key, new(IsForgotten(seen, now) ? 1 : seen.Count + 1, now), seen))
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Forgets the failures after a success.</summary>
    public void Clear(string emailKey, IPAddress? address) => failures.TryRemove((emailKey, Network(address)), out _);

    private static TimeSpan Delay(int count)
    {
        if (count < FreeFailures)
        {
            return TimeSpan.Zero;
        }
        var delay = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(count - FreeFailures, 16)));
        return delay < Longest ? delay : Longest;
    }

    private static bool IsForgotten(Failures seen, DateTimeOffset now) => now - seen.Last > 2 * Longest;

    /// <summary>The /24 of an IPv4 address, the /56 of an IPv6 address: what one attacker has many of.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7).Clear();
        return new IPAddress(bytes).ToString();
    }

    private void Prune(DateTimeOffset now)
    {
        if (failures.Count <= PruneAbove)
        {
            return;
        }
        foreach (var pair in failures)
        {
            if (IsForgotten(pair.Value, now))
            {
                failures.TryRemove(pair);
            }
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Last);
}
