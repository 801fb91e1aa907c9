using Archiet.Genome.Binding;

namespace Archiet.Genome.Expressions;

/// <summary>What an expression is for: it decides what may be spoken of.</summary>
public enum ExpressionPurpose
{
    /// <summary>The check of a rule: the row, its children, what it refers to, the tenant and the time.</summary>
    Rule,

    /// <summary>The <c>where</c> of a grant: as a rule, and the user.</summary>
    RowCondition,

    /// <summary>The <c>when</c> of a transition: as a row condition.</summary>
    Guard,

    /// <summary>The <c>where</c> of a unique set or of a rule without overlaps: the columns of the row alone.</summary>
    ConstraintCondition,

    /// <summary>A field that is computed and stored: the columns of the row alone.</summary>
    StoredValue,

    /// <summary>A field that is computed when it is read: the row, its children and what it refers to.</summary>
    ReadValue,

    /// <summary>What a transition sets a field to: anything.</summary>
    Assignment,
}

/// <summary>Where an expression stands.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Entity">The entity whose row <c>this</c> is.</param>
/// <param name="Target">The field whose value it gives; null for a condition.</param>
/// <param name="Input">What <c>input</c> is, where there is one.</param>
public sealed record ExpressionScope(ExpressionPurpose Purpose, string Entity, FieldShape? Target = null, EntityShape? Input = null)
{
    /// <summary>Whether it is a part of what is retired itself, and may read retired fields.</summary>
    public bool IsOfRetired => Target is { IsRetired: true };

    /// <summary>Whether the time may be asked.</summary>
    public bool AllowsTime => Purpose is ExpressionPurpose.Rule or ExpressionPurpose.RowCondition or ExpressionPurpose.Guard or ExpressionPurpose.Assignment;

    /// <summary>Whether the caller may be spoken of.</summary>
    public bool AllowsUser => Purpose is ExpressionPurpose.RowCondition or ExpressionPurpose.Guard or ExpressionPurpose.Assignment;

    /// <summary>Whether what it gives is seen: which rows there are, or a value of theirs. A secret would be seen through it.</summary>
    public bool IsShown => Purpose is ExpressionPurpose.RowCondition or ExpressionPurpose.StoredValue or ExpressionPurpose.ReadValue
        || (Purpose == ExpressionPurpose.Assignment && Target is not { IsSecret: true });

    /// <summary>Whether the tenant's row may be spoken of.</summary>
    public bool AllowsTenant => !IsRowAlone;

    /// <summary>Whether paths may lead through references, and children may be asked.</summary>
    public bool AllowsOtherRows => !IsRowAlone;

    /// <summary>What it is for, as a subject for a message: "a rule".</summary>
    public string Describe() => Purpose switch
    {
        ExpressionPurpose.Rule => "a rule",
        ExpressionPurpose.RowCondition => "a row condition",
        ExpressionPurpose.Guard => "the condition of a transition",
        ExpressionPurpose.ConstraintCondition => "the condition of a constraint",
        ExpressionPurpose.StoredValue => "a stored computed field",
        ExpressionPurpose.ReadValue => "a computed field",
        _ => "what a transition sets",
    };

    private bool IsRowAlone => Purpose is ExpressionPurpose.ConstraintCondition or ExpressionPurpose.StoredValue;
}
