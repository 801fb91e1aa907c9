namespace Archiet.DraftScore.Model;

/// <summary>What is scored of a genome, or what a reference says there should be. In a reference an item may have several names, and may be optional: it scores neither way.</summary>
internal sealed record ScoredModel(string Tenant, IReadOnlyList<ScoredRole> Roles, IReadOnlyList<ScoredEntity> Entities, IReadOnlyList<ScoredRelationship> Relationships)
{
    /// <summary>What roles may do.</summary>
    public IReadOnlyList<ScoredGrant> Grants { get; init; } = [];

    /// <summary>What must hold.</summary>
    public IReadOnlyList<ScoredRule> Rules { get; init; } = [];

    /// <summary>Screens.</summary>
    public IReadOnlyList<ScoredScreen> Screens { get; init; } = [];

    /// <summary>Regimes.</summary>
    public IReadOnlyList<ScoredRegime> Regimes { get; init; } = [];

    /// <summary>Words that stand before names for their module.</summary>
    public IReadOnlyCollection<string> Prefixes { get; init; } = [];
}

/// <summary>Somebody who uses the system; the first name is its own, the others are aliases.</summary>
internal sealed record ScoredRole(IReadOnlyList<string> Names, bool IsOptional = false);

/// <summary>A thing that is kept.</summary>
internal sealed record ScoredEntity(IReadOnlyList<string> Names, IReadOnlyList<ScoredField> Fields, bool IsOptional = false);

/// <summary>A property, but for references.</summary>
/// <param name="Names">Its name and its aliases.</param>
/// <param name="Types">The types that it may have; none: not judged.</param>
/// <param name="IsRequired">Whether it must be there; null: not judged.</param>
/// <param name="IsOptional">Whether it scores neither way.</param>
internal sealed record ScoredField(IReadOnlyList<string> Names, IReadOnlyList<string> Types, bool? IsRequired, bool IsOptional = false);

/// <summary>Two entities that hang together.</summary>
/// <param name="From">The one that refers, or is owned.</param>
/// <param name="To">The one that is referred to, or owns.</param>
/// <param name="Kinds"><c>reference</c>, <c>owned</c>, <c>many</c>; in a reference those that will do.</param>
/// <param name="IsOptional">Whether it scores neither way.</param>
internal sealed record ScoredRelationship(string From, string To, IReadOnlyList<string> Kinds, bool IsOptional = false);

/// <summary>What a role may do with an entity.</summary>
/// <param name="Role">The role.</param>
/// <param name="Verbs">The verb; in a reference those that will do. <c>view</c> is to list and to read.</param>
/// <param name="Entity">The entity.</param>
/// <param name="IsOptional">Whether it scores neither way.</param>
internal sealed record ScoredGrant(string Role, IReadOnlyList<string> Verbs, string Entity, bool IsOptional = false);

/// <summary>Something that must hold of an entity's rows.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Kinds"><c>check</c>, <c>unique</c>, <c>noOverlap</c>, <c>limit</c>, <c>transition</c>; in a reference those that will do.</param>
/// <param name="Names">Its names; of a transition.</param>
/// <param name="Fields">The fields that it is about.</param>
/// <param name="IsOptional">Whether it scores neither way; without names and fields, all of its kind do.</param>
internal sealed record ScoredRule(string Entity, IReadOnlyList<string> Kinds, IReadOnlyList<string> Names, IReadOnlyList<string> Fields, bool IsOptional = false)
{
    /// <summary>The exact condition, or nothing.</summary>
    public string Expression { get; init; } = "";

    /// <summary>The states that a transition starts in.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>The state that a transition ends in, or nothing.</summary>
    public string To { get; init; } = "";
}

/// <summary>A screen.</summary>
internal sealed record ScoredScreen(IReadOnlyList<string> Names, string Entity, IReadOnlyList<string> Kinds, bool IsOptional = false);

/// <summary>A regime.</summary>
internal sealed record ScoredRegime(IReadOnlyList<string> Names, bool IsOptional = false);
