using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Archiet;

/// <summary>
/// The folder of a project's development database: one a project, named by the hash of its content root, unless <c>Archiet:Development:Folder</c> names another.
/// Its part <c>pg</c> belongs to the user that the server runs as.
/// </summary>
internal sealed class DevelopmentFolder
{
    public const string Setting = "Archiet:Development:Folder";

    // sun_path has 104 bytes on macOS and 108 on Linux, the closing zero included.
    private const int LongestSocketPath = 103;
    private const string SocketFile = "/.s.PGSQL.5432";

    public DevelopmentFolder(string path)
    {
        Root = path;
        var near = Path.Combine(Server, "s");
        SocketFolder = Encoding.UTF8.GetByteCount(near + SocketFile) <= LongestSocketPath ? near : Path.Combine("/tmp", "archiet-" + HashOf(path));
    }

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>What the server owns.</summary>
    public string Server => Path.Combine(Root, "pg");

    /// <summary>The cluster.</summary>
    public string Data => Path.Combine(Server, "data");

    /// <summary>The folder of the unix socket: here, or where paths are short when this one is too long for a socket.</summary>
    public string SocketFolder { get; }

    /// <summary>What the server says.</summary>
    public string Log => Path.Combine(Server, "log");

    /// <summary>Held while the cluster is made, started and migrated.</summary>
    public string LockFile => Path.Combine(Root, "start.lock");

    /// <summary>Who can log in, with passwords.</summary>
    public string Accounts => Path.Combine(Root, "accounts.json");

    public static DevelopmentFolder Of(AppFacts app, IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is { Length: > 0 } setting)
        {
            return new(Path.GetFullPath(setting, environment.ContentRootPath));
        }
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(environment.ContentRootPath));
        return new(Path.Combine(Base(), $"{app.Roles.Database}-{HashOf(root)}"));
    }

    /// <summary>Creates the folder: for nobody else, but for root's server, which runs as another user and has to get in.</summary>
    /// <exception cref="ArchietStartupException">There can be no such folder for this user.</exception>
    public async Task CreateAsync(ServerUser user, CancellationToken cancel)
    {
        try
        {
            await MakeAsync(user, cancel).ConfigureAwait(false);
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            throw new ArchietStartupException(
                $"The private database has no folder to be in: {refusal.Message} Name one that this user can write to in {Setting}, which is {Setting.Replace(":", "__", StringComparison.Ordinal)} in the environment.", refusal);
        }
    }

    private async Task MakeAsync(ServerUser user, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Server);
            return;
        }
        const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode Enter = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(Root, Mine);
        File.SetUnixFileMode(Root, user.IsOther ? Mine | Enter : Mine);
        foreach (var folder in (string[])[Server, SocketFolder])
        {
            Directory.CreateDirectory(folder, Mine);
            // Fails for a folder that someone else has put there.
            File.SetUnixFileMode(folder, Mine);
            await user.OwnAsync(folder, cancel).ConfigureAwait(false);
        }
    }

    private static string Base()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            return "/var/lib/archiet";
        }
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(local.Length > 0 ? local : Path.GetTempPath(), "archiet");
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
