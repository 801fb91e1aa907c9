using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Who may do what: all capabilities together, one grant a role and entity, in order of roles and then of entities.</summary>
public sealed record AccessModel(EquatableArray<GrantModel> Grants);

/// <summary>What one role may do with one entity.</summary>
/// <param name="Role">The role's stored name.</param>
/// <param name="Entity">The entity's name.</param>
/// <param name="Ordinal">The entity's position in ordinal order of names.</param>
/// <param name="Operations">The operations.</param>
public sealed record GrantModel(string Role, string Entity, int Ordinal, Operations Operations)
{
    /// <summary>The transitions of the entity's lifecycle, by the bit of their position.</summary>
    public ulong Transitions { get; init; }
}
