using Archiet.Draft.Items;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>
/// What all passes found, put together: names of the language, one element for one thing, each with the sentences that it comes from. It is what the answers say, and
/// where there is none, what the first option of a question says.
/// </summary>
/// <param name="App">The app and its tenant.</param>
/// <param name="Roles">Roles, in the order of their evidence.</param>
/// <param name="Enums">Enums, in the order of the fields that have them.</param>
/// <param name="Entities">Entities, in the order of their evidence.</param>
/// <param name="Grants">What each role may do, in the order of roles and entities.</param>
/// <param name="Questions">Open and answered questions, in the order of their evidence.</param>
public sealed record MergedDraft(
    MergedApp App, EquatableArray<MergedRole> Roles, EquatableArray<MergedEnum> Enums, EquatableArray<MergedEntity> Entities, EquatableArray<MergedGrant> Grants,
    EquatableArray<DraftQuestion> Questions)
{
    /// <summary>What was found and is not in the draft, and why.</summary>
    public EquatableArray<LeftOut> LeftOut { get; init; }

    /// <summary>Keys of questions whose answers, in a person's own words, decide nothing.</summary>
    public EquatableArray<string> Undecided { get; init; }

    /// <summary>Screens, for a version of the language that has them.</summary>
    public EquatableArray<ScreenItem> Screens { get; init; }

    /// <summary>Regimes, for a version of the language that has them.</summary>
    public EquatableArray<ComplianceItem> Regimes { get; init; }
}

/// <summary>The app.</summary>
/// <param name="Name">PascalCase.</param>
/// <param name="Description">The title of the document, or nothing.</param>
/// <param name="Tenant">The entity whose rows are the tenants.</param>
/// <param name="Evidence">The sentences that say so; empty where it is asked.</param>
public sealed record MergedApp(string Name, string Description, string Tenant, EquatableArray<string> Evidence);

/// <summary>A role.</summary>
public sealed record MergedRole(string Name, string Description, EquatableArray<string> Evidence);

/// <summary>An enum.</summary>
public sealed record MergedEnum(string Name, EquatableArray<MergedMember> Members, EquatableArray<string> Evidence);

/// <summary>A member of an enum.</summary>
/// <param name="Name">As the genome has it.</param>
/// <param name="Description">As the document has it, where that differs; else nothing.</param>
public sealed record MergedMember(string Name, string Description, EquatableArray<string> Evidence);

/// <summary>An entity.</summary>
/// <param name="Name">PascalCase.</param>
/// <param name="Class">The C# class, where the name is taken; else nothing.</param>
/// <param name="Description">What the document says of it, or nothing.</param>
/// <param name="IsMember">Whether its rows are the people.</param>
/// <param name="Fields">At least one.</param>
/// <param name="Rules">Rules, in the order of their evidence.</param>
/// <param name="Lifecycle">States and transitions, or null.</param>
/// <param name="Evidence">The sentences that it comes from; empty where it is asked.</param>
public sealed record MergedEntity(
    string Name, string Class, string Description, bool IsMember, EquatableArray<MergedField> Fields, EquatableArray<MergedRule> Rules, MergedLifecycle? Lifecycle,
    EquatableArray<string> Evidence);

/// <summary>A field.</summary>
/// <param name="Name">camelCase.</param>
/// <param name="Type">As the genome spells it: a scalar type, an enum or an entity.</param>
/// <param name="Evidence">The sentences that it comes from; empty where it is asked.</param>
public sealed record MergedField(string Name, string Type, EquatableArray<string> Evidence)
{
    /// <summary>Whether it always has a value.</summary>
    public bool Required { get; init; }

    /// <summary>Whether no two rows of a tenant have the same.</summary>
    public bool Unique { get; init; }

    /// <summary>The longest text or the largest number, as the genome spells it, or nothing.</summary>
    public string Max { get; init; } = "";

    /// <summary>What becomes of the row when what it refers to is deleted, or nothing.</summary>
    public string OnDelete { get; init; } = "";

    /// <summary>What the server sets when a row is made, or nothing.</summary>
    public string OnCreate { get; init; } = "";

    /// <summary>What the server sets at every write, or nothing.</summary>
    public string OnUpdate { get; init; } = "";

    /// <summary>Whether it is rows of another entity that belong to this one.</summary>
    public bool Owned { get; init; }

    /// <summary>Whether it is rows of another entity that any number of rows refer to.</summary>
    public bool Many { get; init; }

    /// <summary>The kinds of data that it holds, in the order of the language.</summary>
    public EquatableArray<string> Classification { get; init; }

    /// <summary>What the document says of it, or nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The value of a new row that does not give it, or nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>Whether it leads to rows of an entity.</summary>
    public bool IsRelationship { get; init; }
}

/// <summary>A rule.</summary>
public sealed record MergedRule(string Name, string Check, string Message, EquatableArray<string> Evidence);

/// <summary>States and the ways between them.</summary>
public sealed record MergedLifecycle(string Field, string Initial, EquatableArray<MergedTransition> Transitions);

/// <summary>A way from some states to another.</summary>
public sealed record MergedTransition(string Name, EquatableArray<string> From, string To, EquatableArray<string> Evidence);

/// <summary>What a role may do with rows of an entity.</summary>
/// <param name="Capability">The capability that it is part of.</param>
/// <param name="Role">The role.</param>
/// <param name="Entity">The entity.</param>
/// <param name="Operations">Operations and transitions, in the order of the language and of names.</param>
/// <param name="Where">The rows that are meant, as an expression; nothing for all.</param>
/// <param name="Evidence">The sentences that it comes from; empty where it is asked.</param>
public sealed record MergedGrant(string Capability, string Role, string Entity, EquatableArray<string> Operations, string Where, EquatableArray<string> Evidence);

/// <summary>Something that was found and is not in the draft.</summary>
/// <param name="What">Where it would stand, or its words.</param>
/// <param name="Why">Why it is not there, as a clause.</param>
/// <param name="Evidence">The sentences that it comes from.</param>
public sealed record LeftOut(string What, string Why, EquatableArray<string> Evidence);
