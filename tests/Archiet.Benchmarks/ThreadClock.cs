using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Archiet.Benchmarks;

/// <summary>What an action takes: by the clock on the wall, and of the processor on this thread, which says the same on a machine with other work to do.</summary>
internal static partial class ThreadClock
{
    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    /// <summary>Runs an action.</summary>
    public static Taken Measure(Action action)
    {
        var (wall, processor) = (Stopwatch.GetTimestamp(), Milliseconds());
        action();
        var elapsed = Stopwatch.GetElapsedTime(wall).TotalMilliseconds;
        return new(elapsed, processor is { } before ? Milliseconds()!.Value - before : elapsed);
    }

    private static double? Milliseconds()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }
        var time = default(TimeSpecification);
        return GetTime(OperatingSystem.IsMacOS() ? MacThreadClock : LinuxThreadClock, ref time) == 0
            ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
            : throw new InvalidOperationException("clock_gettime failed.");
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, ref TimeSpecification time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

/// <summary>Milliseconds on the wall, and of the processor.</summary>
internal readonly record struct Taken(double Wall, double Processor)
{
    /// <summary>The medians of several.</summary>
    public static Taken Median(IReadOnlyList<Taken> all) => new(Measures.Median(all.Select(taken => taken.Wall)), Measures.Median(all.Select(taken => taken.Processor)));
}
