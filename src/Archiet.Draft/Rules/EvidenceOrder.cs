namespace Archiet.Draft.Rules;

/// <summary>The order of sentences by their ids: <c>S9999</c> stands before <c>S10000</c>.</summary>
internal sealed class EvidenceOrder : IComparer<string>
{
    /// <summary>The one there is.</summary>
    public static EvidenceOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => (x?.Length ?? 0).CompareTo(y?.Length ?? 0) is not 0 and var longer ? longer : string.CompareOrdinal(x, y);
}
