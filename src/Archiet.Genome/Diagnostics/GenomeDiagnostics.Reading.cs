namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether the text can be read at all.

    /// <summary>The text is not YAML.</summary>
    public static GenomeDiagnosticDescriptor YamlSyntax { get; } = Error(
        "ARC0001", "The text is not YAML", "The text cannot be read as YAML here: {0}.");

    /// <summary>A bracket or quotation mark is not closed.</summary>
    public static GenomeDiagnosticDescriptor NotClosed { get; } = Error(
        "ARC0002", "A bracket or quotation mark is not closed", "The {0} that opens here is never closed; close it, or look whether the file was cut off.");

    /// <summary>A line is indented with a tab.</summary>
    public static GenomeDiagnosticDescriptor TabInIndentation { get; } = Error(
        "ARC0003", "A line is indented with a tab", "A tab cannot indent a line in YAML; use spaces.");

    /// <summary>A character that no genome may contain.</summary>
    public static GenomeDiagnosticDescriptor ForbiddenCharacter { get; } = Error(
        "ARC0004", "A character that no genome may contain", "The character U+{0} cannot stand in a genome; remove it, or write it as an escape between double quotes.");

    /// <summary>A genome file says nothing.</summary>
    public static GenomeDiagnosticDescriptor EmptyFile { get; } = Error(
        "ARC0005", "A genome file says nothing", "The file holds no genome; begin with 'genome: \"1.0\"'.");

    /// <summary>A genome file is too large.</summary>
    public static GenomeDiagnosticDescriptor FileTooLarge { get; } = Error(
        "ARC0006", "A genome file is too large", "The file is larger than 4 MB; spread the genome over several files.");

    /// <summary>Brackets and mappings are nested too deeply.</summary>
    public static GenomeDiagnosticDescriptor TooDeep { get; } = Error(
        "ARC0007", "Brackets and mappings are nested too deeply", "More than 32 levels lie within one another here; a genome needs no more than ten.");

    /// <summary>A section is too large.</summary>
    public static GenomeDiagnosticDescriptor TooManyNodes { get; } = Error(
        "ARC0008", "A section is too large", "The section holds more than 500,000 nodes; spread it over several files.");

    /// <summary>A text is too long.</summary>
    public static GenomeDiagnosticDescriptor ScalarTooLong { get; } = Error(
        "ARC0009", "A text is too long", "The text is longer than 65,536 characters; shorten it.");

    /// <summary>Anchors are not part of the language.</summary>
    public static GenomeDiagnosticDescriptor Anchor { get; } = Error(
        "ARC0010", "Anchors are not part of the language", "An anchor cannot stand in a genome; write the value where it is meant, or give it a name under 'types' or 'values'.");

    /// <summary>Aliases are not part of the language.</summary>
    public static GenomeDiagnosticDescriptor Alias { get; } = Error(
        "ARC0011", "Aliases are not part of the language", "An alias cannot stand in a genome; write the value out.");

    /// <summary>Tags are not part of the language.</summary>
    public static GenomeDiagnosticDescriptor Tag { get; } = Error(
        "ARC0012", "Tags are not part of the language", "The tag '{0}' cannot stand in a genome; remove it.");

    /// <summary>Merge keys are not part of the language.</summary>
    public static GenomeDiagnosticDescriptor MergeKey { get; } = Error(
        "ARC0013", "Merge keys are not part of the language", "The merge key '<<' cannot stand in a genome; write the keys out.");

    /// <summary>A file holds more than one document.</summary>
    public static GenomeDiagnosticDescriptor SeveralDocuments { get; } = Error(
        "ARC0014", "A file holds more than one document", "A second document begins here; put it into a file of its own.");

    /// <summary>A key is there twice.</summary>
    public static GenomeDiagnosticDescriptor DuplicateKey { get; } = Error(
        "ARC0015", "A key is there twice", "The key '{0}' is already in this mapping at {1}; remove one of the two.");

    /// <summary>A text that no database can hold.</summary>
    public static GenomeDiagnosticDescriptor UnstorableText { get; } = Error(
        "ARC0016", "A text that no database can hold", "The text holds U+0000, which PostgreSQL cannot store; remove the escape.");
}
