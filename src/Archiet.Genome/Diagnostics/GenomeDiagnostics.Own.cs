namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether names that are stored, operations and the user's own keys can be carried.

    /// <summary>Two members of an enum are stored alike.</summary>
    public static GenomeDiagnosticDescriptor StoredTwice { get; } = Error(
        "ARC0160", "Two members of an enum are stored alike", "'{0}' is already how the member at {1} is stored; store one of the two under another name.");

    /// <summary>A stored name has an impossible form.</summary>
    public static GenomeDiagnosticDescriptor StoredForm { get; } = Error(
        "ARC0161", "A stored name has an impossible form", "'{0}' cannot be stored for a member; write 1 to 63 characters, none of them a control character.");

    /// <summary>An operation is named as a class within its own.</summary>
    public static GenomeDiagnosticDescriptor ReservedOperation { get; } = Error(
        "ARC0162", "An operation is named as a class within its own", "An operation cannot be named '{0}': its class has a class '{1}' within; choose another name.");

    /// <summary>A field of an operation cannot be a value.</summary>
    public static GenomeDiagnosticDescriptor ValueInOperation { get; } = Error(
        "ARC0163", "A field of an operation cannot be a value", "The field '{0}' of an operation cannot be of type '{1}': its fields are scalars, named types, enums and references.");

    /// <summary>A key of the user's own that is not the user's.</summary>
    public static GenomeDiagnosticDescriptor ReservedExtension { get; } = Error(
        "ARC0164", "A key of the user's own that is not the user's", "Keys that begin with 'x-archiet-' are those of the OpenAPI document itself, and so '{0}' cannot be yours; choose another.");

    /// <summary>A value of the user's own that JSON cannot hold.</summary>
    public static GenomeDiagnosticDescriptor ExtensionNotJson { get; } = Error(
        "ARC0165", "A value of the user's own that JSON cannot hold", "The value of '{0}' holds a number that JSON does not have; write it in decimal digits, or in quotes.");

    /// <summary>A key of the user's own is there twice.</summary>
    public static GenomeDiagnosticDescriptor DuplicateExtension { get; } = Error(
        "ARC0166", "A key of the user's own is there twice", "'{0}' already describes the app; the keys of your own below 'app', below 'tenancy' and at the top of all files are one set, so rename one of the two.");
}
