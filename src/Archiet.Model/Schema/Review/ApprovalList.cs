namespace Archiet.Model;

/// <summary>What the author approves, and what of it was needed.</summary>
internal sealed class ApprovalList(IEnumerable<SealedApproval> approvals)
{
    private readonly Dictionary<string, bool> needed = approvals.Select(approval => approval.Change).Distinct(StringComparer.Ordinal)
        .ToDictionary(change => change, _ => false, StringComparer.Ordinal);

    /// <summary>Those that nothing needed.</summary>
    public IEnumerable<string> Idle => needed.Where(approval => !approval.Value).Select(approval => approval.Key).OrderBy(change => change, StringComparer.Ordinal);

    /// <summary>Whether a change is approved: by its own name, or by that of the value that it is a part of.</summary>
    /// <param name="verb">As in <c>drop</c>.</param>
    /// <param name="path">As in <c>Patient.address.street</c>.</param>
    public bool Has(string verb, string path)
    {
        var parts = path.Split('.');
        for (var count = parts.Length; count >= Math.Min(parts.Length, 2); count--)
        {
            var change = verb + " " + string.Join(".", parts.Take(count));
            if (needed.ContainsKey(change))
            {
                needed[change] = true;
                return true;
            }
        }
        return false;
    }
}
