using System.Globalization;

namespace Archiet.Benchmarks.Api;

/// <summary>The processor time of a PostgreSQL server and all its backends, from /proc; on other systems there is none to be had.</summary>
internal static class DatabaseTime
{
    private const double MillisecondsPerTick = 10;
    private const int Parent = 1, User = 11, System = 12, ChildrenUser = 13, ChildrenSystem = 14;

    /// <summary>Milliseconds since the server's start.</summary>
    public static double Milliseconds(int server)
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => FieldsOf(name!)).OfType<string[]>();
        var own = FieldsOf(server.ToString(CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException("The database server is gone.");
        var backends = all.Where(fields => Number(fields[Parent]) == server).Sum(fields => Number(fields[User]) + Number(fields[System]));
        return (backends + Number(own[User]) + Number(own[System]) + Number(own[ChildrenUser]) + Number(own[ChildrenSystem])) * MillisecondsPerTick;
    }

    /// <summary>What stands behind the name of a process in its stat file; null when it has just ended.</summary>
    private static string[]? FieldsOf(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
