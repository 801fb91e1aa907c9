namespace Archiet.Draft.Tests.Wire.Kit;

/// <summary>A clock in which pauses take no time, and limits are reached when a test says so.</summary>
internal sealed class TestTime : TimeProvider
{
    /// <summary>What is shorter is a pause between attempts, and is skipped; what is longer is a limit.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(61);

    private readonly Lock _lock = new();
    private readonly List<Limit> _limits = [];
    private DateTimeOffset _now = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The pauses that were asked for.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    /// <summary>Whether a pause goes on until the clock is turned.</summary>
    public bool HoldsPauses { get; init; }

    /// <summary>Set when a pause begins.</summary>
    public TaskCompletionSource Paused { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var limit = new Limit(callback, state, _now + dueTime);
            if (dueTime >= LongestPause)
            {
                _limits.Add(limit);
            }
            else if (dueTime >= TimeSpan.Zero)
            {
                Pauses.Add(dueTime);
                Paused.TrySetResult();
                if (!HoldsPauses)
                {
                    _now += dueTime;
                    ThreadPool.QueueUserWorkItem(static limit => limit.Fire(), limit, preferLocal: false);
                }
            }
            return limit;
        }
    }

    /// <summary>Turns the clock.</summary>
    public void Advance(TimeSpan by)
    {
        List<Limit> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _limits.Where(limit => limit.Due <= _now)];
            _limits.RemoveAll(due.Contains);
        }
        due.ForEach(static limit => limit.Fire());
    }

    private sealed class Limit(TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        private bool _ended;

        public DateTimeOffset Due { get; } = due;

        public void Fire()
        {
            if (!_ended)
            {
                callback(state);
            }
        }

        /// <summary>A source of cancellation stops its timer so.</summary>
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _ended = dueTime == Timeout.InfiniteTimeSpan;
            return true;
        }

        public void Dispose() => _ended = true;

        public ValueTask DisposeAsync()
        {
            _ended = true;
            return ValueTask.CompletedTask;
        }
    }
}
