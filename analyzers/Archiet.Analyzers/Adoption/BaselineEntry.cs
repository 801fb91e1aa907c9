using System.Globalization;

namespace Archiet.Analyzers.Adoption;

/// <summary>A line of a baseline: findings of existing code that do not stop the build. The build task reads and writes the same lines by this same source.</summary>
/// <param name="Key">Which findings.</param>
/// <param name="Count">How many of them there may be.</param>
/// <param name="Reason">Why they stay; a finding of tenancy or of secrets stays with a reason only.</param>
/// <param name="Line">Where it stands in the file, counted from 1.</param>
internal sealed record BaselineEntry(FindingKey Key, int Count, string Reason, int Line)
{
    /// <summary>The name of the file, which is one for each project.</summary>
    public const string FileName = "archiet.baseline";

    private const string Separator = " | ";

    /// <summary>Whether the findings stay without an error.</summary>
    public bool Lifts => Reason.Length > 0 || !NeedsReason(Key.Id);

    /// <summary>Whether findings of a rule stay with a reason only: those about tenants and about secrets.</summary>
    public static bool NeedsReason(string id) => id.StartsWith("ARC1", StringComparison.Ordinal) || id.StartsWith("ARC2", StringComparison.Ordinal);

    /// <summary>Whether a line says nothing.</summary>
    public static bool IsComment(string line) => line.Trim() is "" or ['#', ..];

    /// <summary>Reads a line: id, file, member, hash, count, reason; null where it is none.</summary>
    public static BaselineEntry? Parse(string text, int line)
    {
        var cells = text.Split(["|"], 6, StringSplitOptions.None);
        return cells.Length >= 5 && int.TryParse(cells[4].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new(new(cells[0].Trim(), cells[1].Trim(), cells[2].Trim(), cells[3].Trim()), count, cells.Length > 5 ? cells[5].Trim() : "", line)
            : null;
    }

    /// <summary>The line.</summary>
    public override string ToString() =>
        string.Join(Separator, Key.Id, Key.Path, Key.Member, Key.Hash, Count.ToString(CultureInfo.InvariantCulture), Reason).TrimEnd();
}
