using Archiet.Genome;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>A rule of the genome as emitted code knows it.</summary>
/// <param name="Member">Its name in C#, within the entity's class of rules.</param>
/// <param name="Constraint">The constraint behind it.</param>
/// <param name="Description">What it says, as the genome writes it.</param>
/// <param name="Check">What C# asks of the row alone where it knows <paramref name="Known"/>; null where only the database can tell.</param>
/// <param name="Known">Names in the emitted set of fields.</param>
public sealed record RuleModel(string Member, string Constraint, string Description, NamedExpression? Check, EquatableArray<string> Known);

/// <summary>What a computed field follows from.</summary>
/// <param name="Sql">The value as SQL over the columns of the row.</param>
/// <param name="IsStored">Whether the database stores it in a generated column; else every statement that reads the row works it out.</param>
/// <param name="Value">The expression; null where it is about more than the row, so that C# cannot tell.</param>
public sealed record ComputedModel(string Sql, bool IsStored, NamedExpression? Value);

/// <summary>A state.</summary>
/// <param name="Name">Its stored name, which is its name in JSON.</param>
/// <param name="Member">Its member of the C# enum.</param>
public sealed record StateModel(string Name, string Member);

/// <summary>The states of a row and the ways between them.</summary>
/// <param name="Field">The position of the field that holds the state.</param>
/// <param name="Initial">The state of a new row.</param>
/// <param name="Transitions">In ordinal order of names.</param>
public sealed record LifecycleModel(int Field, StateModel Initial, EquatableArray<TransitionModel> Transitions);

/// <summary>A way from one state to another.</summary>
/// <param name="Name">The name in the genome.</param>
/// <param name="Method">The C# method that takes it.</param>
/// <param name="Route">The last part of the path.</param>
/// <param name="Description">Prose, or empty.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Guard">What must be true before, or null.</param>
/// <param name="Message">What a request is told where the guard is not true; null for the usual words.</param>
/// <param name="Sets">What it sets besides the state, in ordinal order of fields.</param>
public sealed record TransitionModel(
    string Name, string Method, string Route, string Description, EquatableArray<StateModel> From, StateModel To, GuardModel? Guard, string? Message,
    EquatableArray<SetModel> Sets);

/// <summary>The condition of a transition.</summary>
/// <param name="Text">As the genome writes it.</param>
/// <param name="Sql">The condition as SQL over the columns of the row and <c>$2</c>.</param>
/// <param name="Check">The same for C#.</param>
public sealed record GuardModel(string Text, string Sql, NamedExpression Check);

/// <summary>A field that a transition sets.</summary>
/// <param name="Field">Its position.</param>
/// <param name="Text">The value, as the genome writes it.</param>
/// <param name="Sql">The value as SQL over the columns of the row as it was and <c>$2</c>.</param>
/// <param name="Value">The same for C#; null where it is about more than the row, the time and the caller.</param>
public sealed record SetModel(int Field, string Text, string Sql, NamedExpression? Value);
