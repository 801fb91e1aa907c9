using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A rule as the API shows it.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="Code">The code of the problem that tells of it: <c>rule</c> or <c>overlap</c>.</param>
/// <param name="Text">The expression, as the genome writes it; empty where there is none.</param>
/// <param name="Message">What a request that breaks it is told.</param>
/// <param name="Fields">The fields it is about.</param>
public sealed record ApiRuleModel(string Name, string Code, string Text, string Message, EquatableArray<string> Fields)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A lifecycle as the API shows it; states by their names in JSON.</summary>
/// <param name="Field">The field that holds the state.</param>
/// <param name="Initial">The state of a new row.</param>
/// <param name="Transitions">In ordinal order of names, those among them that nobody may take.</param>
public sealed record ApiLifecycleModel(string Field, string Initial, EquatableArray<ApiTransitionModel> Transitions)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A transition as the API shows it.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="Route">The last part of its path.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="When">Its condition, as the genome writes it; null for none.</param>
/// <param name="Message">What a request is told where the condition is not true; null for none.</param>
/// <param name="Sets">What it sets: field and expression.</param>
/// <param name="Roles">The roles that may take it, in order of declaration; empty where it is not served.</param>
public sealed record ApiTransitionModel(
    string Name, string Route, string Description, EquatableArray<string> From, string To, string? When, string? Message, EquatableArray<ApiSetModel> Sets,
    EquatableArray<string> Roles)
{
    /// <summary>The user's own keys, in ordinal order of names.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>A field that a transition sets, and to what.</summary>
public sealed record ApiSetModel(string Field, string Text);
