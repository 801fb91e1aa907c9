namespace Archiet.Runtime.Tests.Database.History;

/// <summary>A clock on which whoever waits is there at once: the time that it takes passes on the clock alone.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly List<TimeSpan> waits = [];
    private long now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long was waited, each time.</summary>
    public IReadOnlyList<TimeSpan> Waits => waits;

    /// <summary>What has passed.</summary>
    public TimeSpan Passed => new(now);

    public override long GetTimestamp() => now;

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => now += time.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        waits.Add(dueTime);
        Pass(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
