using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A migration in its place.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="Before">The schema that it leads from.</param>
/// <param name="After">The schema that it leads to.</param>
/// <param name="Steps">The files of the user's that it runs, in order.</param>
public sealed record HistoryLink(SealedMigration Migration, SchemaState Before, SchemaState After, EquatableArray<HistoryFile> Steps);

/// <summary>The chain of an app's sealed migrations, checked from its beginning to its head.</summary>
/// <param name="Links">In order. With an error among the findings, as far as it goes.</param>
/// <param name="Findings">In order of files and places.</param>
public sealed record SchemaHistory(EquatableArray<HistoryLink> Links, EquatableArray<HistoryFinding> Findings)
{
    /// <summary>No migration.</summary>
    public static SchemaHistory Empty { get; } = new(EquatableArray<HistoryLink>.Empty, EquatableArray<HistoryFinding>.Empty);

    /// <summary>The schema at the end.</summary>
    public SchemaState State => Links.Count == 0 ? SchemaState.Empty : Links[Links.Count - 1].After;

    /// <summary>The newest migration, or null.</summary>
    public SealedMigration? Newest => Links.Count == 0 ? null : Links[Links.Count - 1].Migration;

    /// <summary>Whether an error is among the findings, so that nothing may be built on the chain.</summary>
    public bool IsBroken => Findings.Any(found => found.Descriptor.Severity == Genome.Diagnostics.GenomeSeverity.Error);

    /// <summary>Reads a folder of migrations.</summary>
    /// <param name="files">The sealed migrations, in whatever order.</param>
    /// <param name="head">The file <c>head</c>; null where there is none.</param>
    /// <param name="stepFiles">The SQL files of the folder; those that are pending are passed over.</param>
    public static SchemaHistory Of(IEnumerable<SealedMigration> files, HistoryFile? head, IEnumerable<HistoryFile> stepFiles) =>
        new HistoryChain(files, head, stepFiles).Read();
}
