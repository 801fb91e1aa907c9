namespace Archiet.Draft.Items;

/// <summary>How an item follows from its evidence.</summary>
public enum Basis
{
    /// <summary>The sentences say it.</summary>
    Stated,

    /// <summary>It follows from what they say.</summary>
    Implied,

    /// <summary>Nothing says it: it is asked, never applied silently.</summary>
    Assumed,
}

/// <summary>An answer that may be no answer.</summary>
public enum Certainty
{
    /// <summary>The document does not say.</summary>
    Unknown,

    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,
}

/// <summary>
/// Something that a pass found in the document: flat, so that every wire format can carry it, and in words as they were found; the merge makes names of them.
/// </summary>
/// <param name="Basis">How it follows from its evidence.</param>
/// <param name="Evidence">The ids of the sentences that it comes from, in their order.</param>
public abstract record DraftItem(Basis Basis, EquatableArray<string> Evidence);

/// <summary>Somebody who uses the system.</summary>
public sealed record RoleItem(string Name, string Description, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>A thing that the system keeps.</summary>
/// <param name="IsTenant">Whether it is the customer of the system, whose rows nobody else sees.</param>
/// <param name="IsMember">Whether its rows are the people who work with the system.</param>
public sealed record EntityItem(string Name, string Description, Certainty IsTenant, Certainty IsMember, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence)
{
    /// <summary>Other words for it in the document.</summary>
    public EquatableArray<string> Aliases { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A property of an entity.</summary>
/// <param name="Type">A word of the language (<c>string</c>, <c>decimal</c>, <c>date</c>, <c>enum</c>), or <c>unknown</c>.</param>
/// <param name="Values">The values of an enum.</param>
/// <param name="Classification"><c>personal</c>, <c>sensitive</c>, <c>phi</c>, <c>financial</c>, <c>secret</c>, or nothing.</param>
public sealed record FieldItem(
    string Entity, string Name, string Type, Certainty Required, EquatableArray<string> Values, string Classification, string Description, Basis Basis, EquatableArray<string> Evidence)
    : DraftItem(Basis, Evidence)
{
    /// <summary>Whether no two rows of a tenant have the same.</summary>
    public Certainty Unique { get; init; }

    /// <summary>The longest text or the largest number as it is written, or nothing.</summary>
    public string Max { get; init; } = "";
}

/// <summary>How two entities hang together.</summary>
public enum RelationshipKind
{
    /// <summary>The document does not say.</summary>
    Unknown,

    /// <summary>Each row of the first leads to at most one of the second.</summary>
    Reference,

    /// <summary>Rows of the first live and die with their row of the second.</summary>
    OwnedBy,

    /// <summary>Each side leads to many of the other.</summary>
    ManyToMany,
}

/// <summary>A relationship.</summary>
/// <param name="From">The entity that holds the reference, or the owned one.</param>
/// <param name="To">The entity that is referred to, or the owner.</param>
/// <param name="Name">What the reference is called at <paramref name="From"/>, or nothing.</param>
public sealed record RelationshipItem(string From, string To, RelationshipKind Kind, string Name, Certainty Required, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>What a role may do.</summary>
/// <param name="Verb"><c>list</c>, <c>read</c>, <c>create</c>, <c>update</c>, <c>delete</c>, or another word for an action of its own.</param>
/// <param name="Condition">The words that narrow it ("their own"), or nothing.</param>
public sealed record PermissionItem(string Role, string Verb, string Entity, string Condition, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>Something that must hold of an entity's rows.</summary>
/// <param name="Expression">It in the language's expressions (<c>this.endsAt > this.startsAt</c>), or nothing where only the words are known.</param>
/// <param name="Message">It in the document's words.</param>
public sealed record RuleItem(string Entity, string Name, string Expression, string Message, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>A state that an entity can be in.</summary>
/// <param name="Field">The field that holds it.</param>
public sealed record StateItem(string Entity, string Field, string State, Certainty IsInitial, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>A step from one state to another.</summary>
/// <param name="From">The state before, or nothing where the document does not say.</param>
/// <param name="Role">Who takes it, or nothing.</param>
public sealed record TransitionItem(string Entity, string Name, string From, string To, string Role, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>A screen. The language has none yet: it is kept in the report and in the sources, for the version that has.</summary>
/// <param name="Kind"><c>list</c>, <c>form</c>, <c>detail</c>, <c>dashboard</c> or <c>other</c>.</param>
public sealed record ScreenItem(string Name, string Entity, string Kind, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>A regime that the document names. The language has none yet: it is kept as a screen is.</summary>
/// <param name="Regime"><c>gdpr</c>, <c>hipaa</c>, <c>soc2</c>, <c>dora</c>, <c>eu-ai-act</c> or another word.</param>
public sealed record ComplianceItem(string Regime, string Description, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);

/// <summary>Something that two competent developers would build differently.</summary>
/// <param name="Code">A code of the catalogue: <see cref="Questions.QuestionCodes"/>.</param>
/// <param name="About">The entity, or entity and field (<c>Order.total</c>), or nothing.</param>
/// <param name="Ask">The question.</param>
/// <param name="Options">Answers to choose from; may be none.</param>
public sealed record QuestionItem(string Code, string About, string Ask, EquatableArray<string> Options, Basis Basis, EquatableArray<string> Evidence) : DraftItem(Basis, Evidence);
