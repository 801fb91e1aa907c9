namespace Archiet.Model;

/// <summary>What the author approves, and what of it was needed.</summary>
internal sealed class ApprovalList(IEnumerable<SealedApproval> approvals)
{
    private readonly HashSet<string> approved = new(approvals.Select(approval => approval.Change), StringComparer.Ordinal);
    private readonly HashSet<string> needed = new(StringComparer.Ordinal);

    /// <summary>Those that nothing needed.</summary>
    public IEnumerable<string> Idle => approved.Where(change => !needed.Contains(change)).OrderBy(change => change, StringComparer.Ordinal);

    /// <summary>Whether a change is approved: by its own name, or by that of the value that it is a part of.</summary>
    /// <param name="verb">As in <c>drop</c>.</param>
    /// <param name="path">As in <c>Patient.address.street</c>.</param>
    public bool Has(string verb, string path)
    {
        var parts = path.Split('.');
        for (var count = parts.Length; count >= Math.Min(parts.Length, 2); count--)
        {
            var change = verb + " " + string.Join(".", parts.Take(count));
            if (approved.Contains(change))
            {
                needed.Add(change);
                return true;
            }
        }
        return false;
    }
}
