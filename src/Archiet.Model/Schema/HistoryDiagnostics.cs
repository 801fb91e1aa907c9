using System.Reflection;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>Every finding about the files of a history, ARC0400 to ARC0419; the numbers are never given to another fact.</summary>
public static class HistoryDiagnostics
{
    /// <summary>A file of another version.</summary>
    public static GenomeDiagnosticDescriptor UnknownVersion { get; } = Error(
        "ARC0400", "A sealed migration of another version", "The first line of a sealed migration is 'archiet-schema 1'; this one is of another version, which needs a newer Archiet, or no sealed migration at all.");

    /// <summary>A line that cannot be read.</summary>
    public static GenomeDiagnosticDescriptor UnreadableLine { get; } = Error(
        "ARC0401", "A line that cannot be read", "The line cannot be read: {0}; take the file from version control as it was sealed.");

    /// <summary>A line of the header is missing.</summary>
    public static GenomeDiagnosticDescriptor MissingHeader { get; } = Error(
        "ARC0402", "A sealed migration lacks a line", "The sealed migration has no line '{0}'; take the file from version control as it was sealed.");

    /// <summary>A file is not called by its id.</summary>
    public static GenomeDiagnosticDescriptor OtherFileName { get; } = Error(
        "ARC0403", "A sealed migration in a file of another name", "The migration '{0}' belongs in a file called '{0}.schema'; rename the file.");

    /// <summary>Something is taken away that is not there.</summary>
    public static GenomeDiagnosticDescriptor NotThere { get; } = Error(
        "ARC0404", "A line is taken away that is not there", "The schema before '{0}' has no such line to take away: {1}; build with '-t:ArchietRebaseMigration', or take the file from version control as it was sealed.");

    /// <summary>Something is added that is there.</summary>
    public static GenomeDiagnosticDescriptor AlreadyThere { get; } = Error(
        "ARC0405", "A line is added that is there already", "The schema before '{0}' has a line for this already: {1}; build with '-t:ArchietRebaseMigration', or take the file from version control as it was sealed.");

    /// <summary>A rename of what is not there, or to what is.</summary>
    public static GenomeDiagnosticDescriptor NotRenamed { get; } = Error(
        "ARC0406", "A rename that does not fit", "The schema before '{0}' cannot be renamed so: {1}; build with '-t:ArchietRebaseMigration', or take the file from version control as it was sealed.");

    /// <summary>A line about something that is not there.</summary>
    public static GenomeDiagnosticDescriptor Homeless { get; } = Error(
        "ARC0407", "A line about what is not there", "The line leaves the schema in pieces: {0}; take the file from version control as it was sealed.");

    /// <summary>The state is not the one that was sealed.</summary>
    public static GenomeDiagnosticDescriptor OtherState { get; } = Error(
        "ARC0408", "An edited migration", "The schema after '{0}' is not the one that was sealed, so the file was edited since; take it from version control as it was sealed, and make the change in the genome.");

    /// <summary>The predecessor is not the one that was sealed.</summary>
    public static GenomeDiagnosticDescriptor OtherPredecessor { get; } = Error(
        "ARC0409", "A migration after another text of its predecessor", "'{0}' was sealed after another text of '{1}', which was edited since; take that file from version control as it was sealed, or build with '-t:ArchietRebaseMigration' if no database has this migration yet.");

    /// <summary>Two migrations after one.</summary>
    public static GenomeDiagnosticDescriptor Fork { get; } = Error(
        "ARC0410", "Two migrations after one", "'{0}' and '{1}' both come after '{2}'; build with '-t:ArchietRebaseMigration' to put the one that no database has yet after the other.");

    /// <summary>The predecessor is missing.</summary>
    public static GenomeDiagnosticDescriptor Gap { get; } = Error(
        "ARC0411", "A migration whose predecessor is missing", "'{0}' comes after '{1}', and there is no such file; bring it back from version control, or build with '-t:ArchietRebaseMigration' if no database has this migration yet.");

    /// <summary>A migration is older than its predecessor.</summary>
    public static GenomeDiagnosticDescriptor NotLater { get; } = Error(
        "ARC0412", "A migration that is not later than its predecessor", "'{0}' comes after '{1}' and sorts before it, so a database would run it first; build with '-t:ArchietRebaseMigration' to give it a later id.");

    /// <summary>The head is another migration.</summary>
    public static GenomeDiagnosticDescriptor OtherHead { get; } = Error(
        "ARC0413", "The head is another migration", "The newest migration is {0}, and 'head' names {1}; bring the missing file back from version control, or write the newest id into 'head'.");

    /// <summary>Migrations without a head.</summary>
    public static GenomeDiagnosticDescriptor NoHead { get; } = Error(
        "ARC0414", "Migrations without a head", "The folder of '{0}' has no file 'head'; write one that holds the line '{0}', so that two branches that both seal a migration are in conflict.");

    /// <summary>A step file is missing.</summary>
    public static GenomeDiagnosticDescriptor MissingStep { get; } = Error(
        "ARC0415", "A step whose file is missing", "The file '{0}' of this step is not there; bring it back from version control.");

    /// <summary>A step file is another.</summary>
    public static GenomeDiagnosticDescriptor OtherStep { get; } = Error(
        "ARC0416", "An edited step", "The file '{0}' is not the one that was sealed; take it from version control as it was sealed, and write what is to be done besides into a new step.");

    /// <summary>Two files hold one migration.</summary>
    public static GenomeDiagnosticDescriptor TwoFiles { get; } = Error(
        "ARC0417", "Two files hold one migration", "The migration '{0}' is in '{1}' too; remove one of the files.");

    /// <summary>A step that nothing runs.</summary>
    public static GenomeDiagnosticDescriptor StrayStep { get; } = Warning(
        "ARC0418", "A step that nothing runs", "No migration names the file '{0}'; call it 'pending.{0}' to run it with the next migration, or remove it.");

    /// <summary>All of them, in the order of ids.</summary>
    public static IReadOnlyList<GenomeDiagnosticDescriptor> All() =>
    [
        .. typeof(HistoryDiagnostics).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => (GenomeDiagnosticDescriptor)property.GetValue(null))
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static GenomeDiagnosticDescriptor Error(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Error);

    private static GenomeDiagnosticDescriptor Warning(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Warning);
}
