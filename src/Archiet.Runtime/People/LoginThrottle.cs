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

    /// <summary>How long the caller has to wait before the next attempt is looked at; zero for not at all.</summary>
    public TimeSpan Wait(string emailKey, IPAddress? address)
    {
        if (!failures.TryGetValue((emailKey, Network(address)), out var seen))
        {
            return TimeSpan.Zero;
        }
        var wait = seen.Last + Delay(seen.Count) - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Counts an attempt before its password is looked at, so that attempts sent all at once do not pass all at once.</summary>
    public void Count(string emailKey, IPAddress? address)
    {
        var now = clock.GetUtcNow();
        failures.AddOrUpdate(
            (emailKey, Network(address)),
            static (_, now) => new(1, now),
            static (_, seen, now) => IsForgotten(seen, now) ? new(1, now) : new(seen.Count + 1, now),
            now);
        Prune(now);
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
