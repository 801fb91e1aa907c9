namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether what is said about a field holds together.

    /// <summary>A decimal with impossible digits.</summary>
    public static GenomeDiagnosticDescriptor DecimalPrecision { get; } = Error(
        "ARC0060", "A decimal with impossible digits", "'{0}' has impossible digits; write decimal(p,s), between braces in quotes, with 1 to 28 digits in all and no more of them after the point.");

    /// <summary>A constraint that the type does not have.</summary>
    public static GenomeDiagnosticDescriptor NotApplicable { get; } = Error(
        "ARC0061", "A constraint that the type does not have", "A field of type '{1}' takes no '{0}'; remove it.");

    /// <summary>A limit that the type cannot have.</summary>
    public static GenomeDiagnosticDescriptor InvalidLimit { get; } = Error(
        "ARC0062", "A limit that the type cannot have", "'{0}: {1}' is not {2}.");

    /// <summary>A range that no value is in.</summary>
    public static GenomeDiagnosticDescriptor EmptyRange { get; } = Error(
        "ARC0063", "A range that no value is in", "No value is at least {0} and at most {1}; correct 'min' or 'max'.");

    /// <summary>A pattern that is not a regular expression of the language.</summary>
    public static GenomeDiagnosticDescriptor InvalidPattern { get; } = Error(
        "ARC0064", "A pattern that is not a regular expression of the language", "The pattern cannot be read at its character {0}: {1}.");

    /// <summary>A default that is not of the field's type.</summary>
    public static GenomeDiagnosticDescriptor InvalidDefault { get; } = Error(
        "ARC0065", "A default that is not of the field's type", "The default '{0}' is not {1}.");

    /// <summary>A default that the field would refuse.</summary>
    public static GenomeDiagnosticDescriptor DefaultOutsideConstraints { get; } = Error(
        "ARC0066", "A default that the field would refuse", "The default '{0}' {1}.");

    /// <summary>An example that is not of the field's type, or that the field would refuse.</summary>
    public static GenomeDiagnosticDescriptor InvalidExample { get; } = Error(
        "ARC0067", "An example that is not of the field's type, or that the field would refuse", "The example '{0}' {1}.");

    /// <summary>An example is needed and not there.</summary>
    public static GenomeDiagnosticDescriptor ExampleMissing { get; } = Error(
        "ARC0068", "An example is needed and not there", "'{0}' needs an 'example': {1}.");

    /// <summary>A required reference cannot become null.</summary>
    public static GenomeDiagnosticDescriptor SetNullOnRequired { get; } = Error(
        "ARC0069", "A required reference cannot become null", "The reference '{0}' is required and cannot be set to null when its target is deleted; write restrict or cascade, or make it optional.");

    /// <summary>What the server sets has another type than the field.</summary>
    public static GenomeDiagnosticDescriptor ServerValueType { get; } = Error(
        "ARC0070", "What the server sets has another type than the field", "'{0}' sets {1}, and the field '{2}' is not of that type.");

    /// <summary>There is no member entity that 'user' could be.</summary>
    public static GenomeDiagnosticDescriptor UserWithoutMember { get; } = Error(
        "ARC0071", "There is no member entity that 'user' could be", "'user' is a row of the member entity, and no entity is 'member: true'; mark one, or remove it.");

    /// <summary>A field that 'user' sets cannot be required.</summary>
    public static GenomeDiagnosticDescriptor UserMayBeMissing { get; } = Error(
        "ARC0072", "A field that 'user' sets cannot be required", "The field '{0}' cannot be required: 'user' is null for an account without a member row; remove 'required'.");

    /// <summary>A field that the server sets cannot have a default.</summary>
    public static GenomeDiagnosticDescriptor ServerSetDefault { get; } = Error(
        "ARC0073", "A field that the server sets cannot have a default", "The server sets the field '{0}', so it cannot have a default; remove one of the two.");

    /// <summary>An optional value without a required field cannot be told from none.</summary>
    public static GenomeDiagnosticDescriptor ValueWithoutRequired { get; } = Error(
        "ARC0074", "An optional value without a required field cannot be told from none", "The value '{0}' has no required field, so an optional field of it could not be told from an empty one; make a field of the value required, or this field.");

    /// <summary>A field of a value is not a scalar.</summary>
    public static GenomeDiagnosticDescriptor NestedValue { get; } = Error(
        "ARC0075", "A field of a value is not a scalar", "The field '{0}' of a value must be a scalar, an enum or a named type, and '{1}' is none.");

    /// <summary>A field that cannot be unique or indexed.</summary>
    public static GenomeDiagnosticDescriptor NotIndexable { get; } = Error(
        "ARC0076", "A field that cannot be unique or indexed", "The field '{0}' cannot be unique or indexed, because it is of type '{1}'.");

    /// <summary>An entity has too many columns.</summary>
    public static GenomeDiagnosticDescriptor TooManyColumns { get; } = Error(
        "ARC0077", "An entity has too many columns", "'{0}' has {1} columns and fields that are rows, and an entity has at most 126; move some to an entity of their own.");

    /// <summary>More than one entity stands for the people.</summary>
    public static GenomeDiagnosticDescriptor SeveralMembers { get; } = Error(
        "ARC0078", "More than one entity stands for the people", "'{0}' cannot be a member too: the member entity is the one at {1}; remove 'member' from one of them.");

    /// <summary>The tenant entity cannot be the member entity.</summary>
    public static GenomeDiagnosticDescriptor TenantIsMember { get; } = Error(
        "ARC0079", "The tenant entity cannot be the member entity", "'{0}' is the tenant and cannot be the member entity; remove 'member'.");

    /// <summary>A row that the app must be able to make needs another row first.</summary>
    public static GenomeDiagnosticDescriptor NotProvisionable { get; } = Error(
        "ARC0080", "A row that the app must be able to make needs another row first", "The reference '{0}' cannot be required: a row of {1} is made together with its tenant, before there is anything to refer to; make it optional.");

    /// <summary>A field and its type both have a pattern.</summary>
    public static GenomeDiagnosticDescriptor PatternTwice { get; } = Error(
        "ARC0081", "A field and its type both have a pattern", "The type '{0}' has a pattern already, and a field cannot add another; remove one of the two.");
}
