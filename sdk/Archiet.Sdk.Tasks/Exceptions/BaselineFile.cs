using System.Text;
using Archiet.Analyzers.Adoption;

namespace Archiet.Sdk.Tasks.Exceptions;

/// <summary>A project's baseline on disk.</summary>
/// <param name="Path">The file.</param>
/// <param name="Entries">Its lines that can be read.</param>
/// <param name="Unreadable">The numbers of those that cannot.</param>
internal sealed record BaselineFile(string Path, IReadOnlyList<BaselineEntry> Entries, IReadOnlyList<int> Unreadable)
{
    private const string Head = """
        # Findings that the code had before the rules of Archiet: they do not stop the build, every other one does. A line that no finding needs any more is
        # an error; dotnet build -t:ArchietBaseline removes such lines, and adds none. A finding about tenants or secrets stays only with a reason at its line's end.
        # id | file | member | hash of the line | how many | reason

        """;

    /// <summary>Reads a baseline; one that is not there has no lines.</summary>
    public static BaselineFile Read(string path)
    {
        var entries = new List<BaselineEntry>();
        var unreadable = new List<int>();
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        for (var number = 1; number <= lines.Length; number++)
        {
            if (BaselineEntry.IsComment(lines[number - 1]))
            {
                continue;
            }
            if (BaselineEntry.Parse(lines[number - 1], number) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                unreadable.Add(number);
            }
        }
        return new(path, entries, unreadable);
    }

    /// <summary>The text of a baseline with these lines.</summary>
    public static byte[] Write(IEnumerable<BaselineEntry> entries) => Encoding.UTF8.GetBytes(
        Head.ReplaceLineEndings("\n") + string.Concat(entries.Select(entry => entry.ToString()).Order(StringComparer.Ordinal).Select(line => line + "\n")));

    /// <summary>What findings are known by that carry a key, and how many there are of each.</summary>
    public static Dictionary<FindingKey, int> Count(IEnumerable<LoggedFinding> findings) => findings
        .Where(finding => finding.SuppressedBy is null && finding.Id != "ARC9002" && finding.Property(FindingKey.HashProperty).Length > 0)
        .GroupBy(finding => new FindingKey(
            finding.Id, finding.Property(FindingKey.PathProperty), finding.Property(FindingKey.MemberProperty), finding.Property(FindingKey.HashProperty)))
        .ToDictionary(same => same.Key, same => same.Count());
}
