using System.Globalization;

namespace Archiet;

/// <summary>A migration that follows from the genome. It is as many Entity Framework migrations as it has phases: what is done in one transaction, or in none.</summary>
/// <param name="Id">The id of its first phase.</param>
/// <param name="Hash">What it does.</param>
/// <param name="Phases">How many there are.</param>
/// <param name="Breaks">Whether the release before it cannot write to the schema after it.</param>
internal sealed record EmittedMigration(string Id, string Hash, int Phases, bool Breaks)
{
    /// <summary>The id of what is not sealed: it sorts last and needs no clock.</summary>
    public const string PendingId = "99991231235959_pending";

    public bool IsPending => Id == PendingId;

    public IEnumerable<string> PhaseIds => Enumerable.Range(0, Phases).Select(PhaseId);

    /// <summary>Whether the id is that of a phase of what is not sealed, of whichever build.</summary>
    public static bool IsPendingPhase(string id) => id == PendingId || id.StartsWith(PendingId + ".", StringComparison.Ordinal);

    /// <summary>The id of the first phase of the migration that an id is a phase of.</summary>
    public static string FirstPhaseOf(string id) =>
        id.LastIndexOf('.') is var dot and > 0 && id.AsSpan(dot + 1) is { Length: >= 2 } number && !number.ContainsAnyExceptInRange('0', '9') ? id[..dot] : id;

    /// <summary>The id of a phase, counted from 0.</summary>
    private string PhaseId(int phase) => phase == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}.{phase + 1:00}");
}
