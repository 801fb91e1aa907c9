namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether keys and values are those of the language.

    /// <summary>A key that the language does not have.</summary>
    public static GenomeDiagnosticDescriptor UnknownKey { get; } = Error(
        "ARC0020", "A key that the language does not have", "'{0}' is not a key of {1}{2}");

    /// <summary>A key that must be there is missing.</summary>
    public static GenomeDiagnosticDescriptor MissingKey { get; } = Error(
        "ARC0021", "A key that must be there is missing", "'{0}' lacks the key '{1}'; add it.");

    /// <summary>A value has another shape than its key expects.</summary>
    public static GenomeDiagnosticDescriptor WrongShape { get; } = Error(
        "ARC0022", "A value has another shape than its key expects", "{0} must be {1}, and here is {2}.");

    /// <summary>A word of a later version of the language.</summary>
    public static GenomeDiagnosticDescriptor NotYet { get; } = Error(
        "ARC0023", "A word of a later version of the language", "'{0}' is not part of version 1.0 of the language yet; remove it.");

    /// <summary>The genome is written in another version of the language.</summary>
    public static GenomeDiagnosticDescriptor UnsupportedVersion { get; } = Error(
        "ARC0024", "The genome is written in another version of the language", "This compiler reads version 1.0 of the language, and the genome says '{0}'; write 'genome: \"1.0\"'.");

    /// <summary>A list names the same thing twice.</summary>
    public static GenomeDiagnosticDescriptor DuplicateItem { get; } = Error(
        "ARC0025", "A list names the same thing twice", "'{0}' is already in this list at {1}; remove one of the two.");

    /// <summary>A comma cuts a text between braces.</summary>
    public static GenomeDiagnosticDescriptor UnquotedComma { get; } = Error(
        "ARC0027", "A comma cuts a text between braces", "A comma ends a text that stands between braces without quotes, so '{0}' was read as a key; put the text in quotes.");

    /// <summary>The genome lacks a key that one of its files must have.</summary>
    public static GenomeDiagnosticDescriptor MissingTopLevelKey { get; } = Error(
        "ARC0026", "The genome lacks a key that one of its files must have", "No file of the genome has the key '{0}'; add it to one of them.");
}
