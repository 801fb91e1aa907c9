using System.Net.Http.Headers;

namespace Archiet.Draft.Wire.Sending;

/// <summary>How long to wait before a request is sent again.</summary>
/// <param name="random">A number from 0 to below 1: many who wait for the same server come back at different times.</param>
/// <param name="time">What a date is measured against.</param>
internal sealed class RetryPauses(Func<double> random, TimeProvider time)
{
    /// <summary>The longest pause, whatever a server asks for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestOwn = TimeSpan.FromSeconds(30);

    /// <summary>The pause after an attempt: what the server asks for within reason, else anything up to a limit that doubles.</summary>
    /// <param name="attempt">The attempt that failed, from one.</param>
    /// <param name="asked">The server's own wish.</param>
    public TimeSpan After(int attempt, RetryConditionHeaderValue? asked)
    {
        var wish = asked?.Delta ?? (asked?.Date - time.GetUtcNow());
        if (wish > TimeSpan.Zero)
        {
            return wish.Value < Longest ? wish.Value : Longest;
        }
        var limit = Math.Min(LongestOwn.Ticks, First.Ticks << Math.Min(attempt - 1, 10));
        return TimeSpan.FromTicks((long)(random() * limit));
    }
}
