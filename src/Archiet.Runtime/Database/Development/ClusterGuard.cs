using System.Diagnostics;

namespace Archiet;

/// <summary>
/// A process that outlives this one to stop the cluster: it reads from a pipe that this process holds and never writes to, which the kernel closes however this
/// process ends, kill -9 included. It leaves this process's session and tree, so that what ends those does not end it.
/// </summary>
internal sealed class ClusterGuard : IDisposable
{
    private const string Script =
        """
        exec >/dev/null 2>&1 3<&0 </dev/null
        trap '' HUP INT TERM
        start=
        command -v setsid && start=setsid
        $start sh -c 'cat <&3; exec "$@"' guard "$@" &
        """;

    private readonly Process process;

    private ClusterGuard(Process process) => this.process = process;

    /// <summary>Starts the guard, with the command line that it runs when this process is gone.</summary>
    public static ClusterGuard Start(IReadOnlyList<string> command)
    {
        string[] shell = OperatingSystem.IsWindows()
            ? ["powershell", "-NoProfile", "-NonInteractive", "-Command", "$null = [Console]::In.ReadToEnd(); & $args[0] $args[1..($args.Length - 1)]"]
            : ["/bin/sh", "-c", Script, "guard"];
        var start = new ProcessStartInfo(shell[0], [.. shell.Skip(1), .. command])
        {
            RedirectStandardInput = true,
            CreateNoWindow = true,
            WorkingDirectory = OperatingSystem.IsWindows() ? "" : "/",
        };
        return new(Process.Start(start) ?? throw new InvalidOperationException("The guard of the private database did not start."));
    }

    /// <summary>Lets the guard go: it finds a cluster that has stopped, or one that others use.</summary>
    public void Dispose() => process.Dispose();
}
