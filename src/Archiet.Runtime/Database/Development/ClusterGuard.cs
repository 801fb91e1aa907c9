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

    // The command goes by the environment: what follows -Command is read as a script again.
    private const string WindowsScript = "$null = [Console]::In.ReadToEnd(); $line = $env:ARCHIET_STOP -split \"`n\"; & $line[0] $line[1..($line.Length - 1)]";

    private readonly Process process;

    private ClusterGuard(Process process) => this.process = process;

    /// <summary>Starts the guard, with the command line that it runs when this process is gone.</summary>
    public static ClusterGuard Start(IReadOnlyList<string> command)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("powershell", ["-NoProfile", "-NonInteractive", "-Command", WindowsScript]) { CreateNoWindow = true }
            : new ProcessStartInfo("/bin/sh", ["-c", Script, "guard", .. command]) { WorkingDirectory = "/" };
        start.RedirectStandardInput = true;
        if (OperatingSystem.IsWindows())
        {
            start.Environment["ARCHIET_STOP"] = string.Join('\n', command);
        }
        return new(Process.Start(start) ?? throw new InvalidOperationException("The guard of the private database did not start."));
    }

    /// <summary>Lets the guard go: it finds a cluster that has stopped, or one that others use.</summary>
    public void Dispose() => process.Dispose();
}
