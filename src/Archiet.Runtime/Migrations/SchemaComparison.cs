namespace Archiet;

/// <summary>What a database holds of changes that are not sealed.</summary>
internal enum PendingChanges
{
    /// <summary>None, or those of this build.</summary>
    Fit,

    /// <summary>Those that this build has under a sealed id: the database's rows are to be renamed.</summary>
    Sealed,

    /// <summary>Others than this build's: they are to be undone.</summary>
    Other,
}

/// <summary>A sealed migration that was put behind another one after a database had applied it.</summary>
/// <param name="OldId">The id that it had then, and has in the database.</param>
/// <param name="Migration">What it is in this build.</param>
internal sealed record RebasedMigration(string OldId, EmittedMigration Migration);

/// <summary>What a build of the app brings, held against what a database has seen.</summary>
internal sealed class SchemaComparison
{
    private readonly bool isStranger;

    public SchemaComparison(AppHistory app, AppliedHistory database)
    {
        HasRuntime = database.RuntimeVersion >= RuntimeScripts.Version;
        var applied = database.Migrations.Select(migration => migration.Id).ToHashSet(StringComparer.Ordinal);
        Missing = [.. app.Migrations.Where(migration => !applied.Contains(migration.Id))];
        Unknown = [.. database.Migrations.Where(migration => !EmittedMigration.IsPendingPhase(migration.Id) && app.Find(migration.Id) is null)];
        isStranger = database.Migrations.All(migration => EmittedMigration.IsPendingPhase(migration.Id) || app.Find(migration.Id) is null);
        Rebased = RebasedOf(app, applied);
        Changed = database.Migrations.FirstOrDefault(migration => app.Find(migration.Id)?.Emitted is { IsPending: false } own && own.Hash != migration.Hash);
        IsAllPending = applied.Count > 0 && applied.All(EmittedMigration.IsPendingPhase);
        Pending = PendingOf(app, database, applied);
        BringsPending = Pending == PendingChanges.Sealed ? app.Emitted[^1].IsPending : Missing.Any(static migration => migration.Emitted is { IsPending: true });
    }

    /// <summary>Whether the database has the runtime's own schema, as new as this build's.</summary>
    public bool HasRuntime { get; }

    /// <summary>What the database lacks, in the order in which it is applied.</summary>
    public IReadOnlyList<AppMigration> Missing { get; }

    /// <summary>What the database has seen of which this build knows nothing: another release's.</summary>
    public IReadOnlyList<AppliedMigration> Unknown { get; }

    /// <summary>
    /// What of that are sealed migrations of this build under ids that they had before: the database's rows are to be renamed. None where that would not do, as each of
    /// the two would still have seen what the other has not.
    /// </summary>
    public IReadOnlyList<RebasedMigration> Rebased { get; }

    /// <summary>A sealed migration that did something else than this build's of the same id.</summary>
    public AppliedMigration? Changed { get; }

    /// <summary>What is to become of changes that are not sealed.</summary>
    public PendingChanges Pending { get; private set; }

    /// <summary>The sealed migration that the database knows as not sealed yet.</summary>
    public EmittedMigration? SealedPending { get; private set; }

    /// <summary>Whether this build would apply changes that are not sealed.</summary>
    public bool BringsPending { get; }

    /// <summary>Whether the database has changes that are not sealed and nothing beneath them: to undo them would be to remove every table.</summary>
    public bool IsAllPending { get; }

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsCurrent => HasRuntime && Missing.Count == 0 && Changed is null && Pending == PendingChanges.Fit;

    /// <summary>
    /// Whether each of two builds has seen what the other has not. What is not sealed counts where it is no addition to what the database has: nothing of that is this build's, or the
    /// same change is there under a sealed id.
    /// </summary>
    public bool IsFork => Rebased.Count == 0 && Unknown.Count > 0 && Missing.Any(migration => migration.Emitted is { } own && (!own.IsPending || isStranger || Unknown.Any(other => other.Hash == own.Hash)));

    /// <summary>Whether the database is ahead so far that this build must not write. Of a migration that somebody wrote by hand nobody knows.</summary>
    public bool RefusesWrites => Unknown.Any(migration => migration.Breaks != false);

    /// <summary>What sealed migrations a database has no phase of, oldest first.</summary>
    private static List<EmittedMigration> Lacking(AppHistory app, HashSet<string> applied) =>
        [.. app.Emitted.Where(migration => !migration.IsPending && !migration.PhaseIds.Any(applied.Contains))];

    private List<RebasedMigration> RebasedOf(AppHistory app, HashSet<string> applied)
    {
        var lacking = Lacking(app, applied);
        var rebased = new List<RebasedMigration>();
        var renamed = 0;
        foreach (var phases in Unknown.GroupBy(static migration => EmittedMigration.FirstPhaseOf(migration.Id), StringComparer.Ordinal))
        {
            var same = lacking.FirstOrDefault(migration =>
                phases.All(phase => phase.Hash == migration.Hash) && phases.Select(static phase => phase.Id).SequenceEqual((migration with { Id = phases.Key }).PhaseIds, StringComparer.Ordinal));
            if (same is not null)
            {
                lacking.Remove(same);
                rebased.Add(new(phases.Key, same));
                renamed += same.Phases;
            }
        }
        var isForkStill = renamed < Unknown.Count
            && Missing.Any(migration => migration.Emitted is { IsPending: false } own && rebased.TrueForAll(other => other.Migration != own));
        return isForkStill ? [] : rebased;
    }

    private PendingChanges PendingOf(AppHistory app, AppliedHistory database, HashSet<string> applied)
    {
        var hashes = database.Migrations.Where(migration => EmittedMigration.IsPendingPhase(migration.Id)).Select(migration => migration.Hash).Distinct().ToList();
        if (hashes.Count == 0)
        {
            return PendingChanges.Fit;
        }
        // What was put behind another has been applied, under another id.
        var lacking = Lacking(app, applied).FindAll(migration => Rebased.All(other => other.Migration != migration));
        if (hashes is not [{ } hash])
        {
            return PendingChanges.Other;
        }
        if (lacking is [var next, ..])
        {
            SealedPending = next.Hash == hash ? next : null;
            return SealedPending is null ? PendingChanges.Other : PendingChanges.Sealed;
        }
        return app.Emitted is [.., { IsPending: true } own] && own.Hash == hash ? PendingChanges.Fit : PendingChanges.Other;
    }
}
