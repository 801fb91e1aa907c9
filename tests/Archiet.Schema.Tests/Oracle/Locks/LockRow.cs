namespace Archiet.Schema.Tests.Oracle.Locks;

/// <summary>A row of the table in spec/schema-locks.md.</summary>
/// <param name="Step">What is done.</param>
/// <param name="Lock">The lock, in words.</param>
/// <param name="Rewrites">Whether every row is written anew.</param>
/// <param name="Scans">Whether every row is read.</param>
/// <param name="Large">What is done on a large table.</param>
public sealed record LockRow(string Step, string Lock, bool Rewrites, bool Scans, string Large)
{
    private const string Both = " on both tables", Reference = "; of a reference";

    /// <summary>The rows of the page, in its order.</summary>
    public static IReadOnlyList<LockRow> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "spec", "schema-locks.md")).Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(static line => line.Trim('|', ' ').Split(" | ")).Select(static cells => new LockRow(cells[0], cells[1], IsYes(cells[2]), IsYes(cells[3]), cells[4])),
    ];

    /// <summary>The mode on the table itself; null for none.</summary>
    public string? Mode => Lock.StartsWith("none", StringComparison.Ordinal) ? null : Lock.Split(' ', ',', ';')[0];

    /// <summary>The mode on the table that a reference leads to.</summary>
    /// <param name="isReference">Whether a reference is what it is about.</param>
    public string? OtherMode(bool isReference)
    {
        var said = Lock.Contains(Reference, StringComparison.Ordinal) ? (isReference ? Lock[(Lock.IndexOf(Reference, StringComparison.Ordinal) + Reference.Length)..] : "") : Lock;
        return said.EndsWith(Both, StringComparison.Ordinal) ? Mode : said.EndsWith(" on the other table", StringComparison.Ordinal) ? said.Trim().Split(' ')[0] : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Step;

    private static bool IsYes(string cell) => cell switch { "yes" => true, "no" => false, _ => throw new FormatException("yes or no, and not " + cell) };
}
