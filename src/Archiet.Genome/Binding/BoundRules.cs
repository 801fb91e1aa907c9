using Archiet.Genome.Expressions;

namespace Archiet.Genome.Binding;

/// <summary>An expression, checked.</summary>
/// <param name="Tree">What it means.</param>
/// <param name="Text">Its canonical text.</param>
public sealed record BoundCheck(Expression Tree, string Text);

/// <summary>A rule: what is never false of a row.</summary>
public sealed record BoundRule(string Name, BoundCheck Check, string Message)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A rule that no two rows with the same key have ranges that overlap.</summary>
/// <param name="Name">camelCase.</param>
/// <param name="Key">Fields that must be equal for rows to be in each other's way; may be empty.</param>
/// <param name="From">The field where a row's range begins.</param>
/// <param name="To">The field where it ends: excluded for timestamps, included for dates, open where it is null.</param>
/// <param name="Where">The rows that are meant; null for all.</param>
/// <param name="Message">What a request that breaks it is told.</param>
public sealed record BoundOverlap(string Name, EquatableArray<string> Key, string From, string To, BoundCheck? Where, string Message)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>The states of a row and the ways from one to another; the field changes no other way.</summary>
/// <param name="Field">The enum field that holds the state: required, and set by nothing else.</param>
/// <param name="Initial">The state of a new row: a member of the enum.</param>
/// <param name="Transitions">In ordinal order of names.</param>
public sealed record BoundLifecycle(string Field, string Initial, EquatableArray<BoundTransition> Transitions)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A way from one state to another, an operation of its own.</summary>
/// <param name="Name">camelCase.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="From">States that it starts in, in ordinal order.</param>
/// <param name="To">The state that it ends in.</param>
/// <param name="When">What must be true of the row before, or null.</param>
/// <param name="Message">What a request is told where it is not true; null where there is no condition.</param>
/// <param name="Sets">What it sets besides the state, in ordinal order of fields.</param>
public sealed record BoundTransition(
    string Name, string Description, EquatableArray<string> From, string To, BoundCheck? When, string? Message, EquatableArray<BoundSet> Sets)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A field that a transition sets, and to what.</summary>
public sealed record BoundSet(string Field, BoundCheck Value);
