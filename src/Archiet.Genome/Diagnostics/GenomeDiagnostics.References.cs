namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether what is named exists.

    /// <summary>A type that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownType { get; } = Error(
        "ARC0050", "A type that does not exist", "'{0}' is no scalar type{1}");

    /// <summary>A type or entity that nothing declares.</summary>
    public static GenomeDiagnosticDescriptor DanglingReference { get; } = Error(
        "ARC0051", "A type or entity that nothing declares", "No type, value, enum or entity is named '{0}'{1}");

    /// <summary>An entity that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownEntity { get; } = Error(
        "ARC0052", "An entity that does not exist", "No entity is named '{0}'{1}");

    /// <summary>A role that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownRole { get; } = Error(
        "ARC0053", "A role that does not exist", "No role is named '{0}'{1}");

    /// <summary>An operation that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownOperation { get; } = Error(
        "ARC0054", "An operation that does not exist", "'{0}' is no operation or transition of '{1}'{2}");

    /// <summary>A field that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownField { get; } = Error(
        "ARC0055", "A field that does not exist", "'{0}' has no field '{1}'{2}");

    /// <summary>A member that an enum does not have.</summary>
    public static GenomeDiagnosticDescriptor UnknownMember { get; } = Error(
        "ARC0056", "A member that an enum does not have", "The enum '{0}' has no member '{1}'{2}");

    /// <summary>A word that its key does not take.</summary>
    public static GenomeDiagnosticDescriptor UnknownWord { get; } = Error(
        "ARC0057", "A word that its key does not take", "'{0}' takes {1}, and not '{2}'{3}");
}
