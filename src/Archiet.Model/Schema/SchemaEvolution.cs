using Archiet.Genome;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>What a genome changes beyond its history, and what there is to say of that: what a build needs of it, and not the lines that it was found by.</summary>
/// <param name="Plan">How what changes is run as long as it is not sealed; null where nothing changes.</param>
/// <param name="Findings">What the author has to answer, approve or know.</param>
public sealed record SchemaEvolution(MigrationPlan? Plan, EquatableArray<ChangeFinding> Findings)
{
    /// <summary>What a build says of it that has no changes but sealed ones.</summary>
    public static ChangeFinding NotSealed { get; } = new(ChangeDiagnostics.NotSealed, ChangePlaces.App, ChangeDiagnostics.NotSealed.MessageFormat);

    /// <summary>Finds it.</summary>
    /// <param name="history">The history; unbroken.</param>
    /// <param name="wish">What the genome says.</param>
    /// <param name="files">The files of the folder of migrations.</param>
    public static SchemaEvolution Of(SchemaHistory history, SchemaWish wish, IEnumerable<HistoryFile> files) =>
        Of(history, wish, PendingMigration.Of(history, wish, files));

    /// <summary>Finds it where it is known already what changes.</summary>
    /// <param name="history">The history; unbroken.</param>
    /// <param name="wish">What the genome says.</param>
    /// <param name="pending">What changes; null for nothing.</param>
    public static SchemaEvolution Of(SchemaHistory history, SchemaWish wish, PendingMigration? pending) =>
        new(pending?.Plan(), SchemaReview.Of(history.State, wish.State, pending?.Delta ?? SchemaDelta.Empty, wish.Approvals));
}
