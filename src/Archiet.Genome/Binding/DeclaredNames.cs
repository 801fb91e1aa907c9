namespace Archiet.Genome.Binding;

/// <summary>
/// What binding an entity needs of the rest of the genome, besides the fields that its expressions lead to: an edit within one entity, of a grant or of a seed
/// row leaves it equal.
/// </summary>
/// <param name="App">The app.</param>
/// <param name="Vocabulary">Named types.</param>
/// <param name="Entities">Every entity, in ordinal order of names.</param>
/// <param name="Mixins">Every mixin, in ordinal order of names.</param>
public sealed record DeclaredNames(BoundApp App, BoundVocabulary Vocabulary, EquatableArray<EntityOutline> Entities, EquatableArray<BoundMixin> Mixins);

/// <summary>A mixin, checked by itself: what it brings to an entity.</summary>
/// <param name="Name">PascalCase.</param>
/// <param name="Members">In order of declaration.</param>
/// <param name="Uniques">Unique sets, in ordinal order of names; their conditions are over the mixin and bound again over the entity.</param>
/// <param name="Indexes">Indexes, in ordinal order of names.</param>
/// <param name="Rules">Rules, in ordinal order of names; bound again over the entity, as unique sets are.</param>
/// <param name="Overlaps">Rules of the kind <c>noOverlap</c>, likewise.</param>
/// <param name="IsBroken">Whether it has a finding: no entity with it can be bound, and that is not the entity's mistake.</param>
public sealed record BoundMixin(
    string Name, EquatableArray<MixinMember> Members, EquatableArray<BoundIndex> Uniques, EquatableArray<BoundIndex> Indexes, EquatableArray<BoundRule> Rules,
    EquatableArray<BoundOverlap> Overlaps, bool IsBroken);

/// <summary>A field or a many-to-many reference of a mixin; neither where it has a finding.</summary>
public sealed record MixinMember(string Name, BoundField? Field, BoundLink? Link);
