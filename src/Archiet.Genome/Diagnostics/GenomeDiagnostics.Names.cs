namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether names can be told apart, in the genome and in what is made of it.

    /// <summary>A name is declared twice.</summary>
    public static GenomeDiagnosticDescriptor DuplicateName { get; } = Error(
        "ARC0030", "A name is declared twice", "'{0}' is already declared at {1}; remove one of the two or rename it.");

    /// <summary>Two C# types would have the same name.</summary>
    public static GenomeDiagnosticDescriptor ClassCollision { get; } = Error(
        "ARC0031", "Two C# types would have the same name", "The C# name '{0}' is already taken at {1} (upper and lower case count as equal); rename one of the two, or give the entity another with 'class'.");

    /// <summary>Two entities would have the same table and route.</summary>
    public static GenomeDiagnosticDescriptor PluralCollision { get; } = Error(
        "ARC0032", "Two entities would have the same table and route", "The plural '{0}' is already taken by the entity at {1}; choose another with 'plural'.");

    /// <summary>A name has another form than names of its kind.</summary>
    public static GenomeDiagnosticDescriptor InvalidName { get; } = Error(
        "ARC0033", "A name has another form than names of its kind", "'{0}' is not {1}{2}");

    /// <summary>A name is too long for the database.</summary>
    public static GenomeDiagnosticDescriptor NameTooLong { get; } = Error(
        "ARC0034", "A name is too long for the database", "The name '{0}' is too long: a name has at most 48 characters, and the table or column made of it at most 63.");

    /// <summary>A field has a name that every row already has.</summary>
    public static GenomeDiagnosticDescriptor ReservedField { get; } = Error(
        "ARC0035", "A field has a name that every row already has", "The field '{0}' would clash with the member '{1}' of the emitted class; choose another name.");

    /// <summary>Two fields would have the same C# member or column.</summary>
    public static GenomeDiagnosticDescriptor FieldCollision { get; } = Error(
        "ARC0036", "Two fields would have the same C# member or column", "The field '{0}' would clash with the field at {2} ({1}); rename one of the two.");

    /// <summary>A field is named as its class.</summary>
    public static GenomeDiagnosticDescriptor FieldNamedAsClass { get; } = Error(
        "ARC0037", "A field is named as its class", "The field '{0}' cannot be named as its class '{1}'; rename the field, or the class with 'class'.");

    /// <summary>A field is named as a system column of PostgreSQL.</summary>
    public static GenomeDiagnosticDescriptor SystemColumn { get; } = Error(
        "ARC0038", "A field is named as a system column of PostgreSQL", "The field '{0}' would make a column that PostgreSQL has in every table; choose another name.");

    /// <summary>A C# name would hide a type that every file uses.</summary>
    public static GenomeDiagnosticDescriptor HidesType { get; } = Error(
        "ARC0039", "A C# name would hide a type that every file uses", "A class named '{0}' would hide the type '{0}' of the implicit usings; {1}.");

    /// <summary>A plural is a member of the emitted context.</summary>
    public static GenomeDiagnosticDescriptor ReservedPlural { get; } = Error(
        "ARC0040", "A plural is a member of the emitted context", "The plural '{0}' is a member of every DbContext; choose another with 'plural'.");

    /// <summary>A C# type would be called like a member of its own.</summary>
    public static GenomeDiagnosticDescriptor NamedAsMember { get; } = Error(
        "ARC0041", "A C# type would be called like a member of its own", "What is emitted for '{0}' has a member '{0}', and C# takes no type with a member of its own name; {1}.");
}
