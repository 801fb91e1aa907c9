namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether computed fields, constraints and lifecycles hold together.

    /// <summary>A computed field takes no such word.</summary>
    public static GenomeDiagnosticDescriptor ComputedTakesNo { get; } = Error(
        "ARC0112", "A computed field takes no such word", "The field '{0}' is computed and takes no '{1}': its value follows from its expression; remove one of the two.");

    /// <summary>A computed field has a type that no expression gives.</summary>
    public static GenomeDiagnosticDescriptor ComputedType { get; } = Error(
        "ARC0113", "A computed field has a type that no expression gives", "The computed field '{0}' cannot be of type '{1}'; it can be an enum, text, bool, int, long, decimal, date, time, timestamp, duration or uuid.");

    /// <summary>Only computed fields are said to be stored.</summary>
    public static GenomeDiagnosticDescriptor StoredWithoutComputed { get; } = Error(
        "ARC0114", "Only computed fields are said to be stored", "'stored' says how a computed field is kept, and '{0}' is not computed; remove it.");

    /// <summary>What the server sets is not written once.</summary>
    public static GenomeDiagnosticDescriptor WriteOnceServerSet { get; } = Error(
        "ARC0115", "What the server sets is not written once", "The server sets '{0}', and 'writeOnce' is about what requests give; remove one of the two.");

    /// <summary>A part of a value cannot be secret.</summary>
    public static GenomeDiagnosticDescriptor SecretPart { get; } = Error(
        "ARC0116", "A part of a value cannot be secret", "The field '{0}' of a value cannot be secret by itself; make the whole field of the entity secret, or an entity's own field.");

    /// <summary>A constraint needs a column of the entity's own table.</summary>
    public static GenomeDiagnosticDescriptor NoColumn { get; } = Error(
        "ARC0117", "A constraint needs a column of the entity's own table", "'{0}' {1}, so it cannot {2}; name a field that has a column.");

    /// <summary>A rule is of one kind.</summary>
    public static GenomeDiagnosticDescriptor RuleOfOneKind { get; } = Error(
        "ARC0118", "A rule is of one kind", "The rule '{0}' needs one of 'check' and 'noOverlap', and not both; a rule says one thing.");

    /// <summary>Two fields make no range.</summary>
    public static GenomeDiagnosticDescriptor NoRange { get; } = Error(
        "ARC0119", "Two fields make no range", "'{0}' and '{1}' make no range: they must be two fields that are both of type date or both of type timestamp.");

    /// <summary>A range may lack its beginning.</summary>
    public static GenomeDiagnosticDescriptor OptionalStart { get; } = Error(
        "ARC0120", "A range may lack its beginning", "'{0}' begins the range of every row, so it must be required.");

    /// <summary>A state is a member of an enum.</summary>
    public static GenomeDiagnosticDescriptor StateNoEnum { get; } = Error(
        "ARC0121", "A state is a member of an enum", "'{0}' cannot hold the state: a lifecycle needs a field whose type is an enum.");

    /// <summary>The field of a state takes no such word.</summary>
    public static GenomeDiagnosticDescriptor StateTakesNo { get; } = Error(
        "ARC0122", "The field of a state takes no such word", "'{0}' is the state of a lifecycle and takes no '{1}': it always has a value, and only transitions change it; remove it.");

    /// <summary>A transition is named as an operation.</summary>
    public static GenomeDiagnosticDescriptor TransitionIsOperation { get; } = Error(
        "ARC0123", "A transition is named as an operation", "The transition '{0}' would be the operation '{1}' that entities have anyway; choose another name.");

    /// <summary>A message for a condition that is not there.</summary>
    public static GenomeDiagnosticDescriptor MessageWithoutCondition { get; } = Error(
        "ARC0124", "A message for a condition that is not there", "The transition '{0}' has a message and no 'when' that it could be about; add the condition, or remove the message.");

    /// <summary>A transition sets what it cannot set.</summary>
    public static GenomeDiagnosticDescriptor NotSettable { get; } = Error(
        "ARC0125", "A transition sets what it cannot set", "A transition cannot set '{0}': {1}; remove it from 'sets'.");

    /// <summary>A lifecycle has too many transitions.</summary>
    public static GenomeDiagnosticDescriptor TooManyTransitions { get; } = Error(
        "ARC0126", "A lifecycle has too many transitions", "'{0}' has {1} transitions, and a lifecycle has at most 64; let one start in several states, or divide the entity.");

    /// <summary>What is written once is not set to null.</summary>
    public static GenomeDiagnosticDescriptor SetNullOnWriteOnce { get; } = Error(
        "ARC0127", "What is written once is not set to null", "'{0}' is written once, and 'setNull' would change it when the row that it refers to goes; remove one of the two.");
}
