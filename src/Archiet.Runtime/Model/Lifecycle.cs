namespace Archiet;

/// <summary>The states of an entity's rows and the ways between them.</summary>
/// <param name="Field">The position of the field that holds the state.</param>
/// <param name="Initial">The state of a new row, by its stored name.</param>
/// <param name="Transitions">The ways, in ordinal order of names; at most 64.</param>
public sealed record Lifecycle(int Field, string Initial, IReadOnlyList<Transition> Transitions)
{
    /// <summary>The names of the transitions that a row in a state can take, whoever asks and whatever else holds of it.</summary>
    internal IEnumerable<string> From(string state) => Transitions.Where(transition => transition.From.Contains(state)).Select(transition => transition.Name);
}

/// <summary>A way from one state to another: an operation of its own, <c>POST …/{id}/{route}</c>.</summary>
/// <param name="name">The name in the genome.</param>
/// <param name="route">The last part of the path: <c>mark-paid</c>.</param>
/// <param name="from">The states that it leads from, by their stored names.</param>
/// <param name="to">The state that it leads to.</param>
public sealed class Transition(string name, string route, IReadOnlyList<string> from, string to)
{
    /// <summary>The name in the genome.</summary>
    public string Name { get; } = name;

    /// <summary>The last part of the path.</summary>
    public string Route { get; } = route;

    /// <summary>The states that it leads from.</summary>
    public IReadOnlyList<string> From { get; } = from;

    /// <summary>The state that it leads to.</summary>
    public string To { get; } = to;

    /// <summary>What a caller is told when the guard does not hold.</summary>
    public string Refusal { get; init; } = "The row does not allow this now.";

    /// <summary>The statement that gives the row its new state, up to its WHERE. $1 tenant, $2 caller, $3 id, $4 version (xid).</summary>
    public required string Update { get; init; }

    /// <summary>What must hold of the row as it was, as SQL in parentheses: the state, and that the guard is true.</summary>
    public required string Where { get; init; }
}
