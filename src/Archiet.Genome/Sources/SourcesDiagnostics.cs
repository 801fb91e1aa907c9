using System.Reflection;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Sources;

/// <summary>
/// What is found in a sources file and in no genome, ARC6003 to ARC6009; the numbers are never given to another fact. That it is not YAML, or lacks a key, has the
/// id that it has in a genome.
/// </summary>
public static class SourcesDiagnostics
{
    /// <summary>A sources file of another version.</summary>
    public static GenomeDiagnosticDescriptor UnsupportedVersion { get; } = Error(
        "ARC6003", "A sources file of another version", "Sources are written in version \"1.0\", and this file says '{0}'; a newer one needs a newer Archiet.");

    /// <summary>A path that names nothing in the genome.</summary>
    public static GenomeDiagnosticDescriptor UnknownPath { get; } = Warning(
        "ARC6004", "A path that names nothing in the genome", "'{0}' names nothing in the genome, and so its sentences count as if nothing implemented them{1}");

    /// <summary>A sentence that the file does not have.</summary>
    public static GenomeDiagnosticDescriptor UnknownSentence { get; } = Error(
        "ARC6005", "A sentence that the file does not have", "'{0}' is none of the sentences of this file{1}");

    /// <summary>A sentence without a place.</summary>
    public static GenomeDiagnosticDescriptor BadSentence { get; } = Error(
        "ARC6006", "A sentence without a place", "The sentence '{0}' cannot be found in the document: {1}.");

    /// <summary>A sentence that is evidence and dismissed.</summary>
    public static GenomeDiagnosticDescriptor UsedAndDismissed { get; } = Warning(
        "ARC6007", "A sentence that is evidence and dismissed", "'{0}' is dismissed, and '{1}' comes from it; remove one of the two.");

    /// <summary>All of them, in the order of ids.</summary>
    public static IReadOnlyList<GenomeDiagnosticDescriptor> All() =>
    [
        .. typeof(SourcesDiagnostics).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(static property => (GenomeDiagnosticDescriptor)property.GetValue(null))
            .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    private static GenomeDiagnosticDescriptor Error(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Error);

    private static GenomeDiagnosticDescriptor Warning(string id, string title, string messageFormat) => new(id, title, messageFormat, GenomeSeverity.Warning);
}
