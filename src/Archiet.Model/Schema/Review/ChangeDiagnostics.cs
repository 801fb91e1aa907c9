using System.Reflection;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>Every finding about a change of the schema, ARC0420 to ARC0449 but for ARC0427, which the build itself has; the numbers are never given to another fact.</summary>
public static class ChangeDiagnostics
{
    /// <summary>What is in a table or a column goes.</summary>
    public static GenomeDiagnosticDescriptor Dropped { get; } = Error(
        "ARC0420", "Data would be dropped", "'{0}' is gone from the genome, and what the database holds for it would go; if nobody needs it, write the line '{1}: why' below 'approve', and if the release before still does, keep it with 'retired: true'.");

    /// <summary>A column holds less.</summary>
    public static GenomeDiagnosticDescriptor Narrowed { get; } = Error(
        "ARC0421", "A column would hold less", "'{0}' would become {2}, which holds less than {1}, and a row with more stops the migration or is rounded; if all rows fit, write the line '{3}: why' below 'approve'.");

    /// <summary>A column is of another type.</summary>
    public static GenomeDiagnosticDescriptor Retyped { get; } = Error(
        "ARC0422", "A column would be of another type", "'{0}' would become {2}, and is {1}: a row that does not convert stops the migration, and a table with many rows is closed meanwhile; add a field of another name and fill it in 'migrations/pending.1.sql', or write the line '{3}: why' below 'approve'.");

    /// <summary>Rows may have no value for a required column.</summary>
    public static GenomeDiagnosticDescriptor Required { get; } = Error(
        "ARC0423", "A required column without a value for the rows that there are", "'{0}' is required from now on, and rows that are there may have no value for it; write 'default: ...' at it, or fill it in 'migrations/pending.1.sql' and write the line '{1}: why' below 'approve'.");

    /// <summary>Something goes and something alike comes.</summary>
    public static GenomeDiagnosticDescriptor LikelyRename { get; } = Error(
        "ARC0424", "A rename is likely", "'{0}' is gone and '{1}' is new and alike; if it is the same under another name, write 'was: {2}' at '{1}', and if not, write the line '{3}: why' below 'approve' to let its data go.");

    /// <summary>A member is gone from an enum, or is none of the enum that a column moves to.</summary>
    public static GenomeDiagnosticDescriptor Removed { get; } = Error(
        "ARC0425", "A member that rows may hold is removed", "'{0}' has no member '{1}' any more, and a row that holds it stops the migration; give such rows another value in 'migrations/pending.1.sql', and write the line '{2}: why' below 'approve'.");

    /// <summary>An approval approves nothing.</summary>
    public static GenomeDiagnosticDescriptor IdleApproval { get; } = Warning(
        "ARC0426", "An approval approves nothing", "Nothing that is pending needs '{0}'; remove the line. What is sealed keeps its own copy of the reason.");

    /// <summary>What is pending is refused.</summary>
    public static GenomeDiagnosticDescriptor NotSealed { get; } = Error(
        "ARC0427", "Changes of the schema are not sealed", "The genome changes the schema beyond the sealed migrations, and this build refuses that; seal it with 'dotnet build -t:ArchietSealMigration -p:Name=...', or set ArchietPendingMigrations to 'apply'.");

    /// <summary>The app is called otherwise.</summary>
    public static GenomeDiagnosticDescriptor AppRenamed { get; } = Error(
        "ARC0428", "The app is renamed", "The roles of the database are named by the app: its tables belong to '{0}', under the new name this would be '{1}', and no migration renames roles; keep 'app.name' as it was.");

    /// <summary>An entity is renamed whose rows every tenant has.</summary>
    public static GenomeDiagnosticDescriptor SeededRenamed { get; } = Error(
        "ARC0429", "A renamed entity has seed rows", "The ids of seed rows are made of their entity's name: tenants that there are would keep those made of '{0}', and the app would ask for others; keep the name '{0}', or take the rows that '{1}' had before out of its 'seed'.");

    /// <summary>A large table is written anew.</summary>
    public static GenomeDiagnosticDescriptor Rewritten { get; } = Error(
        "ARC0430", "A table with many rows is closed while it is written anew", "'{0}' makes PostgreSQL write every row of its table anew, and nobody reads or writes there meanwhile; if its rows are few, write 'size: small' at '{1}', else add a field of another name and keep both in step, or write the line '{2}: why' below 'approve'.");

    /// <summary>A large table is closed to writes.</summary>
    public static GenomeDiagnosticDescriptor Locked { get; } = Error(
        "ARC0431", "A table with many rows is closed while ranges are compared", "'noOverlap' on '{0}' is new or other than before, and PostgreSQL can only compare all rows at once, while nobody reads or writes there; if its rows are few, write 'size: small' at '{0}', else release when it is quiet, and write the line '{1}: why' below 'approve'.");

    /// <summary>Tables that are there would be divided otherwise.</summary>
    public static GenomeDiagnosticDescriptor Repartitioned { get; } = Error(
        "ARC0440", "Tables would be divided otherwise", "The tables have {0}, and would have {1}: PostgreSQL cannot divide rows that are there anew; write 'partitions' as it was, or move the rows to a database that begins with it.");

    /// <summary>A large table is closed to writes, as it is in partitions.</summary>
    public static GenomeDiagnosticDescriptor PartitionsLocked { get; } = Error(
        "ARC0441", "A table in partitions is closed to writes", "A reference of '{0}', or a unique set of owned rows, is new or other than before, and of a table in partitions PostgreSQL makes it only while nobody writes there; if its rows are few, write 'size: small' at '{0}', else release when it is quiet, and write the line '{1}: why' below 'approve'.");

    /// <summary>All of them, in the order of ids.</summary>
    public static IReadOnlyList<GenomeDiagnosticDescriptor> All() =>
    [
        .. typeof(ChangeDiagnostics).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => (GenomeDiagnosticDescriptor)property.GetValue(null))
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static GenomeDiagnosticDescriptor Error(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Error);

    private static GenomeDiagnosticDescriptor Warning(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Warning);
}
