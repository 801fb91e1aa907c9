using System.Diagnostics;
using System.Globalization;

namespace Archiet.Runtime.Tests;

/// <summary>A throw-away cluster in a folder of its own: no TCP, no fsync, gone with the tests.</summary>
internal sealed class PostgresCluster : IDisposable
{
    public const string Superuser = "postgres";

    private readonly string folder;
    private readonly string binaries;
    private readonly string options;

    private PostgresCluster(string folder, string binaries, string options)
    {
        this.folder = folder;
        this.binaries = binaries;
        this.options = options;
    }

    /// <summary>The folder of the unix socket.</summary>
    public string SocketFolder => folder;

    /// <summary>The server's own process.</summary>
    public int ServerProcess => int.Parse(File.ReadLines(Path.Combine(DataFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>The path of one of PostgreSQL's programs.</summary>
    public string Program(string name) => Path.Combine(binaries, name);

    private string DataFolder => Path.Combine(folder, "data");

    /// <summary>Makes a cluster and starts it.</summary>
    /// <param name="settings">Settings of the server, as in <c>jit=off</c>.</param>
    public static PostgresCluster Start(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("archiet-").FullName;
        string[] all = ["listen_addresses=''", $"unix_socket_directories='{folder}'", "fsync=off", "full_page_writes=off", "synchronous_commit=off", .. settings];
        var cluster = new PostgresCluster(folder, FindBinaries(), string.Join(' ', all.Select(setting => "-c " + setting)));
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", cluster.folder);
        }
        cluster.RunServer("initdb", "--pgdata", cluster.DataFolder, "--username", Superuser, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        cluster.StartAgain();
        return cluster;
    }

    /// <summary>Starts a cluster that was stopped.</summary>
    public void StartAgain() => RunServer("pg_ctl", "start", "--wait", "--pgdata", DataFolder, "--log", Path.Combine(folder, "log"), "--options", options);

    /// <summary>Stops it at once, without a last word to anybody.</summary>
    public void StopAtOnce() => RunServer("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", DataFolder);

    public void Dispose()
    {
        StopAtOnce();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root; then it runs as the user that its packages make.</summary>
    private void RunServer(string program, params string[] arguments)
    {
        var path = Program(program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // Not redirected: the server would keep the pipe open after pg_ctl has gone.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/", ArgumentList = { "-c", "exec \"$@\" >/dev/null", "sh", program } };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} ended with {process.ExitCode}."));
        }
    }

    private static string FindBinaries()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture)).Select(path => Path.Combine(path, "bin"))
            : [];
        var initdb = onPath.Concat(installed).Select(path => Path.Combine(path, "initdb")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("These tests need PostgreSQL's server binaries (initdb, pg_ctl).");

        // On the path there may be links to some of the programs only.
        return Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;
    }
}
