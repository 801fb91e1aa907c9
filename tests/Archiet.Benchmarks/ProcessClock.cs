using System.Diagnostics;

namespace Archiet.Benchmarks;

/// <summary>
/// What an action takes: by the clock on the wall, and of all processors in the whole process, for what is done on several threads. That is more than the action itself:
/// the garbage collector and the compiler of hot code are in it.
/// </summary>
internal static class ProcessClock
{
    /// <summary>Runs an action.</summary>
    public static Taken Measure(Action action)
    {
        var (wall, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        action();
        return new(Stopwatch.GetElapsedTime(wall).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }
}
