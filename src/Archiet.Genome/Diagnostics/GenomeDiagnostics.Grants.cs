namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether what a grant says can be granted.

    /// <summary>Owned rows have no grants of their own.</summary>
    public static GenomeDiagnosticDescriptor GrantOnOwned { get; } = Error(
        "ARC0140", "Owned rows have no grants of their own", "'{0}' is owned by '{1}', and whoever may read or change '{1}' may read or change its rows; grant on '{1}'.");

    /// <summary>Only what is removed softly can be restored.</summary>
    public static GenomeDiagnosticDescriptor RestoreWithoutSoftDelete { get; } = Error(
        "ARC0141", "Only what is removed softly can be restored", "'restore' cannot be granted on '{0}', whose rows are gone when they are deleted; add 'softDelete: true' to it, or remove the word.");

    /// <summary>'except' stands alone.</summary>
    public static GenomeDiagnosticDescriptor ExceptAlone { get; } = Error(
        "ARC0142", "'except' stands alone", "'except' says which fields are meant by those that are not, so neither 'see' nor 'set' can stand beside it; keep one of the forms.");

    /// <summary>What is set is seen.</summary>
    public static GenomeDiagnosticDescriptor SetNotSeen { get; } = Error(
        "ARC0143", "What is set is seen", "'{0}' may be set and not seen, but the answer to a change shows it; add it to 'see', or remove it from 'set'.");

    /// <summary>A field that no request sets.</summary>
    public static GenomeDiagnosticDescriptor NobodySets { get; } = Error(
        "ARC0144", "A field that no request sets", "'{0}' cannot be set by anybody: {1}; remove it from 'set'.");

    /// <summary>A secret is seen by nobody.</summary>
    public static GenomeDiagnosticDescriptor SecretSeen { get; } = Error(
        "ARC0145", "A secret is seen by nobody", "'{0}' is secret, and nobody sees it; remove it from 'see'.");

    /// <summary>A list of fields that nothing uses.</summary>
    public static GenomeDiagnosticDescriptor FieldsWithoutUse { get; } = Error(
        "ARC0146", "A list of fields that nothing uses", "'fields' says nothing here: none of what is granted on '{0}' reads or writes a field; remove it.");

    /// <summary>An operation to run that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownOperationToRun { get; } = Error(
        "ARC0147", "An operation to run that does not exist", "No operation is named '{0}'{1}");
}
