namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether what the genome says can ever matter.

    /// <summary>A rule that no row can keep.</summary>
    public static GenomeDiagnosticDescriptor RuleNeverHolds { get; } = Error(
        "ARC0240", "A rule that no row can keep", "The rule '{0}' can never be true; correct its condition, or the limits of the fields it speaks of.");

    /// <summary>A rule that no row can break.</summary>
    public static GenomeDiagnosticDescriptor RuleAlwaysHolds { get; } = Warning(
        "ARC0241", "A rule that no row can break", "The rule '{0}' can never be false: the types and limits of the fields say it already; correct it, or remove it.");

    /// <summary>A state that no row reaches.</summary>
    public static GenomeDiagnosticDescriptor StateNeverReached { get; } = Warning(
        "ARC0242", "A state that no row reaches", "No transition leads from '{1}' to the state '{0}'; add one, or remove the state.");

    /// <summary>A transition that is never taken.</summary>
    public static GenomeDiagnosticDescriptor TransitionNeverTaken { get; } = Error(
        "ARC0243", "A transition that is never taken", "The condition of '{0}' can never be true, so the transition is never taken; correct it.");

    /// <summary>A transition that nobody may take.</summary>
    public static GenomeDiagnosticDescriptor TransitionGrantedToNobody { get; } = Warning(
        "ARC0244", "A transition that nobody may take", "No capability lets anyone '{0}' a row of '{1}'; grant it, or remove the transition.");

    /// <summary>An operation that nobody may call.</summary>
    public static GenomeDiagnosticDescriptor OperationGrantedToNobody { get; } = Warning(
        "ARC0245", "An operation that nobody may call", "No capability runs '{0}'; name it under 'run', or remove the operation.");

    /// <summary>A role that is granted nothing.</summary>
    public static GenomeDiagnosticDescriptor RoleGrantedNothing { get; } = Warning(
        "ARC0246", "A role that is granted nothing", "No capability goes to the role '{0}'; name it under 'to', or remove the role.");

    /// <summary>Data that is written and that nobody may read.</summary>
    public static GenomeDiagnosticDescriptor WrittenNeverRead { get; } = Warning(
        "ARC0247", "Data that is written and that nobody may read", "Requests set '{0}', and nobody may read it; let a role see it, or do not let it be set.");

    /// <summary>A grant that another one covers.</summary>
    public static GenomeDiagnosticDescriptor GrantShadowed { get; } = Warning(
        "ARC0248", "A grant that another one covers", "What '{0}' allows on '{1}' is allowed to the same roles by the grant at {2}; remove one of the two.");

    /// <summary>Rows that each need another first.</summary>
    public static GenomeDiagnosticDescriptor RequiredCycle { get; } = Error(
        "ARC0249", "Rows that each need another first", "No first row of '{0}' can be made, because its references lead back to it: {1}; make one of them optional.");

    /// <summary>A row condition that a reference goes around.</summary>
    public static GenomeDiagnosticDescriptor ConditionLeaks { get; } = Warning(
        "ARC0250", "A row condition that a reference goes around", "'{0}' sees only some rows of '{1}', and learns of the others from '{2}', of which it sees every row; put a condition on '{3}' too, or leave that field out of what it sees.");

    /// <summary>A row that cannot be made because a required field cannot be set.</summary>
    public static GenomeDiagnosticDescriptor CreateWithoutRequired { get; } = Error(
        "ARC0251", "A row that cannot be made because a required field cannot be set", "'{0}' may create '{1}' and cannot set its required field '{2}'; add the field to those it may set.");

    /// <summary>A condition that no row meets.</summary>
    public static GenomeDiagnosticDescriptor ConditionNeverHolds { get; } = Error(
        "ARC0252", "A condition that no row meets", "The condition of '{0}' can never be true; correct it.");

    /// <summary>Two rules of which every row breaks one.</summary>
    public static GenomeDiagnosticDescriptor RulesContradict { get; } = Error(
        "ARC0253", "Two rules of which every row breaks one", "No row can keep both '{0}' and '{1}', which stands at {2}; correct one of them.");
}
