namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // What a genome says of its own past: old names, what is retired, what is approved. Whether it matters only the history can tell.

    /// <summary>A retired field is named.</summary>
    public static GenomeDiagnosticDescriptor RetiredField { get; } = Error(
        "ARC0260", "A retired field is named", "The field '{0}' is retired, and only its column is left; do not name it here, or remove its 'retired'.");

    /// <summary>A retired entity is named.</summary>
    public static GenomeDiagnosticDescriptor RetiredEntity { get; } = Error(
        "ARC0261", "A retired entity is named", "The entity '{0}' is retired, and only its table is left; do not name it here, or remove its 'retired'.");

    /// <summary>Something that cannot be retired.</summary>
    public static GenomeDiagnosticDescriptor NotRetirable { get; } = Error(
        "ARC0262", "Something that cannot be retired", "'{0}' cannot be retired: {1}.");

    /// <summary>An old name that is the name.</summary>
    public static GenomeDiagnosticDescriptor WasItself { get; } = Error(
        "ARC0263", "An old name that is the name", "'{0}' is what it is called now; write the name that it had before, or remove 'was'.");

    /// <summary>An old name that something else has.</summary>
    public static GenomeDiagnosticDescriptor WasTaken { get; } = Error(
        "ARC0264", "An old name that something else has", "'{0}' cannot have been called '{1}': that is the name at {2}; give that another name first, or remove 'was'.");

    /// <summary>Two things with one old name.</summary>
    public static GenomeDiagnosticDescriptor WasTwice { get; } = Error(
        "ARC0265", "Two things with one old name", "'{0}' cannot have been called '{1}': the one at {2} was; remove 'was' from one of the two.");

    /// <summary>An approval of no known change.</summary>
    public static GenomeDiagnosticDescriptor UnknownApproval { get; } = Error(
        "ARC0266", "An approval of no known change", "'{0}' is nothing that can be approved, which is drop, narrow, retype, require, remove or lock{1}");

    /// <summary>An approval that names nothing it could be of.</summary>
    public static GenomeDiagnosticDescriptor ApprovalForm { get; } = Error(
        "ARC0267", "An approval that names nothing it could be of", "'{0}' does not say what is changed: '{1}' is followed by {2}.");

    /// <summary>An approval without a reason.</summary>
    public static GenomeDiagnosticDescriptor ApprovalWithoutReason { get; } = Error(
        "ARC0268", "An approval without a reason", "'{0}' is approved without a reason; say in a sentence why the data is not needed or cannot be there.");

    /// <summary>A number of partitions that there cannot be.</summary>
    public static GenomeDiagnosticDescriptor PartitionCount { get; } = Error(
        "ARC0269", "A number of partitions that there cannot be", "'{0}' is no number of partitions, which is a whole number from 2 to 1024.");

    /// <summary>Ranges that cannot be kept apart in partitions.</summary>
    public static GenomeDiagnosticDescriptor OverlapInPartitions { get; } = Error(
        "ARC0270", "Ranges that cannot be kept apart in partitions", "'{0}' keeps ranges apart, which PostgreSQL cannot do in a table of partitions; remove the rule, or 'partitions' below 'tenancy'.");

    /// <summary>Names that change places.</summary>
    public static GenomeDiagnosticDescriptor WasExchanged { get; } = Error(
        "ARC0271", "Names that change places", "'{0}' cannot have been called '{1}' while that, at {2}, was called otherwise in turn: the names go round in a circle, and once it is sealed nothing would tell that it has been done; give one of them another name first, seal that, and the rest after it.");
}
