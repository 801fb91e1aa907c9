namespace Archiet;

/// <summary>The user that PostgreSQL's programs run as: this process's, or, because they refuse root, the one that PostgreSQL's packages make.</summary>
internal sealed class ServerUser
{
    private const string Packaged = "postgres";

    private static readonly string[] SystemFolders = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"];

    private ServerUser(bool isOther) => IsOther = isOther;

    /// <summary>Whether it is not this process's.</summary>
    public bool IsOther { get; }

    public static async Task<ServerUser> FindAsync(CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new(isOther: false);
        }
        if ((await ExternalProgram.RunAsync("id", ["-u", Packaged], cancel).ConfigureAwait(false)).ExitCode != 0)
        {
            throw new ArchietStartupException($"PostgreSQL does not run as root, and there is no user \"{Packaged}\" to run it as: make one, or start the app as another user.");
        }
        return new(isOther: true);
    }

    /// <summary>Gives a folder to the user.</summary>
    public Task OwnAsync(string folder, CancellationToken cancel) =>
        IsOther ? ExternalProgram.DemandAsync("chown", [Packaged, folder], cancel) : Task.CompletedTask;

    /// <summary>The command line that runs a program as the user.</summary>
    public IReadOnlyList<string> CommandLine(string program, params IEnumerable<string> arguments)
    {
        if (!IsOther)
        {
            return [program, .. arguments];
        }
        return SystemFolders.Any(folder => File.Exists(Path.Combine(folder, "runuser")))
            ? ["runuser", "-u", Packaged, "--", program, .. arguments]
            : ["su", "-s", "/bin/sh", Packaged, "-c", "exec \"$0\" \"$@\"", "--", program, .. arguments];
    }

    /// <summary>Runs a program as the user; it must succeed.</summary>
    public Task DemandAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var line = CommandLine(program, arguments);
        return ExternalProgram.DemandAsync(line[0], line.Skip(1), cancel);
    }

    /// <summary>Runs a program as the user.</summary>
    public Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var line = CommandLine(program, arguments);
        return ExternalProgram.RunAsync(line[0], line.Skip(1), cancel);
    }
}
