namespace Archiet;

/// <summary>What the emitted code names its migrations to, oldest first.</summary>
public sealed class HistoryMap
{
    private readonly List<EmittedMigration> migrations = [];

    internal HistoryMap()
    {
    }

    /// <summary>Those that were named.</summary>
    internal IReadOnlyList<EmittedMigration> Migrations => migrations;

    /// <summary>A migration that is sealed: what it does will never be anything else.</summary>
    /// <param name="id">Its id: that of the Entity Framework migration which is its first phase.</param>
    /// <param name="hash">SHA-256 over what it does, in lower-case hex.</param>
    /// <param name="phases">How many Entity Framework migrations it is.</param>
    /// <param name="breaks">Whether the release before it cannot write to the schema after it.</param>
    public HistoryMap Sealed(string id, string hash, int phases, bool breaks)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentException.ThrowIfNullOrEmpty(hash);
        ArgumentOutOfRangeException.ThrowIfLessThan(phases, 1);
        migrations.Add(new(id, hash, phases, breaks));
        return this;
    }

    /// <summary>The changes of the genome that are not sealed yet.</summary>
    /// <param name="hash">SHA-256 over what they do, in lower-case hex.</param>
    /// <param name="phases">How many Entity Framework migrations they are.</param>
    /// <param name="breaks">Whether the release before them cannot write to the schema after them.</param>
    public HistoryMap Pending(string hash, int phases, bool breaks) => Sealed(EmittedMigration.PendingId, hash, phases, breaks);
}
