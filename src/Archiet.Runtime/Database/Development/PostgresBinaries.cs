using System.Globalization;

namespace Archiet;

/// <summary>Where PostgreSQL's server programs are on this machine.</summary>
/// <param name="Folder">The folder with initdb, pg_ctl, postgres and psql.</param>
/// <param name="Major">The major version.</param>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    public const string Setting = "Archiet:Development:PostgresBin";

    private const int OldestMajor = 15;

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres", "psql"];

    public string this[string program] => Path.Combine(Folder, Executable(program));

    /// <summary>Finds them: of the version that made the cluster, else the newest.</summary>
    /// <param name="setting">The configured folder, which alone counts where there is one.</param>
    /// <param name="wanted">The major version that made the cluster; null for none.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<PostgresBinaries> FindAsync(string? setting, int? wanted, CancellationToken cancel)
    {
        var found = new List<PostgresBinaries>();
        IReadOnlyList<string> folders = setting is { Length: > 0 } ? [setting] : [.. Candidates().Distinct()];
        foreach (var folder in folders.Where(IsComplete))
        {
            if (await MajorAsync(folder, cancel).ConfigureAwait(false) is { } major and >= OldestMajor)
            {
                found.Add(new(folder, major));
            }
        }
        return found.OrderByDescending(binaries => binaries.Major == wanted).ThenByDescending(binaries => binaries.Major).FirstOrDefault()
            ?? throw new ArchietStartupException(Missing(folders));
    }

    private static string Missing(IReadOnlyList<string> folders) =>
        $"""
        No PostgreSQL server programs ({string.Join(", ", Programs)}; version {OldestMajor} or newer) were found, which the private development database needs.
        Looked in: {string.Join(", ", folders)}
        One of these helps:
          install them: Debian and Ubuntu "apt-get install postgresql", Fedora "dnf install postgresql-server", macOS "brew install postgresql@17", Windows: the installer of postgresql.org
          name their folder in {Setting} (environment variable {Setting.Replace(":", "__", StringComparison.Ordinal)})
          use a server that runs already: ConnectionStrings:{AppDatabaseFactory.ConnectionName} and ConnectionStrings:{AppDatabaseFactory.MigratorConnectionName}
        """;

    private static IEnumerable<string> Candidates()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (File.Exists(Path.Combine(folder, Executable("initdb"))))
            {
                yield return folder;
            }
        }
        string[] parents = OperatingSystem.IsWindows() ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")]
            : OperatingSystem.IsMacOS() ? ["/opt/homebrew/opt", "/usr/local/opt", "/Library/PostgreSQL", "/Applications/Postgres.app/Contents/Versions"]
            : ["/usr/lib/postgresql", "/usr/lib", "/usr"];
        foreach (var parent in parents.Where(Directory.Exists))
        {
            foreach (var version in Directory.EnumerateDirectories(parent).Where(IsVersionFolder).OrderDescending(StringComparer.Ordinal))
            {
                yield return Path.Combine(version, "bin");
            }
        }
        yield return OperatingSystem.IsWindows() ? @"C:\pgsql\bin" : "/usr/local/pgsql/bin";
    }

    private static bool IsVersionFolder(string folder)
    {
        var name = Path.GetFileName(folder);
        return name.Length > 0 && (char.IsAsciiDigit(name[0]) || name.StartsWith("postgresql", StringComparison.OrdinalIgnoreCase) || name.StartsWith("pgsql", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsComplete(string folder) => Programs.All(program => File.Exists(Path.Combine(folder, Executable(program))));

    private static async Task<int?> MajorAsync(string folder, CancellationToken cancel)
    {
        // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
        var run = await ExternalProgram.RunAsync(Path.Combine(folder, Executable("postgres")), ["--version"], cancel).ConfigureAwait(false);
        var version = run.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(2)?.TakeWhile(char.IsAsciiDigit).ToArray();
        return run.ExitCode == 0 && int.TryParse(version, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    private static string Executable(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;
}
