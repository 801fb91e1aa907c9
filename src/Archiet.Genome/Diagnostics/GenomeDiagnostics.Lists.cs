namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether lists can be ordered, sorted and filtered as they say.

    /// <summary>Rows cannot be sorted by a field.</summary>
    public static GenomeDiagnosticDescriptor NotSortable { get; } = Error(
        "ARC0130", "Rows cannot be sorted by a field", "Rows cannot be sorted by '{0}': {1}; choose another field.");

    /// <summary>Rows cannot be filtered by a field.</summary>
    public static GenomeDiagnosticDescriptor NotFilterable { get; } = Error(
        "ARC0131", "Rows cannot be filtered by a field", "Rows cannot be filtered by '{0}': {1}; choose another field.");

    /// <summary>A field cannot name a row.</summary>
    public static GenomeDiagnosticDescriptor NotForDisplay { get; } = Error(
        "ARC0132", "A field cannot name a row", "'{0}' cannot name a row for people; 'display' takes a required field of type string, text, email or url that is neither computed nor secret.");
}
