using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Who may do what: all capabilities together, in order of roles and then of entities.</summary>
public sealed record AccessModel(EquatableArray<GrantModel> Grants);

/// <summary>
/// What one role may do with one entity. What capabilities give of all its rows and fields is one grant; each that gives some rows or some fields is another.
/// </summary>
/// <param name="Role">The role's stored name.</param>
/// <param name="Entity">The entity's name.</param>
/// <param name="Ordinal">The entity's position in ordinal order of names.</param>
/// <param name="Operations">The operations.</param>
public sealed record GrantModel(string Role, string Entity, int Ordinal, Operations Operations)
{
    /// <summary>The transitions of the entity's lifecycle, by the bit of their position.</summary>
    public ulong Transitions { get; init; }

    /// <summary>The same by their names.</summary>
    public EquatableArray<string> TransitionNames { get; init; }

    /// <summary>The rows that are meant: the capability that says which; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>The condition on those rows as the genome writes it; null for none.</summary>
    public string? WhereText { get; init; }

    /// <summary>The fields that are meant; null for all.</summary>
    public FieldListModel? Fields { get; init; }
}

/// <summary>The fields of a grant.</summary>
/// <param name="See">Names of those that are read.</param>
/// <param name="Set">Names of those that are written.</param>
/// <param name="SeeConstants">The former by their names in the emitted set of fields.</param>
/// <param name="SetConstants">The latter likewise.</param>
public sealed record FieldListModel(
    EquatableArray<string> See, EquatableArray<string> Set, EquatableArray<string> SeeConstants, EquatableArray<string> SetConstants);
