using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>
/// A PostgreSQL cluster of a project's own. Every process that uses it holds a lease: a connection with a shared advisory lock, which the kernel closes for one
/// that is killed. Whoever stops the cluster takes the lock alone first, so that only the last one can, and a process that joins meanwhile sees it and starts
/// the cluster again.
/// </summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    public const string Superuser = "postgres";

    private const long LeaseKey = 0x4172_6368_6965_7402;

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DevelopmentFolder folder;
    private readonly PostgresBinaries binaries;
    private readonly ServerUser user;
    private NpgsqlConnection? lease;
    private ClusterGuard? guard;

    private PrivateCluster(DevelopmentFolder folder, PostgresBinaries binaries, ServerUser user)
    {
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
    }

    /// <summary>Makes the cluster if there is none, starts it if it is not running, and joins it. The folder's lock is held by the caller.</summary>
    public static async Task<PrivateCluster> JoinAsync(DevelopmentFolder folder, string? binariesSetting, ServerUser user, ILogger log, CancellationToken cancel)
    {
        var made = MadeBy(folder);
        var binaries = await PostgresBinaries.FindAsync(binariesSetting, made, cancel).ConfigureAwait(false);
        var cluster = new PrivateCluster(folder, binaries, user);
        if (made is { } major && major != binaries.Major)
        {
            DatabaseLog.OtherMajor(log, major, binaries.Major);
            Directory.Delete(folder.Data, recursive: true);
            File.Delete(folder.Accounts);
            made = null;
        }
        if (made is null)
        {
            DatabaseLog.MakingCluster(log, folder.Root, binaries.Major);
            await cluster.InitializeAsync(cancel).ConfigureAwait(false);
        }
        await cluster.LeaseAsync(log, cancel).ConfigureAwait(false);
        return cluster;
    }

    /// <summary>A connection string of this cluster.</summary>
    public static NpgsqlConnectionStringBuilder ConnectionString(DevelopmentFolder folder, string database, string role)
    {
        var address = ClusterAddress.Of(folder);
        return new() { Host = address.Host, Port = address.Port, Password = address.Password, Database = database, Username = role };
    }

    /// <summary>Leaves the cluster; the last one stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (lease is not null)
        {
            await lease.DisposeAsync().ConfigureAwait(false);
            lease = null;
            // Ends without success when others use the cluster: then they stop it.
            await user.RunAsync(binaries["psql"], StopArguments("500ms"), CancellationToken.None).ConfigureAwait(false);
        }
        guard?.Dispose();
    }

    private static int? MadeBy(DevelopmentFolder folder)
    {
        var version = Path.Combine(folder.Data, "PG_VERSION");
        return File.Exists(version) && int.TryParse(File.ReadAllText(version).Trim(), CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    private async Task InitializeAsync(CancellationToken cancel)
    {
        // Under another name until it is whole: one that was killed halfway is not taken for a cluster.
        var fresh = folder.Data + ".new";
        if (Directory.Exists(fresh))
        {
            Directory.Delete(fresh, recursive: true);
        }
        List<string> arguments = ["--pgdata", fresh, "--username", Superuser, "--encoding", "UTF8", "--locale", "C", "--no-sync"];
        var address = ClusterAddress.Of(folder);
        if (address.Password is { } password)
        {
            var first = Path.Combine(folder.Server, "password");
            await File.WriteAllTextAsync(first, password, cancel).ConfigureAwait(false);
            await File.WriteAllTextAsync(PasswordFile, $"*:*:*:*:{password}\n", cancel).ConfigureAwait(false);
            arguments.AddRange(["--auth", "scram-sha-256", "--pwfile", first]);
        }
        else
        {
            // The socket's folder is the fence: nobody else can enter it.
            arguments.AddRange(["--auth", "trust"]);
        }
        await user.DemandAsync(binaries["initdb"], arguments, cancel).ConfigureAwait(false);
        await File.AppendAllTextAsync(Path.Combine(fresh, "postgresql.conf"), "\ninclude 'archiet.conf'\n", cancel).ConfigureAwait(false);
        Directory.Move(fresh, folder.Data);
    }

    private async Task LeaseAsync(ILogger log, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        var complaint = "";
        while (lease is null)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new ArchietStartupException($"The private database does not start: {complaint} Its log is {folder.Log}");
            }
            try
            {
                if (!await TryLeaseAsync(cancel).ConfigureAwait(false))
                {
                    complaint = "Another process has been stopping it.";
                    await Task.Delay(Poll, cancel).ConfigureAwait(false);
                }
            }
            catch (PostgresException failure)
            {
                // The server itself answers: it is starting or stopping.
                complaint = failure.MessageText;
                await Task.Delay(Poll, cancel).ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                complaint = await StartAsync(log, cancel).ConfigureAwait(false);
            }
        }
        guard = ClusterGuard.Start(user.CommandLine(binaries["psql"], StopArguments("3s")));
    }

    private async Task<bool> TryLeaseAsync(CancellationToken cancel)
    {
        var builder = ConnectionString(folder, "postgres", Superuser);
        builder.Pooling = false;
        builder.ApplicationName = "archiet lease";
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel).ConfigureAwait(false);
            await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock_shared($1)", connection)
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = LeaseKey } },
            };
            if (await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true)
            {
                lease = connection;
                return true;
            }
            return false;
        }
        finally
        {
            if (lease is null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Starts the server. What stands against it is returned, not thrown: a server that is just stopping lets the next try succeed.</summary>
    private async Task<string> StartAsync(ILogger log, CancellationToken cancel)
    {
        await WriteFilesAsync(cancel).ConfigureAwait(false);
        var run = await user.RunAsync(
            binaries["pg_ctl"], ["start", "--wait", "--timeout", "30", "--silent", "--pgdata", folder.Data, "--log", folder.Log], cancel).ConfigureAwait(false);
        if (run.ExitCode == 0)
        {
            DatabaseLog.ClusterStarted(log, folder.Root);
            return "";
        }
        await Task.Delay(Poll, cancel).ConfigureAwait(false);
        return run.Output;
    }

    private async Task WriteFilesAsync(CancellationToken cancel)
    {
        var address = ClusterAddress.Of(folder);
        // Without fsync a killed server loses nothing, only a machine that loses power does; this is development.
        await File.WriteAllTextAsync(
            Path.Combine(folder.Data, "archiet.conf"),
            string.Create(CultureInfo.InvariantCulture, $"""
            port = {address.Port}
            listen_addresses = '{(address.Password is null ? "" : address.Host)}'
            unix_socket_directories = '{(address.Password is null ? address.Host.Replace("'", "''", StringComparison.Ordinal) : "")}'
            max_connections = 200
            fsync = off
            full_page_writes = off
            log_timezone = 'UTC'
            timezone = 'UTC'

            """),
            cancel).ConfigureAwait(false);
        // pg_ctl waits until there is no server, whichever: one that another process starts within its tick would be waited for, for a minute unless it is told.
        var pgCtl = ShellLine(binaries["pg_ctl"], "stop", "--wait", "--timeout", "5", "--mode", "fast", "--pgdata", folder.Data);
        await File.WriteAllTextAsync(
            StopScript,
            $"""
            \set ON_ERROR_STOP on
            SET lock_timeout = :'patience';
            SELECT pg_advisory_lock({LeaseKey.ToString(CultureInfo.InvariantCulture)});
            \! {pgCtl}

            """,
            cancel).ConfigureAwait(false);
    }

    private string PasswordFile => Path.Combine(folder.Server, "pgpass");

    private string StopScript => Path.Combine(folder.Server, "stop.sql");

    private IReadOnlyList<string> StopArguments(string patience)
    {
        var address = ClusterAddress.Of(folder);
        var database = address.Password is null ? "dbname=postgres" : $"dbname=postgres passfile='{PasswordFile.Replace("\\", "\\\\", StringComparison.Ordinal)}'";
        return
        [
            "--no-psqlrc", "--quiet", "--no-password", "--host", address.Host, "--port", address.Port.ToString(CultureInfo.InvariantCulture),
            "--username", Superuser, "--dbname", database, "--set", "patience=" + patience, "--file", StopScript,
        ];
    }

    /// <summary>A command line for the shell that psql asks; that of Windows takes the first and the last quote away.</summary>
    private static string ShellLine(params IEnumerable<string> words) => OperatingSystem.IsWindows()
        ? $"\"{string.Join(' ', words.Select(word => $"\"{word}\""))}\""
        : string.Join(' ', words.Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}
