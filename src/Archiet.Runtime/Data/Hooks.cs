namespace Archiet;

/// <summary>What a hook sees of a row that is about to be made, after the rules of the genome and before the database.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="entity">The row; what the hook changes is written.</param>
/// <param name="given">The fields that the request gave.</param>
/// <param name="caller">Who asks.</param>
/// <param name="findings">What the hook adds here refuses the request.</param>
public sealed class Create<T>(T entity, FieldSet given, Caller caller, Findings findings)
    where T : class, IEntity<T>
{
    /// <summary>The row; what the hook changes is written.</summary>
    public T Entity { get; } = entity;

    /// <summary>The fields that the request gave.</summary>
    public FieldSet Given { get; } = given;

    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>What the hook adds here refuses the request.</summary>
    public Findings Findings { get; } = findings;
}

/// <summary>What a hook sees of a merge patch, after the rules of the genome and before the database.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="values">Values for the fields in <paramref name="given"/>; the others are not the row's.</param>
/// <param name="given">The fields that the request gives; only these are written.</param>
/// <param name="caller">Who asks.</param>
/// <param name="findings">What the hook adds here refuses the request.</param>
public sealed class Change<T>(T values, FieldSet given, Caller caller, Findings findings)
    where T : class, IEntity<T>
{
    /// <summary>The row's id.</summary>
    public Guid Id => Values.Id;

    /// <summary>Values for the fields in <see cref="Given"/>; the others are not the row's.</summary>
    public T Values { get; } = values;

    /// <summary>The fields that the request gives; only these are written.</summary>
    public FieldSet Given { get; } = given;

    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>What the hook adds here refuses the request.</summary>
    public Findings Findings { get; } = findings;
}

/// <summary>What a hook sees of a transition that is about to be taken, before the database says whether the row is in a state for it and its guard holds.</summary>
/// <typeparam name="T">The entity.</typeparam>
/// <param name="id">The row's id.</param>
/// <param name="transition">Which way it is to go.</param>
/// <param name="caller">Who asks.</param>
/// <param name="findings">What the hook adds here refuses the request.</param>
public sealed class Take<T>(Guid id, Transition transition, Caller caller, Findings findings)
    where T : class, IEntity<T>
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; } = id;

    /// <summary>Which way it is to go.</summary>
    public Transition Transition { get; } = transition;

    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>What the hook adds here refuses the request.</summary>
    public Findings Findings { get; } = findings;
}

/// <summary>
/// Runs before a write over the API: before a row is made, before a merge patch, and before a transition. Deletes, restores and links have no hooks. Register it with
/// dependency injection before the app is built; an entity without one pays nothing.
/// </summary>
/// <typeparam name="TWrite"><see cref="Create{T}"/>, <see cref="Change{T}"/> or <see cref="Take{T}"/>.</typeparam>
public interface IBefore<in TWrite>
    where TWrite : class
{
    /// <summary>Looks at the write, changes its values where it has some, or adds findings to it.</summary>
    ValueTask BeforeAsync(TWrite write, CancellationToken cancel);
}
