namespace Archiet;

/// <summary>
/// Thrown by an entity's own method for a transition when the row is not in a state that the transition leads from, or when its guard does not hold. One that
/// leaves an endpoint is answered as the generated one would answer.
/// </summary>
public sealed class TransitionException : InvalidOperationException
{
    private TransitionException(string message, EntityTable table, Transition transition, string? state)
        : base(message) => (Table, Transition, State) = (table, transition, state);

    /// <summary>The transition.</summary>
    public Transition Transition { get; }

    /// <summary>The state that the transition does not lead from, by its stored name; null when the guard did not hold.</summary>
    public string? State { get; }

    internal EntityTable Table { get; }

    /// <summary>A row in a state that a transition does not lead from.</summary>
    public static TransitionException WrongState<T>(string transition, string state)
        where T : class, IEntity<T>
    {
        var found = Find(T.Table, transition);
        return new($"A {T.Table.Name} in the state '{state}' cannot {transition}: that leads from {string.Join(", ", found.From)}.", T.Table, found, state);
    }

    /// <summary>A row whose guard does not hold.</summary>
    public static TransitionException Held<T>(string transition)
        where T : class, IEntity<T>
    {
        var found = Find(T.Table, transition);
        return new($"A {T.Table.Name} cannot {transition}: {found.Refusal}", T.Table, found, state: null);
    }

    private static Transition Find(EntityTable table, string name) =>
        table.Lifecycle?.Transitions.FirstOrDefault(transition => transition.Name == name)
            ?? throw new ArgumentException($"{table.Name} has no such transition.", nameof(name));
}
