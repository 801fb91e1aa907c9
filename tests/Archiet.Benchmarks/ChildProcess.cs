using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Archiet.Benchmarks;

/// <summary>Runs a program to its end and tells how much processor time it took.</summary>
internal static partial class ChildProcess
{
    private const int Children = -1;

    /// <summary>Runs this program again, in a process of its own, and gives what it printed.</summary>
    public static string RunSelf(params string[] args) => Run(Environment.ProcessPath!, [.. SelfPrefix(), .. args]).Output;

    /// <summary>Runs a program. One at a time: the processor time is that of all children which have ended meanwhile.</summary>
    public static (string Output, double UserSeconds) Run(string program, IEnumerable<string> args)
    {
        var before = ChildrenUserSeconds();
        using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var user = OperatingSystem.IsWindows() ? process.UserProcessorTime.TotalSeconds : ChildrenUserSeconds() - before;
        return process.ExitCode == 0
            ? (output, user)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.\n{output}\n{errors.GetAwaiter().GetResult()}");
    }

    /// <summary>What stands before the arguments when this program runs itself: its dll, where it was started by dotnet.</summary>
    public static IEnumerable<string> SelfPrefix() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];

    private static double ChildrenUserSeconds()
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }
        var usage = new ResourceUsage();
        return GetResourceUsage(Children, ref usage) == 0 ? usage.UserSeconds + (usage.UserMicroseconds / 1e6) : throw new InvalidOperationException("getrusage failed.");
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetResourceUsage(int who, ref ResourceUsage usage);

    /// <summary>The head of struct rusage, with room for the rest.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
    }
}
