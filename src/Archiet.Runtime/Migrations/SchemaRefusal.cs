namespace Archiet;

/// <summary>Why a database is not touched, and what to do.</summary>
internal static class SchemaRefusal
{
    /// <summary>Throws where a sealed migration did something else in the database than it does in this build.</summary>
    public static void ThrowIfChanged(SchemaComparison found, AppFacts app)
    {
        if (found.Changed is { } changed)
        {
            throw new ArchietStartupException(
                $"The migration {changed.Id} is another one in the database than in this build of {app.Name}: "
                + $"the database has {changed.Hash ?? "no hash of it"}, the build {app.History.Find(changed.Id)!.Emitted!.Hash}. Nothing was changed. "
                + "A sealed migration never changes: restore its file as it was, or name the database that this build's migrations made.");
        }
    }

    /// <summary>What is known, before anything is written, to speak against migrating a database; null where nothing is.</summary>
    public static string? Of(SchemaComparison found, AppFacts app, PendingPolicy policy) =>
        found.IsFork ? Fork(found, app)
        : found.Pending == PendingChanges.Other && policy != PendingPolicy.Replace ? PendingElsewhere(app)
        : found.Pending == PendingChanges.Other && found.IsAllPending ? AllPending(app)
        : found.BringsPending && policy == PendingPolicy.Refuse ? PendingHere(app)
        : null;

    /// <summary>Pending changes that cannot be undone.</summary>
    public static string PendingWithoutDown(AppFacts app) =>
        $"The database holds changes that are not sealed, they are not those of this build of {app.Name}, and what would undo them was not noted. "
        + "Start the build that applied them, or name another database.";

    /// <summary>Pending changes that were to be replaced.</summary>
    public static string PendingNotReplaced(AppFacts app, Exception failure) =>
        $"The changes of {app.Name} that are not sealed are others than the database holds, and its data stands against undoing those or applying these: {failure.Message} "
        + "Mend the data, change the genome back, or name another database.";

    /// <summary>Two builds that each brought something else.</summary>
    private static string Fork(SchemaComparison found, AppFacts app) =>
        $"The database has {Names(found.Unknown.Select(migration => migration.Id))}, which this build of {app.Name} does not know, and lacks {Names(found.Missing.Select(migration => migration.Id))}: "
        + "two branches went apart. Nothing was changed. Start a build that has both, or name another database.";

    /// <summary>Pending changes of this build, for a database whose data stays.</summary>
    private static string PendingHere(AppFacts app) =>
        $"This build of {app.Name} has changes of the schema that are not sealed, and a configured database gets such only where {MigrationOptions.AllowPendingSetting} is true, "
        + "as it is without being set in Development with a database on this machine: seal them (dotnet build -t:ArchietSealMigration -p:Name=...) and start a build that has them sealed. Nothing was changed.";

    /// <summary>Pending changes of another build where nobody develops.</summary>
    private static string PendingElsewhere(AppFacts app) =>
        $"The database holds changes that are not sealed, and they are not those of this build of {app.Name}. Nothing was changed. "
        + "Start the build that applied them, seal them (dotnet build -t:ArchietSealMigration), or name another database.";

    /// <summary>Pending changes that are all that there is: undone, they would leave accounts without the rows of their tenants.</summary>
    private static string AllPending(AppFacts app) =>
        $"The schema of {app.Name} has changed, and nothing of what the database holds was sealed: to undo it would be to remove every table. "
        + "Seal what is there before it changes (dotnet build -t:ArchietSealMigration), start the build that made it, or name an empty database.";

    private static string Names(IEnumerable<string> ids) => string.Join(", ", ids);
}
